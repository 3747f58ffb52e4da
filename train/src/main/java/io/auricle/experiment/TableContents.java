package io.auricle.experiment;

import io.auricle.dataset.CsvFile;
import io.auricle.dataset.DatasetException;
import io.auricle.dataset.Track;
import io.auricle.dataset.TrackId;
import io.auricle.experiment.Source.FileError;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FeatureOptions;
import io.auricle.label.Label;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of features that were computed elsewhere, for instance the published {@code
 * features_30_sec.csv}: a column for each feature by its name, {@code filename} and {@code label}.
 * Other columns are not read.
 */
final class TableContents implements SourceLoader.Contents {
  private final List<Track> tracks;
  private final Map<String, LabelledTrack.Features> features;

  private TableContents(List<Track> tracks, Map<String, LabelledTrack.Features> features) {
    this.tracks = tracks;
    this.features = features;
  }

  static TableContents load(SourceOptions options, FeatureOptions set) throws DatasetException {
    List<String> columns = set.extractor().columns();
    List<String> required = new ArrayList<>(columns);
    required.add("filename");
    required.add("label");
    CsvFile table = CsvFile.read(Path.of(options.path()), required);
    List<Track> tracks = new ArrayList<>();
    Map<String, LabelledTrack.Features> features = new LinkedHashMap<>();
    for (CsvFile.Row row : table.rows()) {
      TrackId id = TrackId.ofFileName(table.cell(row, "filename"));
      tracks.add(new Track(id, null, List.of(new Label(table.cell(row, "label"))), null));
      FeatureMatrix vector = FeatureMatrix.of(1, columns.size(), values(table, row, columns));
      if (features.put(id.value(), () -> List.of(vector)) != null) {
        throw table.error(row, "track " + id + " is in the table twice");
      }
    }
    return new TableContents(tracks, features);
  }

  private static float[] values(CsvFile table, CsvFile.Row row, List<String> columns)
      throws DatasetException {
    float[] values = new float[columns.size()];
    for (int i = 0; i < values.length; i++) {
      String cell = table.cell(row, columns.get(i));
      try {
        values[i] = Float.parseFloat(cell);
      } catch (NumberFormatException e) {
        values[i] = Float.NaN;
      }
      if (!Float.isFinite(values[i])) {
        throw table.error(row, columns.get(i) + "=" + cell + " must be a number");
      }
    }
    return values;
  }

  @Override
  public List<Track> tracks() {
    return tracks;
  }

  @Override
  public Map<String, LabelledTrack.Features> features(List<Track> chosen, List<FileError> errors) {
    return features;
  }
}
