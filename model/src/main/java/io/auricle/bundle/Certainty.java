package io.auricle.bundle;

/**
 * From which score on a model's best label is an answer, and what that gave on the tracks that it
 * was chosen on, none of which the model had learned from. Below it a model is "not sure".
 *
 * @param threshold the least score of an answer, in [0, 1]
 * @param wanted which share of the answers should be right, in (0, 1]
 * @param coverage share of the tracks that got an answer, each data set counting the same, in (0,
 *     1]
 * @param accuracy share of these answers that was right, in [0, 1]; below {@code wanted} if no
 *     threshold gave that much
 */
public record Certainty(double threshold, double wanted, double coverage, double accuracy) {
  public Certainty {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("threshold=" + threshold + " must be in [0, 1]");
    }
    if (!(wanted > 0 && wanted <= 1)) {
      throw new IllegalArgumentException("wanted=" + wanted + " must be in (0, 1]");
    }
    if (!(coverage > 0 && coverage <= 1)) {
      throw new IllegalArgumentException("coverage=" + coverage + " must be in (0, 1]");
    }
    if (!(accuracy >= 0 && accuracy <= 1)) {
      throw new IllegalArgumentException("accuracy=" + accuracy + " must be in [0, 1]");
    }
  }

  /** Whether some threshold gave the wanted share of right answers. */
  public boolean reached() {
    return accuracy >= wanted;
  }
}
