package io.auricle.experiment.source;

import io.auricle.dataset.DatasetException;
import io.auricle.dataset.Track;
import io.auricle.dataset.TrackId;
import io.auricle.dataset.known.Datasets;
import io.auricle.dataset.table.FeatureTable;
import io.auricle.dataset.table.FeatureTableFile;
import io.auricle.dataset.table.PieceKey;
import io.auricle.experiment.SourceOptions;
import io.auricle.experiment.SplitOptions;
import io.auricle.experiment.source.Source.FileError;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FeatureOptions;
import io.auricle.split.Copies;
import io.auricle.split.Split;
import io.auricle.split.SplitFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A table of features that were computed elsewhere, for instance the published {@code
 * features_30_sec.csv}: a column for each feature by its name, {@code filename} and {@code label}.
 * Several pieces of a track are several clips of it. A table without names of files can be divided
 * by a split that is marked as leaky alone.
 */
final class TableContents implements SourceLoader.Contents {
  private final List<Track> tracks;
  private final List<Track> inOrder;
  private final Map<String, LabelledTrack.Features> features;
  private final List<String> warnings;

  private TableContents(
      List<Track> tracks,
      List<Track> inOrder,
      Map<String, LabelledTrack.Features> features,
      List<String> warnings) {
    this.tracks = tracks;
    this.inOrder = inOrder;
    this.features = features;
    this.warnings = warnings;
  }

  static TableContents load(SourceOptions options, FeatureOptions set) throws DatasetException {
    List<String> columns = set.extractor().columns();
    Path file = Path.of(options.path());
    boolean leaky = isLeaky(options.split());
    FeatureTable table =
        leaky
            ? FeatureTableFile.readUntracked(file, columns)
            : FeatureTableFile.read(file, columns);
    Map<TrackId, TrackId> copies = Datasets.copies(options.dataset());
    Map<TrackId, Track> tracks = new TreeMap<>();
    List<Track> inOrder = new ArrayList<>();
    Map<String, List<FeatureMatrix>> pieces = new HashMap<>();
    for (int r = 0; r < table.rows().size(); r++) {
      PieceKey key = table.rows().get(r);
      if (key.label() == null) {
        throw new DatasetException(file, key.fileName() + " has no label");
      }
      TrackId id = key.track();
      Track track = new Track(id, null, List.of(key.label()), null, null, copies.get(id));
      Track earlier = tracks.putIfAbsent(id, track);
      if (earlier == null) {
        inOrder.add(track);
      }
      if (earlier != null && !earlier.labels().equals(track.labels())) {
        throw new DatasetException(
            file,
            "%s is %s, other pieces of %s are %s"
                .formatted(key.fileName(), track.label(), id, earlier.label()));
      }
      pieces
          .computeIfAbsent(id.value(), name -> new ArrayList<>())
          .add(FeatureMatrix.of(1, columns.size(), floats(table.row(r))));
    }
    Map<String, LabelledTrack.Features> features = new HashMap<>();
    pieces.forEach((name, vectors) -> features.put(name, () -> vectors));
    return new TableContents(List.copyOf(tracks.values()), inOrder, features, table.warnings());
  }

  private static boolean isLeaky(SplitOptions split) throws DatasetException {
    return split.leakyRandom() != null
        || (split.file() != null && SplitFile.read(Path.of(split.file())).leaky());
  }

  private static float[] floats(double[] row) {
    float[] values = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      values[i] = (float) row[i];
    }
    return values;
  }

  @Override
  public List<Track> tracks() {
    return tracks;
  }

  /** scikit-learn's split goes by the order of the rows. */
  @Override
  public Split split(SourceOptions options, List<List<Track>> copies) throws DatasetException {
    List<Track> ordered = options.split().scikit() == null ? tracks : inOrder;
    return options.split().split(options, Copies.joined(ordered, copies));
  }

  @Override
  public List<String> warnings() {
    return warnings;
  }

  @Override
  public Map<String, LabelledTrack.Features> features(List<Track> chosen, List<FileError> errors) {
    return features;
  }
}
