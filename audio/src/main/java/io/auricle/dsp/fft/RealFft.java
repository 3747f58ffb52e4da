package io.auricle.dsp.fft;

import java.util.Arrays;

/**
 * The discrete Fourier transform of real frames, many at a call.
 *
 * <p>Forward: {@code X[k] = sum x[n] exp(-2 pi i k n / N)}, unscaled, for {@code k} in {@code [0,
 * N/2]}; inverse: scaled by {@code 1/N}, so that it undoes the forward transform. Instances keep
 * work space: one a thread.
 *
 * <p>A frame is cut into eight interleaved sequences, which Stockham's radix-4 transform handles
 * side by side, one a lane; a butterfly of eight across the lanes joins them. The samples are read
 * as they lie in memory, no frame waits for others, and the work space of usual lengths stays in
 * the first-level cache. Errors are about 1e-7 of the largest bin.
 */
public final class RealFft {
  private static final int SHORTEST = 128;

  private final int length;
  private final FftKernelChoice choice;
  private final FftTables tables;
  private final float[] unit;
  private final float[] padded;
  private final float[] work;
  private final float[] realWork;
  private final float[] imaginaryWork;

  private RealFft(int length, FftKernelChoice choice, FftTables tables) {
    this.length = length;
    this.choice = choice;
    this.tables = tables;
    int points = points(length);
    this.unit = new float[length];
    Arrays.fill(unit, 1);
    this.padded = new float[points + FftKernel.BLOCK];
    this.work = new float[points + FftKernel.BLOCK];
    this.realWork = new float[points / 2 + 1];
    this.imaginaryWork = new float[points / 2 + 1];
  }

  /**
   * A transform of {@code length} points.
   *
   * @throws IllegalArgumentException unless the length is a power of two in [2, 2^20]
   */
  public static RealFft ofLength(int length) {
    return ofLength(length, FftKernelChoice.shared());
  }

  static RealFft ofLength(int length, FftKernelChoice choice) {
    if (length < 2 || length > 1 << 20 || Integer.bitCount(length) != 1) {
      throw new IllegalArgumentException(
          "length=" + length + " must be a power of two in [2, 1048576]");
    }
    return new RealFft(length, choice, new FftTables(points(length)));
  }

  /** Another transform of the same length, for another thread: the tables are shared. */
  public RealFft another() {
    return new RealFft(length, choice, tables);
  }

  /** Shorter frames are transformed with zeros between the samples, which repeats the spectrum. */
  private static int points(int length) {
    return Math.max(length, SHORTEST);
  }

  /** Points of a frame. */
  public int length() {
    return length;
  }

  /** Bins of a spectrum: {@code length / 2 + 1}. */
  public int bins() {
    return length / 2 + 1;
  }

  /**
   * Transforms {@code count} frames.
   *
   * @param frames {@code [count][length]} samples
   * @param count number of frames
   * @param real {@code [count][bins]}, receives the real parts
   * @param imaginary {@code [count][bins]}, receives the imaginary parts
   */
  public void forward(float[] frames, int count, float[] real, float[] imaginary) {
    forward(frames, 0, length, unit, count, real, imaginary);
  }

  /**
   * Transforms overlapping frames of a signal, weighted by a window.
   *
   * @param samples the signal
   * @param offset index of the first frame's first sample
   * @param hopLength samples from frame to frame
   * @param window {@code [length]} weights
   * @param count number of frames
   * @param real {@code [count][bins]}, receives the real parts
   * @param imaginary {@code [count][bins]}, receives the imaginary parts
   */
  public void forward(
      float[] samples,
      int offset,
      int hopLength,
      float[] window,
      int count,
      float[] real,
      float[] imaginary) {
    FftKernel kernel = choice.forFrames(count);
    int bins = bins();
    for (int f = 0; f < count; f++) {
      transform(kernel, samples, offset + f * hopLength, window, real, imaginary, f * bins);
    }
  }

  /**
   * Squared magnitudes of the spectra of overlapping frames, weighted by a window.
   *
   * @param samples the signal
   * @param offset index of the first frame's first sample
   * @param hopLength samples from frame to frame
   * @param window {@code [length]} weights
   * @param count number of frames
   * @param power {@code [count][bins]}, receives the squared magnitudes
   */
  public void power(
      float[] samples, int offset, int hopLength, float[] window, int count, float[] power) {
    FftKernel kernel = choice.forFrames(count);
    for (int f = 0; f < count; f++) {
      transform(kernel, samples, offset + f * hopLength, window, realWork, imaginaryWork, 0);
      square(realWork, imaginaryWork, power, f * bins(), bins());
    }
  }

