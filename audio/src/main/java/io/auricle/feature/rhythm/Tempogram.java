package io.auricle.feature.rhythm;

import io.auricle.feature.FeatureMatrix;
import java.nio.FloatBuffer;

/**
 * Local autocorrelation of an onset strength (Grosche, Müller and Kurth 2010,
 * doi:10.1109/ICASSP.2010.5495219): at each frame the strength around it under a Hann window is
 * correlated with itself, lag 0 scaled to 1, as {@code librosa.feature.tempogram}. Beyond the ends
 * the strength falls to 0 in a straight line. Where it is 0 throughout, so is the result.
 *
 * @param windowFrames length of the window and number of lags, at least 2
 */
public record Tempogram(int windowFrames) {
  public Tempogram {
    if (windowFrames < 2 || windowFrames > 1 << 18) {
      throw new IllegalArgumentException(
          "windowFrames=" + windowFrames + " must be in [2, 262144]");
    }
  }

  /** The tempogram, {@code [frames][windowFrames]}: a column a lag, lag 0 first. */
  public FeatureMatrix of(FeatureMatrix onsetStrength) {
    int frames = onsetStrength.frameCount();
    FloatBuffer values = FloatBuffer.allocate(Math.multiplyExact(frames, windowFrames));
    TempogramStream stream = new TempogramStream(windowFrames);
    stream.add(
        onsetStrength.values(),
        0,
        frames,
        true,
        stream.correlating((rows, from, count) -> values.put(rows, from, count * windowFrames)));
    return FeatureMatrix.wrap(frames, windowFrames, values.array());
  }
}
