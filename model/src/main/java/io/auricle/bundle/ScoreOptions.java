package io.auricle.bundle;

/**
 * How the model's output becomes scores that sum to 1.
 *
 * @param output what the model gives
 * @param temperature above 0; 1 leaves the scores as they are, higher values make them more modest.
 *     Applied to probabilities as {@code p^(1/T)}, normalised again (Guo et al. 2017,
 *     arXiv:1706.04599)
 */
public record ScoreOptions(Output output, double temperature) {
  /** What a model's output tensor {@code [n, labels]} holds. */
  public enum Output {
    /** Values in [0, 1] that sum to 1. */
    PROBABILITIES,
    /** Values in [0, 1], each for itself, as sigmoids give; they are divided by their sum. */
    TAGS,
    /** Unbounded values, to be put through a softmax. */
    LOGITS
  }

  /** Probabilities taken as they are. */
  public static final ScoreOptions PLAIN = new ScoreOptions(Output.PROBABILITIES, 1);

  public ScoreOptions {
    Checks.present(output, "output");
    if (!(temperature > 0 && Double.isFinite(temperature))) {
      throw new IllegalArgumentException("temperature=" + temperature + " must be above 0");
    }
  }

  /** The same with another temperature. */
  public ScoreOptions withTemperature(double other) {
    return new ScoreOptions(output, other);
  }
}
