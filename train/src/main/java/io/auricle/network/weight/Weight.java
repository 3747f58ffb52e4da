package io.auricle.network.weight;

import io.auricle.network.shape.TensorShape;

/**
 * The declaration of a named array that a layer owns.
 *
 * @param name short in its layer, as {@code weight}; prefixed by the steps it lies in
 * @param shape its sizes
 * @param initialiser its first values
 * @param trained false for statistics, which the optimiser leaves alone and parameter counts of
 *     trained parameters leave out
 * @param l2 factor of its squared sum in the loss, 0 for none
 */
public record Weight(
    String name, TensorShape shape, Initialiser initialiser, boolean trained, double l2) {
  public static Weight trained(String name, TensorShape shape, Initialiser initialiser) {
    return new Weight(name, shape, initialiser, true, 0);
  }

  public static Weight statistic(String name, TensorShape shape, double value) {
    return new Weight(name, shape, Initialiser.constant(value), false, 0);
  }

  /** This weight inside something of that name. */
  public Weight prefixed(String prefix) {
    return new Weight(prefix + "." + name, shape, initialiser, trained, l2);
  }
}
