package io.auricle.feature.frame;

import io.auricle.audio.Signal;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FrameOptions;
import io.auricle.feature.Framing;

/**
 * The root of the mean square of each frame, {@code [frames][1]}, zeros beyond the ends, as {@code
 * librosa.feature.rms}. Silence gives 0.
 *
 * @param frameLength samples a frame, at least 2
 * @param hopLength samples between frames, at least 1
 * @param centred whether frames are centred, as in {@link FrameOptions}
 */
public record Rms(int frameLength, int hopLength, boolean centred) {
  public Rms {
    Framing.checkEven(frameLength);
    Framing.checkHop(hopLength);
  }

  /** Of centred frames. */
  public Rms(int frameLength, int hopLength) {
    this(frameLength, hopLength, true);
  }

  /** The values of all frames, {@code 1 + samples / hopLength} if they are centred. */
  public FeatureMatrix of(Signal signal) {
    float[] values = of(Framing.samples(signal));
    return FeatureMatrix.wrap(values.length, 1, values);
  }

  float[] of(float[] samples) {
    float[] values = new float[Framing.count(samples.length, frameLength, hopLength, centred)];
    for (int frame = 0; frame < values.length; frame++) {
      long start = (long) frame * hopLength - (centred ? frameLength / 2 : 0);
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
