package io.auricle.dsp.fft;

import java.util.Arrays;

/**
 * The short-time Fourier transform: windowed frames of a signal, each transformed by {@link
 * RealFft}.
 *
 * <p>Convention of librosa 0.11, against which it is tested: a centred transform pads the signal
 * with half a frame of zeros on both sides, so that frame {@code t} is centred on sample {@code t *
 * hopLength} and there are {@code 1 + samples / hopLength} frames. Without centring frame {@code t}
 * begins at sample {@code t * hopLength}; a signal shorter than a frame then gives one frame filled
 * up with zeros. Only the frames asked for are computed, so a hop longer than a frame costs no more
 * than its frames. Instances keep work space: one a thread.
 */
public final class Stft {
  private final int frameLength;
  private final int hopLength;
  private final boolean centred;
  private final float[] window;
  private final RealFft fft;

  /** A frame that reaches beyond an end of the signal. */
  private final float[] edge;

  private Stft(int frameLength, int hopLength, Window window, boolean centred) {
    this.frameLength = frameLength;
    this.hopLength = hopLength;
    this.centred = centred;
    this.window = window.weights(frameLength);
    this.fft = RealFft.ofLength(frameLength);
    this.edge = new float[frameLength];
  }

  /** A centred transform with a Hann window, librosa's default. */
  public static Stft of(int frameLength, int hopLength) {
    return of(frameLength, hopLength, Window.HANN, true);
  }

  /**
   * A transform.
   *
   * @param frameLength samples a frame, a power of two
   * @param hopLength samples between frames; may exceed the frame length
   * @param window weights of the frame
   * @param centred whether frame {@code t} is centred on sample {@code t * hopLength}
   * @throws IllegalArgumentException if the frame length is no power of two in [2, 2^20] or the hop
   *     is below 1
   */
  public static Stft of(int frameLength, int hopLength, Window window, boolean centred) {
    if (hopLength < 1) {
      throw new IllegalArgumentException("hopLength=" + hopLength + " must be at least 1");
    }
    return new Stft(frameLength, hopLength, window, centred);
  }

  /** Bins of a frame's spectrum: {@code frameLength / 2 + 1}. */
  public int bins() {
    return fft.bins();
  }

  /** Frames of a signal of so many samples; at least 1. */
  public int frameCount(int samples) {
    if (centred) {
      return 1 + samples / hopLength;
    }
    return samples <= frameLength ? 1 : 1 + (samples - frameLength) / hopLength;
  }

  /**
   * The complex spectra of {@code count} frames from {@code firstFrame} on.
   *
   * @param samples the whole signal
   * @param outReal {@code [count][bins]}, receives the real parts
   * @param outImaginary {@code [count][bins]}, receives the imaginary parts
   */
  public void forward(
      float[] samples, int firstFrame, int count, float[] outReal, float[] outImaginary) {
    for (int f = 0; f < count; f++) {
      long start = start(firstFrame + f);
      if (inside(start, samples)) {
        fft.forward(samples, (int) start, window, outReal, outImaginary, f * bins());
      } else {
        load(samples, start);
        fft.forward(edge, 0, window, outReal, outImaginary, f * bins());
      }
    }
  }

  /**
   * The power spectra, {@code re^2 + im^2}, of {@code count} frames from {@code firstFrame} on.
   *
   * @param samples the whole signal
   * @param power {@code [count][bins]}, receives the power
   */
  public void power(float[] samples, int firstFrame, int count, float[] power) {
    for (int f = 0; f < count; f++) {
      long start = start(firstFrame + f);
      if (inside(start, samples)) {
        fft.power(samples, (int) start, window, power, f * bins());
      } else {
        load(samples, start);
        fft.power(edge, 0, window, power, f * bins());
      }
    }
  }

  /**
   * The energy of {@code count} windowed frames: the sum of their squared samples. By Parseval's
   * theorem the bins between the first and the last have a power of at most {@code frameLength / 2}
   * times that together, so it tells cheaply which frames can be strong.
   *
   * @param samples the frames, the first from the first sample on
   * @param window weights of a frame
   * @param energy {@code [count]}, receives the energies
   */
  public static void energy(
      float[] samples, int hopLength, float[] window, int count, float[] energy) {
    float[] squaredWindow = squared(window, window.length);
    float[] squares = squared(samples, (count - 1) * hopLength + window.length);
    for (int i = 0; i < count; i++) {
      energy[i] = Dot.of(squaredWindow, 0, squares, i * hopLength, window.length);
    }
  }

  private static float[] squared(float[] values, int count) {
    float[] squares = new float[count];
    for (int i = 0; i < count; i++) {
      squares[i] = values[i] * values[i];
    }
    return squares;
  }

  /** The sample at which a frame begins; may lie before the signal. */
  private long start(int frame) {
    long position = (long) frame * hopLength;
    return centred ? position - frameLength / 2 : position;
  }

  private boolean inside(long start, float[] samples) {
    return start >= 0 && start + frameLength <= samples.length;
  }

  /** Fills in the edge frame, zeros beyond the ends. */
  private void load(float[] samples, long start) {
    int from = (int) Math.min(frameLength, Math.max(0, -start));
    int to = (int) Math.max(from, Math.min(frameLength, samples.length - start));
    Arrays.fill(edge, 0);
    if (to > from) {
      System.arraycopy(samples, (int) (start + from), edge, from, to - from);
    }
  }
}
