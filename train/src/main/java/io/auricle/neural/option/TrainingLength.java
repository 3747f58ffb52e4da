package io.auricle.neural.option;

/**
 * How long a training lasts.
 *
 * @param epochs at most, above 0
 * @param segmentsPerClip random segments drawn from each clip in an epoch (on average, with
 *     sampling weights), above 0
 * @param patience epochs without a better validation after which it ends; 0 for never
 * @param criterion by which epochs are compared: the best one's weights are kept; accuracy if left
 *     out
 */
public record TrainingLength(int epochs, int segmentsPerClip, int patience, Criterion criterion) {
  public TrainingLength {
    criterion = criterion == null ? Criterion.ACCURACY : criterion;
    if (epochs < 1) {
      throw new IllegalArgumentException("epochs=%d must be above 0".formatted(epochs));
    }
    if (segmentsPerClip < 1) {
      throw new IllegalArgumentException(
          "segmentsPerClip=%d must be above 0".formatted(segmentsPerClip));
    }
    if (patience < 0) {
      throw new IllegalArgumentException("patience=%d must be 0 or more".formatted(patience));
    }
  }

  /** Judged by accuracy. */
  public TrainingLength(int epochs, int segmentsPerClip, int patience) {
    this(epochs, segmentsPerClip, patience, Criterion.ACCURACY);
  }
}
