package io.auricle.predict;

import io.auricle.audio.Signal;

/**
 * A constant under the sound, as bad converters and crossed wires leave it, is no sound: models
 * hear a clip without it. One of less than {@value #SHARE} of the sound's root mean square stays,
 * so that the features are those of librosa there: of 250 recordings the largest is .13 (an old
 * sampler), the next .02.
 */
final class SteadyOffset {
  static final double SHARE = 0.5;

  /** Looks at every so many samples first: nearly no clip has an offset. */
  private static final int STRIDE = 13;

  private SteadyOffset() {}

  /** The clip itself, or without its mean if that is large. */
  static Signal without(Signal clip) {
    if (share(clip, STRIDE) < SHARE / 2 || share(clip, 1) < SHARE) {
      return clip;
    }
    double mean = mean(clip, 1);
    float[] samples = new float[clip.length()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (clip.at(i) - mean);
    }
    return Signal.of(samples, 0, samples.length, clip.sampleRateHz());
  }

  /** The mean over the standard deviation. */
  private static double share(Signal clip, int stride) {
    double mean = mean(clip, stride);
    double square = 0;
    int count = 0;
    for (int i = 0; i < clip.length(); i += stride, count++) {
      double x = clip.at(i) - mean;
      square += x * x;
    }
    return Math.abs(mean) / Math.max(Math.sqrt(square / Math.max(1, count)), Float.MIN_NORMAL);
  }

  private static double mean(Signal clip, int stride) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < clip.length(); i += stride, count++) {
      sum += clip.at(i);
    }
    return sum / Math.max(1, count);
  }
}
