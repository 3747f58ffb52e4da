package io.auricle.neural.option;

import io.auricle.neural.batch.ClipSource;

/**
 * Changes of pitch and tempo of the audio itself: each clip has some changed variants, and each
 * time it is drawn, one of them or the clip as it is, all equally likely. A {@link ClipSource}
 * supplies them.
 *
 * @param semitones farthest pitch, up or down, in [0, 12]
 * @param tempo farthest tempo, in [0, 0.5]: a factor between {@code 1 / (1 + tempo)} and {@code 1 +
 *     tempo}
 * @param variants of each clip, in [0, 100]; 0 for none
 */
public record AudioChanges(double semitones, double tempo, int variants) {
  public AudioChanges {
    if (!(semitones >= 0 && semitones <= 12)) {
      throw new IllegalArgumentException("semitones=%s must be in [0, 12]".formatted(semitones));
    }
    if (!(tempo >= 0 && tempo <= 0.5)) {
      throw new IllegalArgumentException("tempo=%s must be in [0, 0.5]".formatted(tempo));
    }
    if (variants < 0 || variants > 100) {
      throw new IllegalArgumentException("variants=%d must be in [0, 100]".formatted(variants));
    }
    if ((semitones > 0 || tempo > 0) != variants > 0) {
      throw new IllegalArgumentException(
          "semitones=%s and tempo=%s need variants above 0, and variants=%d one of them"
              .formatted(semitones, tempo, variants));
    }
  }

  public static AudioChanges none() {
    return new AudioChanges(0, 0, 0);
  }
}
