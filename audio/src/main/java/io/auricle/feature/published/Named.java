package io.auricle.feature.published;

import io.auricle.feature.Analysis;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.Kernel;
import java.util.List;

/**
 * A feature whose columns have the names of a published table.
 *
 * @param columns as many as the feature has
 */
record Named(List<String> columns, FrameFeature feature) implements FrameFeature {
  static Named of(String column, FrameFeature feature) {
    return new Named(List.of(column), feature);
  }

  @Override
  public Rows rows() {
    return feature.rows();
  }

  @Override
  public List<String> columns(FrameGrid grid) {
    return columns;
  }

  @Override
  public Kernel kernel(Analysis sound) {
    return feature.kernel(sound);
  }
}
