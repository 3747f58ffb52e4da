package io.auricle.network;

import io.auricle.network.shape.TensorShape;
import java.nio.FloatBuffer;

/** Named values outside any engine: a shape and its floats, last axis fastest. Immutable. */
public final class Tensor {
  private final TensorShape shape;
  private final float[] values;

  private Tensor(TensorShape shape, float[] values) {
    if (values.length != shape.count()) {
      throw new IllegalArgumentException(
          "values.length=%d must be %d for shape=%s"
              .formatted(values.length, shape.count(), shape));
    }
    this.shape = shape;
    this.values = values;
  }

  /** A tensor of a copy of the values. */
  public static Tensor of(TensorShape shape, float[] values) {
    return new Tensor(shape, values.clone());
  }

  /**
   * A tensor of these very values, for those who have just made them and change them no more:
   * weights may take a gigabyte.
   */
  public static Tensor wrap(TensorShape shape, float[] values) {
    return new Tensor(shape, values);
  }

  public TensorShape shape() {
    return shape;
  }

  /** The values, to be read. */
  public FloatBuffer view() {
    return FloatBuffer.wrap(values).asReadOnlyBuffer();
  }

  /** A copy of the values. */
  public float[] toArray() {
    return values.clone();
  }
}
