package io.auricle.explore;

/** How columns of different units are made comparable. Constant columns become 0. */
public enum Scaling {
  /** Values as they are, but for constant columns. */
  NONE,
  /** {@code (x - mean) / deviation}, the deviation of the points themselves (divided by n). */
  STANDARD,
  /** {@code (x - minimum) / (maximum - minimum)}. */
  MINMAX;

  /** The points scaled by column. */
  Points apply(Points points) {
    int columns = points.columns();
    double[] values = points.values().clone();
    double[] means = points.means();
    for (int column = 0; column < columns; column++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      double squares = 0;
      for (int i = column; i < values.length; i += columns) {
        low = Math.min(low, values[i]);
        high = Math.max(high, values[i]);
        squares += (values[i] - means[column]) * (values[i] - means[column]);
      }
      double shift = this == NONE ? 0 : this == STANDARD ? means[column] : low;
      double divisor =
          this == NONE ? 1 : this == STANDARD ? Math.sqrt(squares / points.rows()) : high - low;
      for (int i = column; i < values.length; i += columns) {
        values[i] = low == high ? 0 : (values[i] - shift) / divisor;
      }
    }
    return Points.wrap(points.rows(), columns, values);
  }
}
