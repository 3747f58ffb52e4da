package io.auricle.dsp.resample;

import java.util.Arrays;

/**
 * Runs a {@link PolyphaseFilter}, block by block.
 *
 * <p>Outputs that share a filter position lie some periods of {@code up} apart and read inputs as
 * many of {@code down} apart. A block of input is therefore split into rows of samples so far
 * apart, one row for each position in the block, and each tap becomes a multiply and add along
 * whole rows. The compiler turns that into vector instructions, and only if every row is an array
 * of its own, read from its start; a dot product would stay scalar, because a floating-point sum
 * may not be reordered.
 */
final class PolyphaseStage extends ResamplerStage {
  /**
   * Samples between the stages that lie before the first sample of the signal and are not 0: half
   * the length of the filter, at twice the lower rate.
   */
  static final int LEAD = 8;

  private static final int BLOCK_SAMPLES = 8192;

  /** Long enough for vector loops, short enough for all rows to stay in the cache. */
  private static final int MIN_COLUMNS = 128;

  private static final int MAX_COLUMNS = 256;

  private final PolyphaseFilter filter;
  private final int columns;

  /** What the first output lies behind an input sample, in parts of the rate pair. */
  private final long offset;

  /** Input and output samples from one column to the next: some periods of the filter. */
  private final int inputStep;

  private final int outputStep;
  private final int blockInputs;
  private final float[][] rows;
  private final float[] sums;
  private long producedCount;
  private long blockStart;

  /** A stage whose first output sample is centred on the first input sample. */
  static PolyphaseStage alone(PolyphaseFilter filter) {
    return new PolyphaseStage(filter, 0, 0);
  }

  /** A stage whose first output lies {@link #LEAD} samples before the first input sample. */
  static PolyphaseStage beforeOctave(PolyphaseFilter filter) {
    long zeros = (LEAD * filter.down() + filter.up() - 1) / filter.up();
    return new PolyphaseStage(filter, zeros, zeros * filter.up() - LEAD * filter.down());
  }

  /** A stage whose first output is centred on the input sample of the number {@link #LEAD}. */
  static PolyphaseStage afterOctave(PolyphaseFilter filter) {
    return new PolyphaseStage(filter, -LEAD, 0);
  }

  private PolyphaseStage(PolyphaseFilter filter, long zeros, long offset) {
    this(filter, Block.of(filter), zeros, offset);
  }

  private PolyphaseStage(PolyphaseFilter filter, Block block, long zeros, long offset) {
    super(
        new float[block.inputs + filter.taps()],
        Math.toIntExact(filter.taps() / 2 - 1 + zeros),
        new float[block.outputs]);
    this.filter = filter;
    this.offset = offset;
    this.columns = block.columns;
    this.inputStep = block.inputStep;
    this.outputStep = block.outputStep;
    this.blockInputs = block.inputs;
    this.rows = new float[columns == 0 ? 0 : inputStep + filter.taps()][columns];
    this.sums = new float[columns];
  }

  /**
   * How much is computed at once.
   *
   * @param columns of a row; 0 where phases are interpolated, which knows no rows
   * @param inputStep input samples from one column to the next: some periods of the filter
   * @param outputStep output samples from one column to the next
   * @param inputs samples that a block consumes
   * @param outputs the most that it gives
   */
  private record Block(int columns, int inputStep, int outputStep, int inputs, int outputs) {
    static Block of(PolyphaseFilter filter) {
      if (!filter.exact()) {
        long most = BLOCK_SAMPLES * filter.up() / filter.down() + 2;
        return new Block(0, 0, 0, BLOCK_SAMPLES, Math.toIntExact(most));
      }
      int up = (int) filter.up();
      int down = (int) filter.down();
      int longest = Math.max(up, down);
      int columns = Math.min(MAX_COLUMNS, Math.max(MIN_COLUMNS, BLOCK_SAMPLES / longest));
      // Filling the rows of a block, which are as many as steps and taps, must not cost as much as
      // the filter itself.
      int periods = Math.max(1, filter.taps() / (2 * longest));
      int inputStep = periods * down;
      int outputStep = periods * up;
      return new Block(columns, inputStep, outputStep, columns * inputStep, columns * outputStep);
    }
  }

  @Override
  void computeBlock() {
    int made = filter.exact() ? computeExact() : computeInterpolated();
    producedCount += made;
    outputFrom = 0;
    outputTo = made;
    blockStart += blockInputs;
    System.arraycopy(window, blockInputs, window, 0, window.length - blockInputs);
    windowLength -= blockInputs;
  }

  private int computeExact() {
    int up = (int) filter.up();
    int down = (int) filter.down();
    int taps = filter.taps();
    fillRows();
    for (int phase = 0; phase < outputStep; phase++) {
      long position = (long) phase * down + offset;
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
    long up = filter.up();
    long down = filter.down();
    int made = 0;
    for (long n = producedCount; ; n++) {
      long numerator = n * down + offset;
      long whole = numerator / up;
      if (whole >= blockStart + blockInputs) {
        return made;
      }
      double position = (double) (numerator % up) * filter.phases() / up;
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
