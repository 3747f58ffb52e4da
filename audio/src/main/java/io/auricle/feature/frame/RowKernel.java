package io.auricle.feature.frame;

import io.auricle.feature.FrameBlock;
import io.auricle.feature.Kernel;
import io.auricle.feature.Values;

/** Computes each frame by itself: from its values in a layer, the columns of a feature. */
final class RowKernel implements Kernel {
  private final Values source;
  private final Row row;
  private final int columns;
  private final float[] out;

  /** What is computed of a frame. */
  interface Row {
    /**
     * Computes one frame.
     *
     * @param values of all frames of a block
     * @param from index of this frame's first value
     * @param to one behind its last
     * @param out receives the columns
     * @param at index of the first column
     */
    void compute(float[] values, int from, int to, float[] out, int at);
  }

  /** A row of a single column. */
  interface Figure {
    /** The column of the frame {@code values[from, to)}. */
    double of(float[] values, int from, int to);
  }

  RowKernel(Values source, int columns, Row row) {
    this.source = source;
    this.row = row;
    this.columns = columns;
    this.out = new float[FrameBlock.FRAMES * columns];
  }

  static RowKernel single(Values source, Figure figure) {
    return new RowKernel(
        source, 1, (values, from, to, out, at) -> out[at] = (float) figure.of(values, from, to));
  }

  @Override
  public void accept(FrameBlock block, Target rows) {
    source.load(block);
    int width = source.columns();
    for (int frame = 0; frame < block.frames(); frame++) {
      int from = source.from() + frame * width;
      row.compute(source.values(), from, from + width, out, frame * columns);
    }
    rows.add(out, 0, block.frames());
  }
}
