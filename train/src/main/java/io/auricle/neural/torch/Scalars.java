package io.auricle.neural.torch;

import ai.djl.ndarray.NDArray;

/**
 * Arithmetic with single numbers where gradients are recorded. The engine's own methods for it
 * close the number at once; what the gradient needs of it then lies in memory that the next garbage
 * collection frees, and weights become anything. Here it lives as long as the array's manager.
 */
public final class Scalars {
  private Scalars() {}

  public static NDArray times(NDArray array, double factor) {
    return array.mul(scalar(array, factor));
  }

  public static NDArray power(NDArray array, double exponent) {
    return array.pow(scalar(array, exponent));
  }

  private static NDArray scalar(NDArray array, double value) {
    return array.getManager().create((float) value);
  }
}
