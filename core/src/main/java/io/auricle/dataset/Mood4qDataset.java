package io.auricle.dataset;

import io.auricle.label.Label;
import io.auricle.label.LabelMapping;
import io.auricle.label.Taxonomy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The genres of the four-quadrant mood set: only clips with one AllMusic genre, and that one of
 * ours. {@code Pop/Rock} is left out, being two of our genres at once.
 */
final class Mood4qDataset implements Dataset {
  private static final DatasetCard CARD =
      new DatasetCard(
          "mood4q",
          "4Q audio emotion dataset: its clips of a single genre",
          "R. Panda, R. Malheiro, R. P. Paiva: Novel audio features for music emotion recognition,"
              + " IEEE Transactions on Affective Computing 11(4), 2020,"
              + " doi:10.1109/TAFFC.2018.2820691",
          "For research only, not to be passed on.",
          "From the authors at the University of Coimbra; labels.csv lists the clips at hand.",
          """
          DIR/labels.csv with at least the columns song,artist,genres,path
          DIR/<quadrant>/<song>.opus, where path says""",
          new LabelMapping(
              Taxonomy.GENRE,
              Map.of(
                  "Blues", new Label("blues"),
                  "Country", new Label("country"),
                  "Jazz", new Label("jazz"),
                  "Reggae", new Label("reggae"),
                  "Rap", new Label("hiphop"),
                  "Electronic", new Label("electronic")),
              true),
          Map.of());

  @Override
  public DatasetCard card() {
    return CARD;
  }

  @Override
  public DatasetIndex load(Path root) throws DatasetException {
    CsvFile csv =
        CsvFile.read(root.resolve("labels.csv"), List.of("song", "artist", "genres", "path"));
    TrackList tracks = new TrackList(CARD, csv, root);
    for (CsvFile.Row row : csv.rows()) {
      String genres = csv.cell(row, "genres");
      tracks.add(
          row,
          csv.cell(row, "song"),
          genres.contains(";") ? Optional.empty() : CARD.mapping().find(genres),
          csv.cell(row, "path"),
          csv.cell(row, "artist"));
    }
    return tracks.index(root);
  }
}
