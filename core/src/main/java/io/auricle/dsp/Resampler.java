package io.auricle.dsp;

import java.util.Arrays;

/**
 * Changes the sample rate of a mono signal, block by block. Linear phase, the delay compensated:
 * output sample {@code n} stands at the time {@code n / outputRateHz} of the input, and a signal of
 * {@code n} samples gives {@code ceil(n * outputRateHz / inputRateHz)}; the signal counts as 0
 * outside. Not thread-safe: one a signal.
 *
 * <p>Outputs that share a filter position lie some periods of {@code up} apart and read inputs as
 * many of {@code down} apart. A block of input is therefore split into rows of samples so far
 * apart, one row for each position in the block, and each tap becomes a multiply and add along
 * whole rows. The compiler turns that into vector instructions, and only if every row is an array
 * of its own, read from its start; a dot product would stay scalar, because a floating-point sum
 * may not be reordered.
 */
public final class Resampler {
  private static final int BLOCK_SAMPLES = 8192;

  /** Long enough for vector loops, short enough for all rows to stay in the cache. */
  private static final int MIN_COLUMNS = 64;

  private static final int MAX_COLUMNS = 128;

  private final ResamplerFilter filter;
  private final int columns;

  /** Input and output samples from one column to the next: some periods of the filter. */
  private final int inputStep;

  private final int outputStep;
  private final int blockInputs;
  private final float[] window;
  private final float[][] rows;
  private final float[] sums;
  private final float[] outputs;
  private int windowLength;
  private long inputCount;
  private long producedCount;
  private long blockStart;
  private int outputFrom;
  private int outputTo;
  private boolean finished;

  Resampler(ResamplerFilter filter) {
    this.filter = filter;
    int taps = filter.taps();
    if (filter.exact()) {
      int longest = Math.max(filter.up(), filter.down());
      this.columns = Math.min(MAX_COLUMNS, Math.max(MIN_COLUMNS, BLOCK_SAMPLES / longest));
      // Filling the rows of a block, which are as many as steps and taps, must not cost as much as
      // the filter itself.
      int periods = Math.max(1, taps / (2 * longest));
      this.inputStep = periods * filter.down();
      this.outputStep = periods * filter.up();
      this.blockInputs = columns * inputStep;
      this.rows = new float[inputStep + taps][columns];
      this.sums = new float[columns];
      this.outputs = new float[columns * outputStep];
    } else {
      this.columns = 0;
      this.inputStep = 0;
      this.outputStep = 0;
      this.blockInputs = BLOCK_SAMPLES;
      this.rows = new float[0][0];
      this.sums = new float[0];
      long most = (long) BLOCK_SAMPLES * filter.up() / filter.down() + 2;
      this.outputs = new float[Math.toIntExact(most)];
    }
    this.window = new float[blockInputs + taps];
    // The first output sample is centred on the first input sample.
    this.windowLength = taps / 2 - 1;
  }

  /**
   * Takes as many samples as fit.
   *
   * @return how many were taken; 0 while there is output to {@link #read}
   * @throws IllegalStateException after {@link #finish}
   */
  public int write(float[] samples, int offset, int length) {
    if (finished) {
      throw new IllegalStateException("the signal is finished; take a new resampler");
    }
    if (outputFrom < outputTo) {
      return 0;
    }
    int count = Math.min(length, window.length - windowLength);
    System.arraycopy(samples, offset, window, windowLength, count);
    windowLength += count;
    inputCount += count;
    if (windowLength == window.length) {
      computeBlock();
    }
    return count;
  }

  /** Says that no sample follows; {@link #read} then gives the rest. */
  public void finish() {
    finished = true;
  }

  /**
   * Gives the samples that are ready.
   *
   * @return how many were given; 0 if more input is needed, or at the end after {@link #finish}
   */
  public int read(float[] buffer, int offset, int length) {
    while (outputFrom == outputTo && finished && producedCount < totalOutputs()) {
      Arrays.fill(window, windowLength, window.length, 0);
      computeBlock();
    }
    int count = Math.min(length, outputTo - outputFrom);
    System.arraycopy(outputs, outputFrom, buffer, offset, count);
    outputFrom += count;
    return count;
  }

