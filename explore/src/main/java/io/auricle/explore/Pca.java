package io.auricle.explore;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Principal components: the directions of greatest variance of the centred points, and the points'
 * coordinates along them (Pearson 1901, Hotelling 1933). Tested against {@code
 * sklearn.decomposition.PCA}; the sign of a component is that of its largest entry, made positive.
 *
 * @param scores {@code [rows][components]}, of mean 0
 * @param directions {@code [components][columns]}, orthogonal, of length 1
 * @param varianceShares the share of all variance that each component explains, falling
 */
public record Pca(Points scores, Points directions, List<Double> varianceShares) {
  public Pca {
    varianceShares = List.copyOf(varianceShares);
  }

  /**
   * Finds the first components.
   *
   * @param components in [1, min(rows - 1, columns)]
   * @throws IllegalArgumentException if there are fewer, or if all points are the same
   */
  public static Pca of(Points points, int components) {
    int most = Math.min(points.rows() - 1, points.columns());
    if (components < 1 || components > most) {
      throw new IllegalArgumentException(
          "components=%d must be in [1, %d], the smaller of rows=%d less one and columns=%d"
              .formatted(components, most, points.rows(), points.columns()));
    }
    DMatrixRMaj centred = centred(points);
    double variance = 0;
    for (double value : centred.data) {
      variance += value * value;
    }
    if (variance == 0) {
      throw new IllegalArgumentException("all rows are the same: there is nothing to see");
    }
    DMatrixRMaj directions = LeadingDirections.of(centred, components);
    DMatrixRMaj scores = new DMatrixRMaj(points.rows(), components);
    CommonOps_DDRM.multTransB(centred, directions, scores);
    List<Double> shares = new ArrayList<>();
    for (int c = 0; c < components; c++) {
      double squares = 0;
      for (int row = 0; row < points.rows(); row++) {
        squares += scores.get(row, c) * scores.get(row, c);
      }
      shares.add(squares / variance);
    }
    return new Pca(
        Points.of(points.rows(), components, scores.data),
        Points.of(components, points.columns(), directions.data),
        shares);
  }

  private static DMatrixRMaj centred(Points points) {
    int columns = points.columns();
    double[] values = points.values().clone();
    double[] means = points.means();
    for (int i = 0; i < values.length; i++) {
      values[i] -= means[i % columns];
    }
    return DMatrixRMaj.wrap(points.rows(), columns, values);
  }
}
