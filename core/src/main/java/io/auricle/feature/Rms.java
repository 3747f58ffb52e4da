package io.auricle.feature;

import io.auricle.audio.Signal;

/**
 * The root of the mean square of centred frames, {@code [frames][1]}, zeros beyond the ends, as
 * {@code librosa.feature.rms}.
 *
 * @param frameLength samples a frame, at least 2
 * @param hopLength samples between frames, at least 1
 */
public record Rms(int frameLength, int hopLength) {
  public Rms {
    Framing.checkEven(frameLength);
    Framing.checkHop(hopLength);
  }

  /** The values of {@code 1 + samples / hopLength} frames. */
  public FeatureMatrix of(Signal signal) {
    float[] values = of(Framing.samples(signal));
    return FeatureMatrix.wrap(values.length, 1, values);
  }

  float[] of(float[] samples) {
    float[] values = new float[1 + samples.length / hopLength];
    for (int frame = 0; frame < values.length; frame++) {
      long start = (long) frame * hopLength - frameLength / 2;
      int from = (int) Math.max(0, start);
      int to = (int) Math.min(samples.length, start + frameLength);
      double even = 0;
      double odd = 0;
      int i = from;
      for (; i + 1 < to; i += 2) {
        even += (double) samples[i] * samples[i];
        odd += (double) samples[i + 1] * samples[i + 1];
      }
      if (i < to) {
        even += (double) samples[i] * samples[i];
      }
      values[frame] = (float) Math.sqrt((even + odd) / frameLength);
    }
    return values;
  }
}
