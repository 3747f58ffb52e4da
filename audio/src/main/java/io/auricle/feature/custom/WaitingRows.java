package io.auricle.feature.custom;

import java.util.Arrays;

/** Rows that wait until those of the other columns are known. */
final class WaitingRows implements ColumnSink {
  private final int columns;
  private float[] values = new float[0];
  private int first;
  private int rows;

  WaitingRows(int columns) {
    this.columns = columns;
  }

  @Override
  public void add(float[] more, int from, int count) {
    int end = (first + rows) * columns;
    if (end + count * columns > values.length) {
      System.arraycopy(values, first * columns, values, 0, rows * columns);
      first = 0;
      end = rows * columns;
      if (end + count * columns > values.length) {
        values = Arrays.copyOf(values, Math.addExact(2 * end, count * columns));
      }
    }
    System.arraycopy(more, from, values, end, count * columns);
    rows += count;
  }

  @Override
  public int ready() {
    return rows;
  }

  @Override
  public int width() {
    return columns;
  }

  @Override
  public void take(float[] target, int offset) {
    System.arraycopy(values, first * columns, target, offset, columns);
    first++;
    rows--;
  }
}
