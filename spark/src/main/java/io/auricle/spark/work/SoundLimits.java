package io.auricle.spark.work;

import io.auricle.audio.DecodeLimits;
import java.io.Serializable;

/**
 * What one file may cost a task.
 *
 * @param soundSeconds length of its sound
 * @param wallSeconds time in decoding it
 * @param fileBytes its size
 */
public record SoundLimits(double soundSeconds, double wallSeconds, long fileBytes)
    implements Serializable {
  /**
   * Twenty minutes of sound and 60 s, as the web server has them, and a gibibyte, which holds
   * twenty minutes of any usual format.
   */
  public static final SoundLimits DEFAULT = new SoundLimits(20 * 60, 60, 1L << 30);

  private static final long serialVersionUID = 1L;

  /**
   * @throws IllegalArgumentException unless all are positive
   */
  public SoundLimits {
    if (!(soundSeconds > 0)) {
      throw new IllegalArgumentException("soundSeconds=" + soundSeconds + " must be positive");
    }
    if (!(wallSeconds > 0)) {
      throw new IllegalArgumentException("wallSeconds=" + wallSeconds + " must be positive");
    }
    if (fileBytes < 1) {
      throw new IllegalArgumentException("fileBytes=" + fileBytes + " must be positive");
    }
  }

  DecodeLimits decoding() {
    return DecodeLimits.DEFAULT
        .withDecodedSeconds(soundSeconds)
        .withWallSeconds(wallSeconds)
        .withFileBytes(fileBytes);
  }
}
