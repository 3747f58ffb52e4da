package io.auricle.plot.sound;

/**
 * Size and extent of a picture.
 *
 * @param width in pixels of the layout, in [400, 8000]; PNG has two for each
 * @param height in pixels of the layout, in [240, 8000]
 * @param fromSeconds where the picture begins in the sound, at least 0
 * @param toSeconds where it ends, above {@code fromSeconds}; infinite for the end of the sound
 */
public record PictureOptions(int width, int height, double fromSeconds, double toSeconds) {
  /** 1200 by 520, the whole sound. */
  public static final PictureOptions DEFAULT =
      new PictureOptions(1200, 520, 0, Double.POSITIVE_INFINITY);

  public PictureOptions {
    if (width < 400 || width > 8000) {
      throw new IllegalArgumentException("width=" + width + " must be in [400, 8000]");
    }
    if (height < 240 || height > 8000) {
      throw new IllegalArgumentException("height=" + height + " must be in [240, 8000]");
    }
    if (!(fromSeconds >= 0) || Double.isInfinite(fromSeconds)) {
      throw new IllegalArgumentException("from=" + fromSeconds + " must be at least 0 seconds");
    }
    if (!(toSeconds > fromSeconds)) {
      throw new IllegalArgumentException(
          "to=" + toSeconds + " must be above from=" + fromSeconds + " seconds");
    }
  }
}
