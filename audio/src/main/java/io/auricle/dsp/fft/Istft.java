package io.auricle.dsp.fft;

/**
 * Restores a signal from the spectra of a centred {@link Stft}: every frame is transformed back,
 * windowed again, added up and divided by the sum of the squared windows, as {@code librosa.istft}
 * does (Griffin and Lim 1984, doi:10.1109/TASSP.1984.1164317). Spectra that were not changed give
 * the signal back to about 1e-6. Instances keep work space: one a thread.
 */
public final class Istft {
  private static final int BATCH = 16;

  private final int frameLength;
  private final int hopLength;
  private final float[] window;
  private final RealFft fft;
  private final float[] frames;
  private final float[] real;
  private final float[] imaginary;

  private Istft(int frameLength, int hopLength, Window window) {
    this.frameLength = frameLength;
    this.hopLength = hopLength;
    this.window = window.weights(frameLength);
    this.fft = RealFft.ofLength(frameLength);
    this.frames = new float[BATCH * frameLength];
    this.real = new float[BATCH * fft.bins()];
    this.imaginary = new float[BATCH * fft.bins()];
  }

  /** The inverse of a centred transform with a Hann window. */
  public static Istft of(int frameLength, int hopLength) {
    return of(frameLength, hopLength, Window.HANN);
  }

  /**
   * The inverse of a centred transform.
   *
   * @throws IllegalArgumentException if the frame length is no power of two or the hop not in [1,
   *     frameLength / 2]: with a longer hop samples between frames are lost
   */
  public static Istft of(int frameLength, int hopLength, Window window) {
    if (hopLength < 1 || hopLength > frameLength / 2) {
      throw new IllegalArgumentException(
          "hopLength=%d must be in [1, frameLength/2=%d], or frames leave gaps"
              .formatted(hopLength, frameLength / 2));
    }
    return new Istft(frameLength, hopLength, window);
  }

  /**
   * The signal of a matrix of spectra.
   *
   * @param inReal {@code [count][bins]}
   * @param inImaginary {@code [count][bins]}
   * @param gains {@code [count][bins]}, factors on the spectra, for instance a mask
   * @param count number of frames
   * @param length samples of the signal
   */
  public float[] restore(
      float[] inReal, float[] inImaginary, float[] gains, int count, int length) {
    int bins = fft.bins();
    float[] signal = new float[length];
    for (int done = 0; done < count; done += BATCH) {
      int batch = Math.min(BATCH, count - done);
      int offset = done * bins;
      for (int i = 0; i < batch * bins; i++) {
        real[i] = inReal[offset + i] * gains[offset + i];
        imaginary[i] = inImaginary[offset + i] * gains[offset + i];
      }
      fft.inverse(real, imaginary, batch, frames);
      for (int i = 0; i < batch; i++) {
        overlapAdd(i * frameLength, start(done + i), signal);
      }
    }
    normalise(signal, count);
    return signal;
  }

  private long start(int frame) {
    return (long) frame * hopLength - frameLength / 2;
  }

  private void overlapAdd(int source, long start, float[] signal) {
    int from = (int) Math.max(0, -start);
    int to = (int) Math.min(frameLength, signal.length - start);
    int target = (int) (start + from);
    for (int n = from; n < to; n++) {
      signal[target + n - from] += frames[source + n] * window[n];
    }
  }

  private void normalise(float[] signal, int count) {
    int overlap = (frameLength + hopLength - 1) / hopLength;
    for (int block = 0; block * (long) hopLength < signal.length; block++) {
      int end = (int) Math.min(signal.length, (block + 1L) * hopLength);
      for (int n = block * hopLength; n < end; n++) {
        signal[n] /= windowSum(n, block, overlap, count);
      }
    }
  }

  /** Sum of the squared windows over sample {@code n}; 1 where no frame reaches. */
  private float windowSum(int n, int block, int overlap, int count) {
    double sum = 0;
    int first = Math.max(0, block - overlap / 2);
    int last = Math.min(count - 1, block + overlap / 2 + 1);
    for (int frame = first; frame <= last; frame++) {
      long at = n - start(frame);
      if (at >= 0 && at < frameLength) {
        sum += (double) window[(int) at] * window[(int) at];
      }
    }
    return sum > Float.MIN_NORMAL ? (float) sum : 1;
  }
}
