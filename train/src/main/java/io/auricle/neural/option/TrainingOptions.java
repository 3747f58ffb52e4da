package io.auricle.neural.option;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that decides what a training gives, beside the network and the data.
 *
 * @param optimiser rule of updating and its highest learning rate
 * @param layerOptimisers others for the layers whose names fit a pattern, in which {@code *} stands
 *     for anything; the first that fits counts; none if left out
 * @param schedule course of the learning rate
 * @param length epochs and when to stop before
 * @param batchSize segments a step, 2 or more (batch normalisation needs two); {@value #ALL} for
 *     one step of all segments of an epoch
 * @param labelSmoothing share of each target that is spread evenly over all classes, in [0, 1)
 * @param classWeights factors of the loss of each class, in their order; all 1 if left out
 * @param positiveWeights of tags: factors of the loss where a tag is there, in the order of the
 *     classes (PyTorch's {@code pos_weight}); all 1 if left out
 * @param focus exponent by which what is right already counts less (the gamma of Lin et al. 2017,
 *     focal loss); 0 for none
 * @param tagLoss how outputs of sigmoids are compared with tags; binary if left out
 * @param gradientClipping longest allowed gradient over all weights (L2 norm); 0 for no limit
 * @param augmentation random changes to the segments
 * @param seed of first weights, order, crops, augmentation and dropout
 */
public record TrainingOptions(
    OptimiserOptions optimiser,
    Map<String, OptimiserOptions> layerOptimisers,
    Schedule schedule,
    TrainingLength length,
    int batchSize,
    double labelSmoothing,
    List<Double> classWeights,
    List<Double> positiveWeights,
    double focus,
    TagLoss tagLoss,
    double gradientClipping,
    AugmentationOptions augmentation,
    long seed) {
  /** The batch size that stands for all segments of an epoch. */
  public static final int ALL = 0;

  /** The losses of tags. */
  public enum TagLoss {
    /** Binary cross-entropy of each tag. */
    BINARY,
    /**
     * Cross-entropy of the outputs divided by their sum, as Keras' categorical_crossentropy on
     * sigmoids: tags compete, and the height of the outputs does not matter.
     */
    CATEGORICAL
  }

  public TrainingOptions {
    tagLoss = tagLoss == null ? TagLoss.BINARY : tagLoss;
    require(optimiser, "optimiser");
    require(schedule, "schedule");
    require(length, "length");
    layerOptimisers =
        layerOptimisers == null
            ? Map.of()
            : Collections.unmodifiableMap(new LinkedHashMap<>(layerOptimisers));
    classWeights = classWeights == null ? List.of() : List.copyOf(classWeights);
    positiveWeights = positiveWeights == null ? List.of() : List.copyOf(positiveWeights);
    augmentation = augmentation == null ? AugmentationOptions.none() : augmentation;
    requireWeights("classWeights", classWeights);
    requireWeights("positiveWeights", positiveWeights);
    if (!(focus >= 0)) {
      throw new IllegalArgumentException("focus=%s must be 0 or more".formatted(focus));
    }
    if (batchSize < 2 && batchSize != ALL) {
      throw new IllegalArgumentException(
          "batchSize=%d must be 2 or more, or 0 for all at once".formatted(batchSize));
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

  /** One optimiser for all layers, all classes alike. */
  public TrainingOptions(
      OptimiserOptions optimiser,
      Schedule schedule,
      TrainingLength length,
      int batchSize,
      double labelSmoothing,
      double gradientClipping,
      AugmentationOptions augmentation,
      long seed) {
    this(
        optimiser,
        Map.of(),
        schedule,
        length,
        batchSize,
        labelSmoothing,
        List.of(),
        List.of(),
        0,
        TagLoss.BINARY,
        gradientClipping,
        augmentation,
        seed);
  }

  /** The same with another seed. */
  public TrainingOptions withSeed(long other) {
    return new TrainingOptions(
        optimiser,
        layerOptimisers,
        schedule,
        length,
        batchSize,
        labelSmoothing,
        classWeights,
        positiveWeights,
        focus,
        tagLoss,
        gradientClipping,
        augmentation,
        other);
  }

  /** The same with other weights of tags that are there. */
  public TrainingOptions withPositiveWeights(List<Double> others) {
    return new TrainingOptions(
        optimiser,
        layerOptimisers,
        schedule,
        length,
        batchSize,
        labelSmoothing,
        classWeights,
        others,
        focus,
        tagLoss,
        gradientClipping,
        augmentation,
        seed);
  }

  private static void requireWeights(String name, List<Double> weights) {
    if (weights.stream().anyMatch(weight -> !(weight >= 0 && Double.isFinite(weight)))) {
      throw new IllegalArgumentException("%s=%s must be 0 or more".formatted(name, weights));
    }
  }

  private static void require(@Nullable Object value, String name) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing in training");
    }
  }
}
