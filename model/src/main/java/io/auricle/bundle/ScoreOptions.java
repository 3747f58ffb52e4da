package io.auricle.bundle;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the model's output becomes scores: probabilities of labels of which one is true, which sum to
 * 1, or of tags, each of which is true or not by itself.
 *
 * @param output what the model gives
 * @param temperature above 0; 1 leaves the scores as they are, higher values make them more modest.
 *     Applied to probabilities as {@code p^(1/T)}, normalised again (Guo et al. 2017,
 *     arXiv:1706.04599), where a tag and its absence are the two that are normalised
 * @param thresholds of tags: the score from which each is given, in the order of the labels; 0.5
 *     each if left out
 * @param certainty of labels: from which score on the best one is an answer; null where nothing is
 *     known of it, as in older cards
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ScoreOptions(
    Output output, double temperature, List<Double> thresholds, @Nullable Certainty certainty) {
  private static final double EVEN = 0.5;

  /** What a model's output tensor {@code [n, labels]} holds. */
  public enum Output {
    /** Values in [0, 1] that sum to 1. */
    PROBABILITIES,
    /** Values in [0, 1] of labels of which one is true; they are divided by their sum. */
    SIGMOIDS,
    /** Values in [0, 1], each for itself: any number of labels may be true. */
    TAGS,
    /** Unbounded values, to be put through a softmax. */
    LOGITS;

    /** What rounding may add to a probability. */
    private static final float ROUNDING = 1e-3f;

    /** Whether a value can be one of these. */
    public boolean holds(float value) {
      return this == LOGITS ? Float.isFinite(value) : value >= -ROUNDING && value <= 1 + ROUNDING;
    }
  }

  /** Probabilities taken as they are. */
  public static final ScoreOptions PLAIN = new ScoreOptions(Output.PROBABILITIES, 1);

  public ScoreOptions {
    Checks.present(output, "output");
    if (!(temperature > 0 && Double.isFinite(temperature))) {
      throw new IllegalArgumentException("temperature=" + temperature + " must be above 0");
    }
    thresholds = thresholds == null ? List.of() : List.copyOf(thresholds);
    if (output != Output.TAGS && !thresholds.isEmpty()) {
      throw new IllegalArgumentException(
          "thresholds=%s must be left out unless output is tags".formatted(thresholds));
    }
    if (output == Output.TAGS && certainty != null) {
      throw new IllegalArgumentException(
          "certainty must be left out for tags, which have a threshold each");
    }
    if (thresholds.stream().anyMatch(value -> !(value >= 0 && value <= 1))) {
      throw new IllegalArgumentException("thresholds=" + thresholds + " must be in [0, 1]");
    }
  }

  /** Scores without thresholds. */
  public ScoreOptions(Output output, double temperature) {
    this(output, temperature, List.of(), null);
  }

  /** Whether each label is true or not by itself. */
  public boolean tags() {
    return output == Output.TAGS;
  }

  /** From which score on a tag is given. */
  public double threshold(int tag) {
    return thresholds.isEmpty() ? EVEN : thresholds.get(tag);
  }

  /**
   * From which score on the best label is an answer; below it a model is not sure. Where nothing
   * was measured that is one half, below which a score says itself that it is more likely wrong.
   */
  public double sureFrom() {
    return certainty == null ? EVEN : certainty.threshold();
  }

  /** The same with another temperature. */
  public ScoreOptions withTemperature(double other) {
    return new ScoreOptions(output, other, thresholds, certainty);
  }

  /** The same with another certainty. */
  public ScoreOptions withCertainty(@Nullable Certainty other) {
    return new ScoreOptions(output, temperature, thresholds, other);
  }

  /** The same with other thresholds. */
  public ScoreOptions withThresholds(List<Double> others) {
    return new ScoreOptions(output, temperature, others, certainty);
  }
}
