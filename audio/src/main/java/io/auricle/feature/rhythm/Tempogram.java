package io.auricle.feature.rhythm;

import io.auricle.dsp.RealFft;
import io.auricle.dsp.Window;
import io.auricle.feature.FeatureMatrix;
import java.util.Arrays;

/**
 * Local autocorrelation of an onset strength (Grosche, Müller and Kurth 2010,
 * doi:10.1109/ICASSP.2010.5495219): at each frame the strength around it under a Hann window is
 * correlated with itself, lag 0 scaled to 1, as {@code librosa.feature.tempogram}. Beyond the ends
 * the strength falls to 0 in a straight line. Where it is 0 throughout, so is the result.
 *
 * @param windowFrames length of the window and number of lags, at least 2
 */
public record Tempogram(int windowFrames) {
  private static final int BATCH = 32;

  public Tempogram {
    if (windowFrames < 2 || windowFrames > 1 << 18) {
      throw new IllegalArgumentException(
          "windowFrames=" + windowFrames + " must be in [2, 262144]");
    }
  }

  /** The tempogram, {@code [frames][windowFrames]}: a column a lag, lag 0 first. */
  public FeatureMatrix of(FeatureMatrix onsetStrength) {
    float[] padded = pad(onsetStrength.values());
    int frames = onsetStrength.frameCount();
    RealFft fft = RealFft.ofLength(transformLength());
    float[] values = new float[Math.multiplyExact(frames, windowFrames)];
    float[] batch = new float[BATCH * fft.length()];
    float[] real = new float[BATCH * fft.bins()];
    float[] imaginary = new float[BATCH * fft.bins()];
    float[] window = Window.HANN.weights(windowFrames);
    for (int frame = 0; frame < frames; frame += BATCH) {
      int count = Math.min(BATCH, frames - frame);
      load(padded, frame, count, window, batch);
      fft.forward(batch, count, real, imaginary);
      for (int i = 0; i < count * fft.bins(); i++) {
        real[i] = real[i] * real[i] + imaginary[i] * imaginary[i];
        imaginary[i] = 0;
      }
      fft.inverse(real, imaginary, count, batch);
      for (int i = 0; i < count; i++) {
        System.arraycopy(batch, i * fft.length(), values, (frame + i) * windowFrames, windowFrames);
      }
    }
    return FeatureMatrix.wrap(frames, windowFrames, values);
  }

  /**
   * The mean of the tempogram over all frames, a value a lag: the frames' spectra are added up and
   * transformed back once.
   */
  float[] mean(float[] onsetStrength) {
    float[] padded = pad(onsetStrength);
    int frames = onsetStrength.length;
    RealFft fft = RealFft.ofLength(transformLength());
    int bins = fft.bins();
    float[] batch = new float[BATCH * fft.length()];
    float[] real = new float[BATCH * bins];
    float[] imaginary = new float[BATCH * bins];
    float[] window = Window.HANN.weights(windowFrames);
    double[] sums = new double[bins];
    float[] powers = new float[bins];
    for (int frame = 0; frame < frames; frame += BATCH) {
      int count = Math.min(BATCH, frames - frame);
      load(padded, frame, count, window, batch);
      fft.forward(batch, count, real, imaginary);
      for (int i = 0; i < count; i++) {
        int at = i * bins;
        for (int bin = 0; bin < bins; bin++) {
          powers[bin] +=
              real[at + bin] * real[at + bin] + imaginary[at + bin] * imaginary[at + bin];
        }
      }
      // Few floats are added up before they go to the doubles, which are slower to add to.
      for (int bin = 0; bin < bins; bin++) {
        sums[bin] += powers[bin];
        powers[bin] = 0;
      }
    }
    for (int bin = 0; bin < bins; bin++) {
      real[bin] = (float) (sums[bin] / frames);
      imaginary[bin] = 0;
    }
    fft.inverse(real, imaginary, 1, batch);
    float[] mean = new float[windowFrames];
    System.arraycopy(batch, 0, mean, 0, windowFrames);
    return mean;
  }

  /** Twice the window, so that the correlation does not wrap around. */
  private int transformLength() {
    return Integer.highestOneBit(2 * windowFrames - 1) << 1;
  }

  private float[] pad(float[] strength) {
    int margin = windowFrames / 2;
    int frames = strength.length;
    float[] padded = new float[frames + 2 * margin + 1];
    System.arraycopy(strength, 0, padded, margin, frames);
    for (int i = 0; i < margin; i++) {
      float share = (float) i / margin;
      padded[i] = strength[0] * share;
      padded[frames + 2 * margin - 1 - i] = strength[frames - 1] * share;
    }
    return padded;
  }

  /** Windowed frames of unit energy: their correlation at lag 0, the largest, is 1. */
  private void load(float[] padded, int first, int count, float[] window, float[] batch) {
    int length = transformLength();
    for (int i = 0; i < count; i++) {
      double energy = 0;
      int at = i * length;
      for (int n = 0; n < windowFrames; n++) {
        float value = padded[first + i + n] * window[n];
        batch[at + n] = value;
        energy += (double) value * value;
      }
      Arrays.fill(batch, at + windowFrames, at + length, 0);
      float scale = energy > 0 ? (float) (1 / Math.sqrt(energy)) : 0;
      for (int n = 0; n < windowFrames; n++) {
        batch[i * length + n] *= scale;
      }
    }
  }
}
