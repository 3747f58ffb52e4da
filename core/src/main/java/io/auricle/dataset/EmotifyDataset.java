package io.auricle.dataset;

import io.auricle.label.Label;
import io.auricle.label.LabelMapping;
import io.auricle.label.Taxonomy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Emotify: the genre of a song, or the emotions that a share of its listeners felt. The artists are
 * not known.
 */
final class EmotifyDataset implements Dataset {
  private static final DatasetCard CARD = CardFile.read("emotify");

  @Override
  public DatasetCard card() {
    return CARD;
  }

  @Override
  public DatasetIndex annotations(Path root, Target target) throws DatasetException {
    List<String> labels =
        target.threshold() == null
            ? List.of("genre")
            : target.labels().stream().map(Label::name).toList();
    CsvFile csv =
        CsvFile.read(
            root.resolve("labels.csv"),
            Stream.concat(Stream.of("track", "path"), labels.stream()).toList());
    LabelWords words = new LabelWords(target, LabelMapping.of(Taxonomy.GENRE));
    TrackList tracks = new TrackList(CARD, target, csv.path(), root);
    for (CsvFile.Row row : csv.rows()) {
      TrackId id = tracks.id(row.line(), csv.cell(row, "track"));
      Path path = tracks.file(row.line(), csv.cell(row, "path"));
      Track track = new Track(id, path, List.of(), null);
      if (target.threshold() == null) {
        String genre = csv.cell(row, "genre");
        tracks.add(row.line(), track, genre, words.one(genre));
      } else {
        tracks.add(row.line(), track.labelled(felt(csv, row, target, target.threshold())));
      }
    }
    return tracks.index(root);
  }

  /** The emotions that at least the given share of listeners felt. */
  private static List<Label> felt(CsvFile csv, CsvFile.Row row, Target target, double threshold)
      throws DatasetException {
    List<Label> felt = new ArrayList<>();
    for (Label emotion : target.labels()) {
      String cell = csv.cell(row, emotion.name());
      if (share(csv, row, emotion, cell) >= threshold) {
        felt.add(emotion);
      }
    }
    return felt;
  }

  private static double share(CsvFile csv, CsvFile.Row row, Label emotion, String cell)
      throws DatasetException {
    try {
      double share = Double.parseDouble(cell);
      if (share >= 0 && share <= 1) {
        return share;
      }
    } catch (NumberFormatException e) {
      // Said below, as for numbers outside.
    }
    throw csv.error(row, "%s=%s must be a share in [0, 1]".formatted(emotion, cell));
  }
}
