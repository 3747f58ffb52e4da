package io.auricle.explore;

import java.util.Arrays;

/** Points of a space of any number of dimensions: {@code [rows][columns]}, finite. Immutable. */
public final class Points {
  /** What fits into memory several times over: half a gigabyte. */
  public static final int MAXIMUM_VALUES = 1 << 26;

  private final int rows;
  private final int columns;
  private final double[] values;

  private Points(int rows, int columns, double[] values) {
    this.rows = rows;
    this.columns = columns;
    this.values = values;
  }

  /**
   * Points of given coordinates.
   *
   * @param values row after row, copied
   * @throws IllegalArgumentException if there are not {@code rows * columns} finite values
   */
  public static Points of(int rows, int columns, double[] values) {
    if (rows < 1 || columns < 1 || values.length != (long) rows * columns) {
      throw new IllegalArgumentException(
          "values.length=%d must be rows=%d times columns=%d, each at least 1"
              .formatted(values.length, rows, columns));
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "value=%s of row %d, column %d must be finite"
                .formatted(values[i], i / columns, i % columns));
      }
    }
    return new Points(rows, columns, values.clone());
  }

  /** Points whose coordinates nobody else will change. */
  static Points wrap(int rows, int columns, double[] values) {
    return new Points(rows, columns, values);
  }

  public int rows() {
    return rows;
  }

  /** Number of dimensions. */
  public int columns() {
    return columns;
  }

  public double at(int row, int column) {
    return values[row * columns + column];
  }

  /** The coordinates themselves, not to be changed. */
  double[] values() {
    return values;
  }

  /** The first {@code count} dimensions. */
  public Points first(int count) {
    double[] kept = new double[rows * count];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(values, row * columns, kept, row * count, count);
    }
    return new Points(rows, count, kept);
  }

  /** The mean of each column. */
  double[] means() {
    double[] means = new double[columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        means[column] += values[row * columns + column];
      }
    }
    for (int column = 0; column < columns; column++) {
      means[column] /= rows;
    }
    return means;
  }

  /** The squared Euclidean distance of two points. */
  double squaredDistance(int row, int other) {
    return squaredDistance(values, row * columns, values, other * columns, columns);
  }

  /**
   * The squared Euclidean distance of two points that lie in arrays; four sums run side by side.
   */
  static double squaredDistance(double[] a, int atA, double[] b, int atB, int length) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int i = 0;
    for (; i <= length - 4; i += 4) {
      double d0 = a[atA + i] - b[atB + i];
      double d1 = a[atA + i + 1] - b[atB + i + 1];
      double d2 = a[atA + i + 2] - b[atB + i + 2];
      double d3 = a[atA + i + 3] - b[atB + i + 3];
      sum0 += d0 * d0;
      sum1 += d1 * d1;
      sum2 += d2 * d2;
      sum3 += d3 * d3;
    }
    for (; i < length; i++) {
      double d = a[atA + i] - b[atB + i];
      sum0 += d * d;
    }
    return sum0 + sum1 + (sum2 + sum3);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Points points
        && columns == points.columns
        && Arrays.equals(values, points.values);
  }

  @Override
  public int hashCode() {
    return 31 * columns + Arrays.hashCode(values);
  }
}
