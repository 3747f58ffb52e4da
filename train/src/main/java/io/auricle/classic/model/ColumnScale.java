package io.auricle.classic.model;

import io.auricle.feature.FeatureMatrix;
import java.util.List;

/** The scaling of columns by any vectors, and thereby not the one that a model learns. */
public final class ColumnScale {
  private final Scaler scaler;

  private ColumnScale(Scaler scaler) {
    this.scaler = scaler;
  }

  /**
   * Fits to vectors.
   *
   * @param vectors one at least, of one or more rows
   */
  public static ColumnScale of(ColumnScaling scaling, List<FeatureMatrix> vectors) {
    return new ColumnScale(Scaler.fit(scaling, vectors));
  }

  /** The matrix with each row scaled. */
  public FeatureMatrix apply(FeatureMatrix matrix) {
    float[] values = new float[matrix.frameCount() * matrix.columnCount()];
    for (int row = 0; row < matrix.frameCount(); row++) {
      double[] scaled = scaler.apply(matrix, row);
      for (int c = 0; c < scaled.length; c++) {
        values[row * scaled.length + c] = (float) scaled[c];
      }
    }
    return FeatureMatrix.wrap(matrix.frameCount(), matrix.columnCount(), values);
  }
}
