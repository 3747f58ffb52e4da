package io.auricle.eval.metric;

/**
 * How to evaluate.
 *
 * @param topK the k of top-k accuracy, at least 1
 * @param calibrationBins bins of equal width for the calibration error, at least 1
 * @param rounds of the bootstrap, at least 1
 * @param confidence of the intervals, in (0, 1)
 * @param seed of the bootstrap
 */
public record EvaluationOptions(
    int topK, int calibrationBins, int rounds, double confidence, long seed) {
  public EvaluationOptions {
    requirePositive("topK", topK);
    requirePositive("calibrationBins", calibrationBins);
    requirePositive("rounds", rounds);
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("confidence=" + confidence + " must be in (0, 1)");
    }
  }

  /** Top 3, 15 bins, 95 % intervals of 1,000 rounds. */
  public static EvaluationOptions defaults() {
    return new EvaluationOptions(3, 15, 1000, 0.95, 20260101);
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + "=" + value + " must be at least 1");
    }
  }
}
