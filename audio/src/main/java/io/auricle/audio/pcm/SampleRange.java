package io.auricle.audio.pcm;

import java.util.Arrays;

/** How far the samples of each channel lie apart, as long as that is little. Not thread-safe. */
final class SampleRange {
  /** Farther apart than the last bit of any format, no more is looked at. */
  private static final float FAR = 0.05f;

  private static final int BLOCK = 4096;

  private final float[] lowest;
  private final float[] highest;
  private float range;

  SampleRange(int channels) {
    this.lowest = new float[channels];
    this.highest = new float[channels];
    Arrays.fill(lowest, Float.POSITIVE_INFINITY);
    Arrays.fill(highest, Float.NEGATIVE_INFINITY);
  }

  /** Takes {@code [frames][channels]} samples. */
  void add(float[] samples, int frames) {
    add(samples, 0, frames);
  }

  /** Takes {@code [frames][channels]} samples from a frame on. */
  void add(float[] samples, int first, int frames) {
    int channels = lowest.length;
    int end = first + frames;
    for (int from = first; from < end && range < FAR; from += BLOCK) {
      int to = Math.min(end, from + BLOCK);
      for (int c = 0; c < channels; c++) {
        add(samples, from * channels + c, to * channels, c);
      }
    }
  }

  private void add(float[] samples, int from, int to, int channel) {
    float low = lowest[channel];
    float high = highest[channel];
    for (int i = from; i < to; i += lowest.length) {
      float x = samples[i];
      low = x < low ? x : low;
      high = x > high ? x : high;
    }
    lowest[channel] = low;
    highest[channel] = high;
    range = Math.max(range, high - low);
  }

  /** Whether any channel varied by more than a step up and a step down. */
  boolean exceeds(float step) {
    return range > 2.01f * step;
  }
}
