package io.auricle.dataset.known;

import io.auricle.dataset.CsvFile;
import io.auricle.dataset.Dataset;
import io.auricle.dataset.DatasetCard;
import io.auricle.dataset.DatasetException;
import io.auricle.dataset.DatasetIndex;
import io.auricle.dataset.Target;
import io.auricle.dataset.Track;
import io.auricle.dataset.TrackId;
import io.auricle.label.Label;
import io.auricle.label.LabelMapping;
import io.auricle.label.Taxonomy;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    CsvFile csv = read(root, target);
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

  @Override
  public Map<TrackId, Map<Label, Double>> shares(Path root, Target target) throws DatasetException {
    if (target.threshold() == null) {
      return Map.of();
    }
    CsvFile csv = read(root, target);
    Map<TrackId, Map<Label, Double>> shares = new TreeMap<>();
    for (CsvFile.Row row : csv.rows()) {
      shares.put(new TrackId(csv.cell(row, "track")), shares(csv, row, target));
    }
    return shares;
  }

  private static CsvFile read(Path root, Target target) throws DatasetException {
    List<String> labels =
        target.threshold() == null
            ? List.of("genre")
            : target.labels().stream().map(Label::name).toList();
    return CsvFile.read(
        root.resolve("labels.csv"),
        Stream.concat(Stream.of("track", "path"), labels.stream()).toList());
  }

  /** The emotions that at least the given share of listeners felt. */
  private static List<Label> felt(CsvFile csv, CsvFile.Row row, Target target, double threshold)
      throws DatasetException {
    return shares(csv, row, target).entrySet().stream()
        .filter(share -> share.getValue() >= threshold)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Map<Label, Double> shares(CsvFile csv, CsvFile.Row row, Target target)
      throws DatasetException {
    Map<Label, Double> shares = new LinkedHashMap<>();
    for (Label emotion : target.labels()) {
      shares.put(emotion, share(csv, row, emotion, csv.cell(row, emotion.name())));
    }
    return shares;
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
