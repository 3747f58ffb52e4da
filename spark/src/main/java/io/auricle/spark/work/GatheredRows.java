package io.auricle.spark.work;

import java.util.Arrays;

/** The values of a matrix that comes in blocks of rows. */
final class GatheredRows {
  private final int most;
  private float[] values = new float[1 << 10];
  private int filled;

  /** There are more values than may be held. */
  static final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMany() {
      super("too many values", null, false, false);
    }
  }

  /**
   * @param most values
   */
  GatheredRows(int most) {
    this.most = most;
  }

  /**
   * Takes the next rows.
   *
   * @throws TooMany if that is more than may be held
   */
  void add(float[] rows) {
    if (rows.length > most - filled) {
      throw new TooMany();
    }
    if (filled + rows.length > values.length) {
      values = Arrays.copyOf(values, Math.max(filled + rows.length, 2 * filled));
    }
    System.arraycopy(rows, 0, values, filled, rows.length);
    filled += rows.length;
  }

  /** All of them. */
  float[] values() {
    return Arrays.copyOf(values, filled);
  }
}
