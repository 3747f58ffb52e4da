package io.auricle.neural.option;

/**
 * Random changes that leave the class of a segment as it is.
 *
 * @param levels equaliser, gain, dynamics, noise
 * @param masks SpecAugment, low-pass, shift
 * @param mixup alpha of the Beta distribution by which each batch is mixed with itself in another
 *     order (Zhang et al. 2018); 0 for none
 * @param audio pitch and tempo
 */
public record AugmentationOptions(
    LevelChanges levels, Masks masks, double mixup, AudioChanges audio) {
  public AugmentationOptions {
    levels = levels == null ? LevelChanges.none() : levels;
    masks = masks == null ? Masks.none() : masks;
    audio = audio == null ? AudioChanges.none() : audio;
    if (!(mixup >= 0)) {
      throw new IllegalArgumentException("mixup=%s must be 0 or more".formatted(mixup));
    }
    boolean bounded = Double.isFinite(levels.floor()) && Double.isFinite(levels.ceiling());
    if (!bounded && !(levels.equals(LevelChanges.none()) && masks.equals(Masks.none()))) {
      throw new IllegalArgumentException(
          "floor=%s and ceiling=%s must be finite for changes of level and masks"
              .formatted(levels.floor(), levels.ceiling()));
    }
  }

  /** Without changes of the audio. */
  public AugmentationOptions(LevelChanges levels, Masks masks, double mixup) {
    this(levels, masks, mixup, AudioChanges.none());
  }

  public static AugmentationOptions none() {
    return new AugmentationOptions(LevelChanges.none(), Masks.none(), 0);
  }
}
