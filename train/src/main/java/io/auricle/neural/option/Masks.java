package io.auricle.neural.option;

/**
 * Random holes and shifts of a spectrogram (SpecAugment, Park et al. 2019); what is masked becomes
 * the floor of the {@link LevelChanges}.
 *
 * @param count of masks of each direction
 * @param maxBands highest width of a mask of bands; 0 for none
 * @param maxFrames highest width of a mask of frames; 0 for none
 * @param lowPassShare probability that all bands from a random one on are masked, in [0, 1]
 * @param lowPassFirst lowest band such a low-pass may begin at
 * @param maxBandShift bands that the segment may move up or down; 0 for none
 */
public record Masks(
    int count,
    int maxBands,
    int maxFrames,
    double lowPassShare,
    int lowPassFirst,
    int maxBandShift) {
  public Masks {
    if (count < 0 || maxBands < 0 || maxFrames < 0 || lowPassFirst < 0 || maxBandShift < 0) {
      throw new IllegalArgumentException(
          "count=%d, maxBands=%d, maxFrames=%d, lowPassFirst=%d, maxBandShift=%d must be 0 or more"
              .formatted(count, maxBands, maxFrames, lowPassFirst, maxBandShift));
    }
    if (!(lowPassShare >= 0 && lowPassShare <= 1)) {
      throw new IllegalArgumentException(
          "lowPassShare=%s must be in [0, 1]".formatted(lowPassShare));
    }
  }

  public static Masks none() {
    return new Masks(0, 0, 0, 0, 0, 0);
  }
}
