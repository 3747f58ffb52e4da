package io.auricle.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.auricle.neural.option.OptimiserOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Updates weights in place on their device; its state lies there, too. Kingma and Ba 2015 (Adam),
 * Loshchilov and Hutter 2019 (AdamW), Tieleman and Hinton 2012 (RMSProp); formulas as in PyTorch.
 * Gradients must not be recorded meanwhile. Not thread-safe; the manager owns the state.
 */
final class Optimiser {
  private static final double BETA2 = 0.999;

  private final NDManager manager;
  private final Map<String, NDArray> state = new TreeMap<>();

  /**
   * @param manager owner of the state, on the weights' device
   */
  Optimiser(NDManager manager) {
    this.manager = manager;
  }

  /**
   * What the schedule says about one step.
   *
   * @param factor of the learning rate, above 0
   * @param beta1 decay of the mean gradient of the Adams
   * @param step counted from 1
   */
  record Pace(double factor, double beta1, long step) {}

  /**
   * One step of one weight.
   *
   * @param name of the weight
   * @param weight changed in place
   * @param gradient of the loss, changed in place too; its manager is that of the step
   */
  void update(String name, NDArray weight, NDArray gradient, OptimiserOptions options, Pace pace) {
    double rate = options.learningRate() * pace.factor();
    double decay = options.weightDecay();
    if (decay > 0 && options.kind() == OptimiserOptions.Kind.ADAMW) {
      weight.muli(1 - rate * decay);
    } else if (decay > 0) {
      add(gradient, weight, decay);
    }
    switch (options.kind()) {
      case SGD -> sgd(name, weight, gradient, rate, options.momentum());
      case RMSPROP -> rmsProp(name, weight, gradient, rate, options);
      case ADAM, ADAMW -> adam(name, weight, gradient, rate, pace, options.epsilon());
    }
  }

  /** The state to save, by name. */
  Map<String, float[]> state() {
    Map<String, float[]> values = new LinkedHashMap<>();
    state.forEach((name, array) -> values.put(name, array.toFloatArray()));
    return values;
  }

  /** Takes back what {@link #state()} gave. */
  void restore(Map<String, float[]> values) {
    values.forEach(
        (name, array) -> {
          NDArray flat = manager.create(array, new Shape(array.length));
          NDArray old = state.put(name, flat);
          if (old != null) {
            old.close();
          }
        });
  }

  private void sgd(String name, NDArray weight, NDArray gradient, double rate, double momentum) {
    if (momentum == 0) {
      add(weight, gradient, -rate);
      return;
    }
    NDArray velocity = state(name, "velocity", weight);
    velocity.muli(momentum).addi(gradient);
    add(weight, velocity, -rate);
  }

  private void rmsProp(
      String name, NDArray weight, NDArray gradient, double rate, OptimiserOptions options) {
    NDArray square = state(name, "square", weight);
    average(square, gradient, options.rho());
    try (NDArray root = square.sqrt()) {
      gradient.divi(root.addi(options.epsilon()));
    }
    sgd(name, weight, gradient, rate, options.momentum());
  }

  private void adam(
      String name, NDArray weight, NDArray gradient, double rate, Pace pace, double epsilon) {
    double step = (double) pace.step();
    double size = rate / (1 - Math.pow(pace.beta1(), step));
    double correction = 1 / Math.sqrt(1 - Math.pow(BETA2, step));
    NDArray mean = state(name, "mean", weight);
    NDArray square = state(name, "square", weight);
    average(square, gradient, BETA2);
    mean.muli(pace.beta1());
    add(mean, gradient, 1 - pace.beta1());
    try (NDArray root = square.sqrt();
        NDArray change = mean.mul(size)) {
      weight.subi(change.divi(root.muli(correction).addi(epsilon)));
    }
  }

  /** The running mean of the squared gradient. */
  private static void average(NDArray square, NDArray gradient, double kept) {
    try (NDArray now = gradient.square()) {
      square.muli(kept).addi(now.muli(1 - kept));
    }
  }

  /** {@code target += factor * source}. */
  static void add(NDArray target, NDArray source, double factor) {
    try (NDArray change = source.mul(factor)) {
      target.addi(change);
    }
  }

  /** State in the shape of its weight; 0 before the first step. */
  private NDArray state(String name, String kind, NDArray weight) {
    String key = kind + ":" + name;
    NDArray array = state.get(key);
    if (array == null || !array.getShape().equals(weight.getShape())) {
      NDArray shaped =
          array == null ? manager.zeros(weight.getShape()) : array.reshape(weight.getShape());
      state.put(key, shaped);
      return shaped;
    }
    return array;
  }
}
