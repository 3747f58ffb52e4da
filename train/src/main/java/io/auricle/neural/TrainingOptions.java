package io.auricle.neural;

/**
 * All that decides what a training gives, beside the network and the data.
 *
 * @param optimiser rule of updating and its highest learning rate
 * @param schedule course of the learning rate
 * @param length epochs and when to stop before
 * @param batchSize segments a step, 2 or more (batch normalisation needs two)
 * @param labelSmoothing share of each target that is spread evenly over all classes, in [0, 1)
 * @param gradientClipping longest allowed gradient over all weights (L2 norm); 0 for no limit
 * @param augmentation random changes to the segments
 * @param seed of first weights, order, crops, augmentation and dropout
 */
public record TrainingOptions(
    OptimiserOptions optimiser,
    Schedule schedule,
    TrainingLength length,
    int batchSize,
    double labelSmoothing,
    double gradientClipping,
    AugmentationOptions augmentation,
    long seed) {
  public TrainingOptions {
    if (batchSize < 2) {
      throw new IllegalArgumentException("batchSize=%d must be 2 or more".formatted(batchSize));
    }
    if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
      throw new IllegalArgumentException(
          "labelSmoothing=%s must be in [0, 1)".formatted(labelSmoothing));
    }
    if (!(gradientClipping >= 0)) {
      throw new IllegalArgumentException(
          "gradientClipping=%s must be 0 or more".formatted(gradientClipping));
    }
  }
}
