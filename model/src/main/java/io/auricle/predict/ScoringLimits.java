package io.auricle.predict;

/**
 * What a model may cost. A model is a program: a loop in it need not end.
 *
 * @param runSeconds time that scoring the segments of one clip may take, in seconds
 */
public record ScoringLimits(double runSeconds) {
  /** Ten minutes, for which no honest model has a use. */
  public static final ScoringLimits DEFAULT = new ScoringLimits(600);

  /**
   * @throws IllegalArgumentException if the time is not positive
   */
  public ScoringLimits {
    if (!(runSeconds > 0)) {
      throw new IllegalArgumentException("runSeconds=" + runSeconds + " must be positive");
    }
  }
}