  /**
   * Resamples a whole signal.
   *
   * @return {@code ceil(samples.length * outputRateHz / inputRateHz)} samples
   */
  public static float[] resample(float[] samples, ResamplerFilter filter) {
    Resampler resampler = filter.newResampler();
    long total = ceilProduct(samples.length, filter);
    float[] result = new float[Math.toIntExact(total)];
    int from = 0;
    int to = 0;
    while (to < result.length) {
      from += resampler.finished ? 0 : resampler.write(samples, from, samples.length - from);
      if (from == samples.length) {
        resampler.finish();
      }
      to += resampler.read(result, to, result.length - to);
    }
    return result;
  }

  private long totalOutputs() {
    return ceilProduct(inputCount, filter);
  }

  private static long ceilProduct(long inputs, ResamplerFilter filter) {
    return (inputs * filter.up() + filter.down() - 1) / filter.down();
  }

  private void computeBlock() {
    int made = filter.exact() ? computeExact() : computeInterpolated();
    if (finished) {
      made = (int) Math.min(made, totalOutputs() - producedCount);
    }
    producedCount += made;
    outputFrom = 0;
    outputTo = made;
    blockStart += blockInputs;
    System.arraycopy(window, blockInputs, window, 0, window.length - blockInputs);
    windowLength = Math.max(0, windowLength - blockInputs);
  }

  private int computeExact() {
    int up = filter.up();
    int down = filter.down();
    int taps = filter.taps();
    fillRows();
    for (int phase = 0; phase < outputStep; phase++) {
      long position = (long) phase * down;
      int coefficients = (int) (position % up) * taps;
      int row = (int) (position / up);
      Arrays.fill(sums, 0);
      for (int k = 0; k < taps; k += 4) {
        multiplyAdd(filter.table(), coefficients + k, row + k);
      }
      for (int j = 0; j < columns; j++) {
        outputs[j * outputStep + phase] = sums[j];
      }
    }
    return outputs.length;
  }

  /** Row {@code r} becomes the samples {@code r + j * inputStep} of the window. */
  private void fillRows() {
    for (int row = 0; row < rows.length; row++) {
      float[] to = rows[row];
      if (row >= inputStep) {
        // The row one step before, moved by a sample: copying beats picking samples apart.
        System.arraycopy(rows[row - inputStep], 1, to, 0, columns - 1);
        to[columns - 1] = window[row + (columns - 1) * inputStep];
      } else {
        for (int j = 0, at = row; j < columns; j++, at += inputStep) {
          to[j] = window[at];
        }
      }
    }
  }

  private void multiplyAdd(float[] table, int at, int row) {
    float c0 = table[at];
    float c1 = table[at + 1];
    float c2 = table[at + 2];
    float c3 = table[at + 3];
    float[] x0 = rows[row];
    float[] x1 = rows[row + 1];
    float[] x2 = rows[row + 2];
    float[] x3 = rows[row + 3];
    float[] s = sums;
    for (int j = 0; j < s.length; j++) {
      s[j] += c0 * x0[j] + c1 * x1[j] + c2 * x2[j] + c3 * x3[j];
    }
  }

  private int computeInterpolated() {
    int up = filter.up();
    int down = filter.down();
    int made = 0;
    for (long n = producedCount; ; n++) {
      long whole = n * down / up;
      if (whole >= blockStart + blockInputs) {
        return made;
      }
      double position = (double) (n * down % up) * filter.phases() / up;
      int phase = (int) position;
      float weight = (float) (position - phase);
      int at = (int) (whole - blockStart);
      float before = dot(phase * filter.taps(), at);
      float after = dot((phase + 1) * filter.taps(), at);
      outputs[made++] = before + weight * (after - before);
    }
  }

  private float dot(int row, int at) {
    float[] table = filter.table();
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    for (int k = 0; k < filter.taps(); k += 4) {
      s0 += table[row + k] * window[at + k];
      s1 += table[row + k + 1] * window[at + k + 1];
      s2 += table[row + k + 2] * window[at + k + 2];
      s3 += table[row + k + 3] * window[at + k + 3];
    }
    return s0 + s1 + (s2 + s3);
  }
}
