package io.auricle.distill.sound;

import java.nio.ShortBuffer;
import java.util.Arrays;

/** The samples of a sound, in a mapped file. Thread-safe. */
public final class StoredSound {
  private static final float SCALE = 1f / 32768;

  private final FoundSound found;
  private final ShortBuffer samples;

  StoredSound(FoundSound found, ShortBuffer samples) {
    this.found = found;
    this.samples = samples;
  }

  /** What is known of it. */
  public FoundSound found() {
    return found;
  }

  /** Number of samples. */
  public int length() {
    return samples.capacity();
  }

  /** Copies samples, zeros beyond the ends. */
  void read(int from, float[] target, int offset, int count) {
    short[] values = new short[Math.max(0, Math.min(from + count, length()) - Math.max(0, from))];
    int first = Math.max(0, -from);
    samples.duplicate().position(Math.min(length(), Math.max(0, from))).get(values);
    Arrays.fill(target, offset, offset + count, 0);
    for (int i = 0; i < values.length; i++) {
      target[offset + first + i] = values[i] * SCALE;
    }
  }

  /**
   * Copies samples played at another speed: cubic interpolation between the four nearest.
   *
   * @param speed above 1 for faster and higher
   */
  void read(int from, double speed, float[] target, int offset, int count) {
    if (speed == 1) {
      read(from, target, offset, count);
      return;
    }
    float[] source = new float[(int) Math.ceil(count * speed) + 4];
    read(from - 1, source, 0, source.length);
    for (int i = 0; i < count; i++) {
      double place = i * speed + 1;
      int at = (int) place;
      float x = (float) (place - at);
      float a = source[at - 1];
      float b = source[at];
      float c = source[at + 1];
      float d = source[at + 2];
      // Catmull and Rom's spline.
      target[offset + i] =
          b + 0.5f * x * (c - a + x * (2 * a - 5 * b + 4 * c - d + x * (3 * (b - c) + d - a)));
    }
  }
}
