package io.auricle.feature.frame;

import io.auricle.audio.Signal;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FrameOptions;
import io.auricle.feature.Framing;

/**
 * The share of samples of a frame whose sign differs from the sample before, {@code [frames][1]} in
 * [0, 1), as {@code librosa.feature.zero_crossing_rate}: samples within 1e-10 of 0 count as
 * positive, the ends are continued with their last value, a frame's first sample never counts.
 *
 * @param frameLength samples a frame, even, at least 2
 * @param hopLength samples between frames, at least 1
 * @param centred whether frames are centred, as in {@link FrameOptions}
 */
public record ZeroCrossingRate(int frameLength, int hopLength, boolean centred) {
  /** Samples below this amplitude count as negative. */
  public static final float NEGATIVE = -1e-10f;

  public ZeroCrossingRate {
    Framing.checkEven(frameLength);
    Framing.checkHop(hopLength);
  }

  /** Of centred frames. */
  public ZeroCrossingRate(int frameLength, int hopLength) {
    this(frameLength, hopLength, true);
  }

  /** The values of all frames, {@code 1 + samples / hopLength} if they are centred. */
  public FeatureMatrix of(Signal signal) {
    float[] values = of(signal.toArray());
    return FeatureMatrix.wrap(values.length, 1, values);
  }

  float[] of(float[] samples) {
    int[] crossingsBefore = new int[samples.length + 1];
    for (int i = 1; i < samples.length; i++) {
      boolean crossing = samples[i] < NEGATIVE != samples[i - 1] < NEGATIVE;
      crossingsBefore[i + 1] = crossingsBefore[i] + (crossing ? 1 : 0);
    }
    float[] values = new float[Framing.count(samples.length, frameLength, hopLength, centred)];
    for (int frame = 0; frame < values.length; frame++) {
      long start = (long) frame * hopLength - (centred ? frameLength / 2 : 0);
      int from = (int) Math.min(samples.length, Math.max(0, start + 1));
      int to = (int) Math.min(samples.length, start + frameLength);
      values[frame] = (float) (crossingsBefore[to] - crossingsBefore[from]) / frameLength;
    }
    return values;
  }
}
