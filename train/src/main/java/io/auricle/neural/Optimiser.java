package io.auricle.neural;

import java.util.Map;
import java.util.TreeMap;

/**
 * Updates weights in plain Java: the state is a few float arrays, saved and restored as they are.
 * Kingma and Ba 2015 (Adam), Loshchilov and Hutter 2019 (AdamW), Tieleman and Hinton 2012
 * (RMSProp); formulas as in PyTorch. Not thread-safe.
 */
final class Optimiser {
  private static final double BETA2 = 0.999;
  private static final double ALPHA = 0.99;
  private static final float EPSILON = 1e-8f;

  private final OptimiserOptions options;
  private final Map<String, float[]> state = new TreeMap<>();

  Optimiser(OptimiserOptions options) {
    this.options = options;
  }

  /**
   * What the schedule says about one step.
   *
   * @param learningRate above 0
   * @param beta1 decay of the mean gradient of the Adams
   */
  record Rates(double learningRate, double beta1) {}

  /**
   * One step.
   *
   * @param name of the weight
   * @param values changed in place
   * @param gradient of the loss, changed in place too
   * @param rates of this step
   * @param step counted from 1
   */
  void update(String name, float[] values, float[] gradient, Rates rates, long step) {
    double learningRate = rates.learningRate();
    boolean decoupled = options.kind() == OptimiserOptions.Kind.ADAMW;
    float decay = (float) options.weightDecay();
    if (decay > 0) {
      float kept = (float) (1 - learningRate * decay);
      for (int i = 0; i < values.length; i++) {
        if (decoupled) {
          values[i] *= kept;
        } else {
          gradient[i] += decay * values[i];
        }
      }
    }
    switch (options.kind()) {
      case SGD -> sgd(name, values, gradient, (float) learningRate, step);
      case RMSPROP -> rmsProp(name, values, gradient, (float) learningRate);
      case ADAM, ADAMW -> adam(name, values, gradient, rates, step);
    }
  }

  /** The arrays to save, by name. */
  Map<String, float[]> state() {
    return state;
  }

  private void sgd(String name, float[] values, float[] gradient, float rate, long step) {
    float momentum = (float) options.momentum();
    float[] velocity = array(name, "velocity", values.length);
    for (int i = 0; i < values.length; i++) {
      velocity[i] = step == 1 ? gradient[i] : momentum * velocity[i] + gradient[i];
      values[i] -= rate * velocity[i];
    }
  }

  private void rmsProp(String name, float[] values, float[] gradient, float rate) {
    float alpha = (float) ALPHA;
    float momentum = (float) options.momentum();
    float[] square = array(name, "square", values.length);
    float[] velocity = array(name, "velocity", values.length);
    for (int i = 0; i < values.length; i++) {
      square[i] = alpha * square[i] + (1 - alpha) * gradient[i] * gradient[i];
      float step = gradient[i] / ((float) Math.sqrt(square[i]) + EPSILON);
      velocity[i] = momentum * velocity[i] + step;
      values[i] -= rate * velocity[i];
    }
  }

  private void adam(String name, float[] values, float[] gradient, Rates rates, long step) {
    float beta1 = (float) rates.beta1();
    float beta2 = (float) BETA2;
    float size = (float) (rates.learningRate() / (1 - Math.pow(rates.beta1(), (double) step)));
    float root = (float) (1 / Math.sqrt(1 - Math.pow(BETA2, (double) step)));
    float[] mean = array(name, "mean", values.length);
    float[] square = array(name, "square", values.length);
    for (int i = 0; i < values.length; i++) {
      float g = gradient[i];
      mean[i] = beta1 * mean[i] + (1 - beta1) * g;
      square[i] = beta2 * square[i] + (1 - beta2) * g * g;
      values[i] -= size * mean[i] / ((float) Math.sqrt(square[i]) * root + EPSILON);
    }
  }

  private float[] array(String name, String kind, int length) {
    return state.computeIfAbsent(kind + ":" + name, key -> new float[length]);
  }
}