  /**
   * Transforms overlapping frames from the first sample on, weighted by a window.
   *
   * @param at index of the first frame's first bin in the results
   */
  public void forward(
      float[] samples,
      int hopLength,
      float[] window,
      int count,
      float[] real,
      float[] imaginary,
      int at) {
    FftKernel kernel = choice.forFrames(count);
    for (int f = 0; f < count; f++) {
      transform(kernel, samples, f * hopLength, window, real, imaginary, at + f * bins());
    }
  }

  /** One frame's transform, its bins from {@code at} on. */
  void forward(
      float[] samples, int offset, float[] window, float[] real, float[] imaginary, int at) {
    transform(choice.forFrames(1), samples, offset, window, real, imaginary, at);
  }

  /** One frame's squared magnitudes, its bins from {@code at} on. */
  void power(float[] samples, int offset, float[] window, float[] power, int at) {
    transform(choice.forFrames(1), samples, offset, window, realWork, imaginaryWork, 0);
    square(realWork, imaginaryWork, power, at, bins());
  }

  /**
   * Undoes {@link #forward} for {@code count} spectra; the imaginary parts of the first and the
   * last bin count as 0.
   *
   * @param real {@code [count][bins]}
   * @param imaginary {@code [count][bins]}
   * @param count number of spectra
   * @param frames {@code [count][length]}, receives the samples
   */
  public void inverse(float[] real, float[] imaginary, int count, float[] frames) {
    FftKernel kernel = choice.forFrames(count);
    for (int f = 0; f < count; f++) {
      int at = f * bins();
      int to = f * length;
      // By way of Hartley's transform, which is its own inverse.
      hartleyOfSpectrum(real, imaginary, at, frames, to);
      transform(kernel, frames, to, unit, realWork, imaginaryWork, 0);
      hartleyOfSpectrum(realWork, imaginaryWork, 0, frames, to);
      scale(frames, to, length, 1f / length);
    }
  }

  /** Undoes the transform of one spectrum that begins at {@code at}. */
  void inverseOf(float[] real, float[] imaginary, int at, float[] frame) {
    FftKernel kernel = choice.forFrames(1);
    hartleyOfSpectrum(real, imaginary, at, frame, 0);
    transform(kernel, frame, 0, unit, realWork, imaginaryWork, 0);
    hartleyOfSpectrum(realWork, imaginaryWork, 0, frame, 0);
    scale(frame, 0, length, 1f / length);
  }

  private void transform(
      FftKernel kernel,
      float[] samples,
      int from,
      float[] window,
      float[] real,
      float[] imaginary,
      int at) {
    if (length < SHORTEST) {
      int step = SHORTEST / length;
      for (int i = 0; i < length; i++) {
        padded[i * step] = samples[from + i] * window[i];
      }
      run(kernel, realWork, imaginaryWork, 0);
      System.arraycopy(realWork, 0, real, at, bins());
      System.arraycopy(imaginaryWork, 0, imaginary, at, bins());
      Arrays.fill(padded, 0);
    } else {
      weigh(samples, from, window, padded);
      run(kernel, real, imaginary, at);
    }
  }

  private void run(FftKernel kernel, float[] real, float[] imaginary, int at) {
    float[] x = padded;
    float[] y = work;
    int points = tables.half;
    int stride = 1;
    for (float[] twiddles : tables.passes) {
      kernel.radix4(x, y, points, stride, twiddles);
      points /= 4;
      stride *= 4;
      float[] swap = x;
      x = y;
      y = swap;
    }
    if (points == 2) {
      kernel.radix2(x, y, stride);
      x = y;
    }
    kernel.unpack(x, tables.half, tables.unpack, tables.turns);
    kernel.join(x, tables.half, real, imaginary, at);
    // Real by symmetry; otherwise the butterflies may leave a negative zero.
    imaginary[at] = 0;
    imaginary[at + 8 * tables.half] = 0;
  }

  private void weigh(float[] samples, int from, float[] window, float[] out) {
    System.arraycopy(samples, from, out, 0, length);
    if (window != unit) {
      // HotSpot vectorises loops over arrays only where all have the same index.
      for (int i = 0; i < length; i++) {
        out[i] *= window[i];
      }
    }
  }

  private static void square(float[] real, float[] imaginary, float[] power, int at, int count) {
    for (int i = 0; i < count; i++) {
      real[i] = real[i] * real[i] + imaginary[i] * imaginary[i];
    }
    System.arraycopy(real, 0, power, at, count);
  }

  private static void scale(float[] values, int at, int count, float factor) {
    for (int i = at; i < at + count; i++) {
      values[i] *= factor;
    }
  }

  private void hartleyOfSpectrum(float[] real, float[] imaginary, int at, float[] out, int to) {
    int half = length / 2;
    out[to] = real[at];
    out[to + half] = real[at + half];
    for (int k = 1; k < half; k++) {
      out[to + k] = real[at + k] - imaginary[at + k];
      out[to + length - k] = real[at + k] + imaginary[at + k];
    }
  }
}
