package io.auricle.feature.set;

import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FrameBlock;
import io.auricle.feature.Kernel;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Gathers the rows of a kernel for what can only be computed of all of them. What is gathered must
 * be little for a second of sound.
 */
final class WholeMatrix implements Kernel {
  private final Kernel kernel;
  private final int columns;
  private final UnaryOperator<FeatureMatrix> result;
  private float[] values = new float[0];
  private int filled;

  WholeMatrix(Kernel kernel, int columns, UnaryOperator<FeatureMatrix> result) {
    this.kernel = kernel;
    this.columns = columns;
    this.result = result;
  }

  @Override
  public void accept(FrameBlock block, Target rows) {
    kernel.accept(block, this::gather);
    if (block.last()) {
      FeatureMatrix all =
          FeatureMatrix.wrap(filled / columns, columns, Arrays.copyOf(values, filled));
      FeatureMatrix matrix = result.apply(all);
      rows.add(matrix.values(), 0, matrix.frameCount());
    }
  }

  private void gather(float[] more, int from, int count) {
    int end = Math.addExact(filled, count * columns);
    if (end > values.length) {
      values = Arrays.copyOf(values, Math.max(end, (int) (filled * 1.5)));
    }
    System.arraycopy(more, from, values, filled, count * columns);
    filled = end;
  }
}
