package io.auricle.feature.custom;

import io.auricle.feature.Kernel;

/** Takes the rows of some columns and gives what a set makes of them. */
interface ColumnSink extends Kernel.Target {
  /** Rows that can be taken. */
  int ready();

  /** Values of such a row. */
  int width();

  /** Takes the next row away, into {@code target} at {@code offset}. */
  void take(float[] target, int offset);
}
