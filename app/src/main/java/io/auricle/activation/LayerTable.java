package io.auricle.activation;

import io.auricle.dataset.DatasetException;
import io.auricle.dataset.table.FeatureTable;
import io.auricle.dataset.table.FeatureTableFile;
import io.auricle.explore.PointTable;
import io.auricle.explore.PointTableOptions;
import io.auricle.explore.Points;
import io.auricle.feature.FeatureMatrix;
import io.auricle.label.Label;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the values of a layer as points, a point a track or a segment. Not thread-safe. */
public final class LayerTable {
  private final String title;
  private final ModelLayer layer;
  private final boolean segments;
  private final List<PointTable.Row> rows = new ArrayList<>();
  private final List<float[]> values = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  /**
   * An empty table.
   *
   * @param title of the table
   * @param layer where the values come from
   * @param segments whether each segment is a point; else a track is, the mean of its segments
   */
  public LayerTable(String title, ModelLayer layer, boolean segments) {
    this.title = title;
    this.layer = layer;
    this.segments = segments;
  }

  /** What a layer makes of a table of the model's own features, a row a clip. */
  public static PointTable of(ModelLayer layer, Path file, boolean segments)
      throws DatasetException {
    int frames = layer.input().segmentFrames();
    if (frames > 1) {
      throw new DatasetException(
          file, "the model takes segments of %d frames, which a table has not".formatted(frames));
    }
    List<String> columns = layer.input().features().extractor().columns();
    FeatureTable table = FeatureTableFile.read(file, columns);
    LayerTable points = new LayerTable(file.getFileName() + ", " + layer.name(), layer, segments);
    points.warnings.addAll(table.warnings());
    for (int r = 0; r < table.rows().size(); r++) {
      float[] vector = new float[columns.size()];
      for (int c = 0; c < vector.length; c++) {
        vector[c] = (float) table.at(r, c);
      }
      Label label = table.rows().get(r).label();
      points.add(
          table.rows().get(r).fileName(),
          label == null ? null : label.name(),
          layer.read(FeatureMatrix.of(1, vector.length, vector)));
    }
    return points.build();
  }

  /**
   * Adds a track.
   *
   * @param found its segments' values, at least one
   * @throws IllegalArgumentException if there would be more than fits into memory, or points differ
   *     in their number of values
   */
  public void add(String name, @Nullable String label, List<float[]> found) {
    if (!segments) {
      addPoint(name, label, mean(found));
    } else {
      for (int i = 0; i < found.size(); i++) {
        addPoint(name + " #" + (i + 1), label, found.get(i));
      }
    }
  }

  private void addPoint(String name, @Nullable String label, float[] point) {
    if (!values.isEmpty() && values.get(0).length != point.length) {
      throw new IllegalArgumentException(
          "%s gives %d values of layer %s and others %d"
              .formatted(name, point.length, layer.name(), values.get(0).length));
    }
    if (rows.size() == PointTableOptions.MAXIMUM_ROWS
        || (rows.size() + 1L) * point.length > Points.MAXIMUM_VALUES) {
      throw new IllegalArgumentException(
          "more than %d points of %d values; give fewer tracks, or leave out --segments"
              .formatted(rows.size(), point.length));
    }
    rows.add(new PointTable.Row(name, label));
    values.add(point);
  }

  private static float[] mean(List<float[]> segments) {
    float[] mean = new float[segments.get(0).length];
    for (int i = 0; i < mean.length; i++) {
      double sum = 0;
      for (float[] segment : segments) {
        sum += segment[i];
      }
      mean[i] = (float) (sum / segments.size());
    }
    return mean;
  }

  /**
   * The table of what was added.
   *
   * @throws IllegalArgumentException if there are fewer than three points
   */
  public PointTable build() {
    if (rows.size() < 3) {
      throw new IllegalArgumentException(
          "%d points of %s; a picture needs at least 3".formatted(rows.size(), title));
    }
    int width = values.get(0).length;
    double[] all = new double[rows.size() * width];
    for (int row = 0; row < rows.size(); row++) {
      for (int i = 0; i < width; i++) {
        all[row * width + i] = values.get(row)[i];
      }
    }
    return new PointTable(
        title, layer.columns(width), rows, Points.of(rows.size(), width, all), warnings);
  }
}
