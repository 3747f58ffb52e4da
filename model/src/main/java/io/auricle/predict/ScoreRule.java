package io.auricle.predict;

import io.auricle.bundle.Ensemble;
import io.auricle.bundle.Ensemble.Combination;
import io.auricle.bundle.ModelCard;
import io.auricle.bundle.ScoreOptions;
import java.util.Arrays;
import java.util.List;

/**
 * How the scores of one model or several become an answer: combine, temper, decide. Whoever fits a
 * weight, a temperature or a threshold asks this rule, as does whoever classifies. Immutable.
 */
public final class ScoreRule {
  /** Keeps the logarithm of a probability of 0 finite. */
  private static final double TINY = 1e-30;

  private final Combination combination;
  private final ScoreOptions options;

  private ScoreRule(Combination combination, ScoreOptions options) {
    this.combination = combination;
    this.options = options;
  }

  /** The rule of a single model, whose scores need not be combined. */
  public static ScoreRule of(ScoreOptions options) {
    return new ScoreRule(Combination.MEAN, options);
  }

  /** The rule of models that answer together. */
  public static ScoreRule of(Combination combination, ScoreOptions options) {
    return new ScoreRule(combination, options);
  }

  /** The rule of a model's members; a single model is its own, which tempers its scores itself. */
  public static ScoreRule of(ModelCard card) {
    return card.kind() instanceof Ensemble ensemble
        ? of(ensemble.combination(), card.scores())
        : of(card.scores().withTemperature(1));
  }

  /** Probabilities of one row of output; of tags each for itself. */
  public double[] probabilities(float[] output) {
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

  /**
   * What members say together, tempered.
   *
   * @param members the scores of each, in the order of the labels
   * @param weights of the members, not all 0; only their ratios count
   */
  public double[] scores(List<double[]> members, List<Double> weights) {
    double[] combined = new double[members.get(0).length];
    double total = weights.stream().mapToDouble(weight -> weight).sum();
    for (int m = 0; m < members.size(); m++) {
      double share = weights.get(m) / total;
      double[] own = members.get(m);
      int best = best(own);
      for (int i = 0; i < combined.length; i++) {
        double said = combination == Combination.VOTE ? (i == best ? 1 : 0) : own[i];
        combined[i] += share * said;
      }
    }
    return tempered(combined);
  }

  /** Probabilities made more or less modest by the temperature; the order stays. */
  public double[] tempered(double[] probabilities) {
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

  /**
   * Whether a label is what is answered: the first of the best ones if its score is high enough, or
   * each tag that reaches its own threshold.
   *
   * @param scores of all labels, combined and tempered
   */
  public boolean isGiven(double[] scores, int label) {
    return options.tags()
        ? scores[label] >= options.threshold(label)
        : label == best(scores) && scores[label] >= options.sureFrom();
  }

  /** The first of the highest scores. */
  public static int best(double[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    return best;
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
