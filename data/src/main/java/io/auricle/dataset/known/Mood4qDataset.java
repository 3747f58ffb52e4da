package io.auricle.dataset.known;

import io.auricle.dataset.CsvFile;
import io.auricle.dataset.Dataset;
import io.auricle.dataset.DatasetCard;
import io.auricle.dataset.DatasetException;
import io.auricle.dataset.DatasetIndex;
import io.auricle.dataset.Target;
import io.auricle.dataset.Track;
import io.auricle.label.Label;
import io.auricle.label.LabelMapping;
import io.auricle.label.Taxonomy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The four-quadrant mood set. As {@code genre} it has only clips with one AllMusic genre, and that
 * one of ours: {@code Pop/Rock} is left out, being two of our genres at once.
 */
final class Mood4qDataset implements Dataset {
  private static final DatasetCard CARD = CardFile.read("mood4q");
  private static final Map<String, Label> GENRES =
      Map.of(
          "Blues", new Label("blues"),
          "Country", new Label("country"),
          "Jazz", new Label("jazz"),
          "Reggae", new Label("reggae"),
          "Rap", new Label("hiphop"),
          "Electronic", new Label("electronic"));
  private static final int QUADRANTS = 4;

  @Override
  public DatasetCard card() {
    return CARD;
  }

  @Override
  public DatasetIndex annotations(Path root, Target target) throws DatasetException {
    boolean genre = target.name().startsWith("genre");
    String column = genre ? "genres" : "quadrant";
    CsvFile csv =
        CsvFile.read(root.resolve("labels.csv"), List.of("song", "artist", column, "path"));
    TrackList tracks = new TrackList(CARD, target, csv.path(), root);
    for (CsvFile.Row row : csv.rows()) {
      Track track =
          new Track(
              tracks.id(row.line(), csv.cell(row, "song")),
              tracks.file(row.line(), csv.cell(row, "path")),
              List.of(),
              csv.cell(row, "artist"));
      String word = csv.cell(row, column);
      if (target.several()) {
        LabelWords words = new LabelWords(target, new LabelMapping(Taxonomy.GENRE, GENRES, false));
        tracks.add(row.line(), track.labelled(words.several(LabelWords.words(word))));
      } else {
        tracks.add(row.line(), track, word, genre ? genre(word) : mood(csv, row, target, word));
      }
    }
    return tracks.index(root);
  }

  private static Optional<Label> genre(String words) {
    return new LabelMapping(Taxonomy.GENRE, GENRES, true).find(words);
  }

  /** The label of a quadrant: of four for the quadrant itself, of two for the sign of one axis. */
  private static Optional<Label> mood(CsvFile csv, CsvFile.Row row, Target target, String quadrant)
      throws DatasetException {
    if (!quadrant.matches("Q[1-" + QUADRANTS + "]")) {
      throw csv.error(row, "quadrant=" + quadrant + " must be Q1, Q2, Q3 or Q4");
    }
    int q = quadrant.charAt(1) - '1';
    int label =
        switch (target.name()) {
          case "valence" -> q == 0 || q == 3 ? 0 : 1;
          case "arousal" -> q <= 1 ? 0 : 1;
          default -> q;
        };
    return Optional.of(target.labels().get(label));
  }
}
