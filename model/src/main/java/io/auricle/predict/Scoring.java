package io.auricle.predict;

import io.auricle.bundle.ScoreOptions;
import java.util.Arrays;

/** From a model's output to scores, as its {@link ScoreOptions} say. Immutable. */
final class Scoring {
  /** Keeps the logarithm of a probability of 0 finite. */
  private static final double TINY = 1e-30;

  private final ScoreOptions options;

  Scoring(ScoreOptions options) {
    this.options = options;
  }

  /** Probabilities of one row of output; of tags each for itself. */
  double[] probabilities(float[] output) {
    double[] values = new double[output.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = output[i];
    }
    return switch (options.output()) {
      case PROBABILITIES, TAGS -> values;
      // The softmax of logarithms divides by the sum, and is even where all are 0.
      case SIGMOIDS ->
          softmax(Arrays.stream(values).map(p -> Math.log(Math.max(p, TINY))).toArray());
      case LOGITS -> softmax(values);
    };
  }

  /** Probabilities made more or less modest by the temperature; the order stays. */
  double[] tempered(double[] probabilities) {
    if (options.temperature() == 1) {
      return probabilities.clone();
    }
    if (options.tags()) {
      return Arrays.stream(probabilities).map(p -> tempered(p, options.temperature())).toArray();
    }
    return softmax(
        Arrays.stream(probabilities)
            .map(p -> Math.log(Math.max(p, TINY)) / options.temperature())
            .toArray());
  }

  /** A tag and its absence, normalised after {@code p^(1/T)}: the sigmoid of its logit over T. */
  private static double tempered(double probability, double temperature) {
    double present = Math.log(Math.max(probability, TINY));
    double absent = Math.log(Math.max(1 - probability, TINY));
    return 1 / (1 + Math.exp((absent - present) / temperature));
  }

  private static double[] softmax(double[] logits) {
    double max = Arrays.stream(logits).max().orElse(0);
    double[] powers = Arrays.stream(logits).map(x -> Math.exp(x - max)).toArray();
    double sum = Arrays.stream(powers).sum();
    return Arrays.stream(powers).map(p -> p / sum).toArray();
  }
}
