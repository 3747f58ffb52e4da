package io.auricle.feature.rhythm;

import io.auricle.dsp.fft.RealFft;
import io.auricle.dsp.fft.Window;
import io.auricle.feature.Kernel;
import java.util.Arrays;

/**
 * The {@link Tempogram} of an onset strength that comes in piece by piece: a frame waits for those
 * that its window reaches. Used by one call.
 */
final class TempogramStream {
  private static final int BATCH = 32;

  private final int windowFrames;
  private final int margin;
  private final RealFft fft;
  private final float[] window;
  private final float[] batch;
  private final float[] real;
  private final float[] imaginary;

  /** The strength from the first sample of the next frame's window on. */
  private float[] padded = new float[1024];

  private int filled;
  private long added;
  private long frames;

  /** What is done with the spectra of some windows. */
  interface Spectra {
    void accept(int count);
  }

  TempogramStream(int windowFrames) {
    this.windowFrames = windowFrames;
    this.margin = windowFrames / 2;
    // Twice the window, so that the correlation does not wrap around.
    this.fft = RealFft.ofLength(Integer.highestOneBit(2 * windowFrames - 1) << 1);
    this.window = Window.HANN.weights(windowFrames);
    this.batch = new float[BATCH * fft.length()];
    this.real = new float[BATCH * fft.bins()];
    this.imaginary = new float[BATCH * fft.bins()];
  }

  /** Takes the next strengths; beyond the ends they fall to 0 in a straight line. */
  void add(float[] strengths, int from, int count, boolean last, Spectra done) {
    append(count + 2 * margin + 1);
    if (added == 0) {
      for (int i = 0; i < margin; i++) {
        padded[filled++] = strengths[from] * ((float) i / margin);
      }
    }
    System.arraycopy(strengths, from, padded, filled, count);
    filled += count;
    added += count;
    if (last) {
      float end = strengths[from + count - 1];
      for (int i = margin - 1; i >= 0; i--) {
        padded[filled++] = end * ((float) i / margin);
      }
      padded[filled++] = 0;
    }
    int first = 0;
    int whole = last ? (int) (added - frames) : filled - windowFrames + 1;
    while (whole >= BATCH || (last && whole > 0)) {
      int taken = Math.min(BATCH, whole);
      load(first, taken);
      fft.forward(batch, taken, real, imaginary);
      done.accept(taken);
      first += taken;
      whole -= taken;
      frames += taken;
    }
    System.arraycopy(padded, first, padded, 0, filled - first);
    filled -= first;
  }

  private void append(int count) {
    if (filled + count > padded.length) {
      padded = Arrays.copyOf(padded, Math.max(filled + count, 2 * padded.length));
    }
  }

  /** Windowed frames of unit energy: their correlation at lag 0, the largest, is 1. */
  private void load(int first, int count) {
    int length = fft.length();
    for (int i = 0; i < count; i++) {
      int at = i * length;
      double energy = loadFrame(first + i, at);
      Arrays.fill(batch, at + windowFrames, at + length, 0);
      scale(at, energy > 0 ? (float) (1 / Math.sqrt(energy)) : 0);
    }
  }

  /** Windows the frame that begins at {@code from}, and tells its energy. */
  private double loadFrame(int from, int at) {
    double energy = 0;
    for (int n = 0; n < windowFrames; n++) {
      float value = padded[from + n] * window[n];
      batch[at + n] = value;
      energy += (double) value * value;
    }
    return energy;
  }

  private void scale(int at, float factor) {
    for (int n = 0; n < windowFrames; n++) {
      batch[at + n] *= factor;
    }
  }

  /** Turns spectra into the tempogram of each frame. */
  Spectra correlating(Kernel.Target target) {
    return count -> {
      for (int i = 0; i < count * fft.bins(); i++) {
        real[i] = real[i] * real[i] + imaginary[i] * imaginary[i];
        imaginary[i] = 0;
      }
      fft.inverse(real, imaginary, count, batch);
      for (int i = 0; i < count; i++) {
        target.add(batch, i * fft.length(), 1);
      }
    };
  }

  /** The mean of all frames: their spectra are added up and transformed back once. */
  final class Mean implements Spectra {
    private final double[] sums = new double[fft.bins()];
    private final float[] powers = new float[fft.bins()];

    @Override
    public void accept(int count) {
      int bins = sums.length;
      for (int i = 0; i < count; i++) {
        addPowers(i * bins);
      }
      takePowers();
    }

    private void addPowers(int at) {
      for (int bin = 0; bin < powers.length; bin++) {
        powers[bin] += real[at + bin] * real[at + bin] + imaginary[at + bin] * imaginary[at + bin];
      }
    }

    /** Few floats are added up before they go to the doubles, which are slower to add to. */
    private void takePowers() {
      for (int bin = 0; bin < sums.length; bin++) {
        sums[bin] += powers[bin];
        powers[bin] = 0;
      }
    }

    /** A value a lag. */
    float[] lags() {
      for (int bin = 0; bin < sums.length; bin++) {
        real[bin] = (float) (sums[bin] / frames);
        imaginary[bin] = 0;
      }
      fft.inverse(real, imaginary, 1, batch);
      return Arrays.copyOf(batch, windowFrames);
    }
  }
}
