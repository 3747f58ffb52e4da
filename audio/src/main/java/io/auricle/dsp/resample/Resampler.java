package io.auricle.dsp.resample;

import java.util.List;

/**
 * Changes the sample rate of a mono signal as {@code librosa.load} and {@code librosa.resample} do
 * ({@link ResamplerFilter}), block by block. Linear phase, the delay compensated: output sample
 * {@code n} stands at the time {@code n / outputRateHz} of the input, and a signal of {@code n}
 * samples gives {@code ceil(n * outputRateHz / inputRateHz)}; the signal counts as 0 outside. The
 * result does not depend on how the signal is cut into blocks. Not thread-safe: one a signal.
 */
public final class Resampler {
  private static final int BLOCK_SAMPLES = 4096;

  private final int inputRateHz;
  private final int outputRateHz;
  private final SoxrStart start;
  private final float[] startInputs;
  private final List<ResamplerStage> stages;
  private final ResamplerStage first;
  private final ResamplerStage last;
  private final float[] between = new float[BLOCK_SAMPLES];
  private final float[] zeros = new float[BLOCK_SAMPLES];
  private int from;
  private int to;
  private long inputCount;
  private long producedCount;
  private boolean finished;

  Resampler(ResamplerFilter filter) {
    this.inputRateHz = filter.inputRateHz();
    this.outputRateHz = filter.outputRateHz();
    this.start = filter.start();
    this.startInputs = new float[start.inputs()];
    this.stages = filter.newStages();
    this.first = stages.get(0);
    this.last = stages.get(stages.size() - 1);
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
    int count = first.write(samples, offset, length);
    if (inputCount < startInputs.length) {
      int kept = (int) Math.min(count, startInputs.length - inputCount);
      System.arraycopy(samples, offset, startInputs, (int) inputCount, kept);
    }
    inputCount += count;
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
    int most = finished ? (int) Math.min(length, total() - producedCount) : length;
    while (most > 0) {
      int count = last.read(buffer, offset, most);
      if (count > 0) {
        for (long n = producedCount; n < Math.min(start.outputs(), producedCount + count); n++) {
          buffer[offset + (int) (n - producedCount)] -= start.lost((int) n, startInputs);
        }
        producedCount += count;
        if (finished && producedCount > rounded()) {
          // librosa rounds the length up with a zero where soxr rounds it down.
          buffer[offset + count - 1] = 0;
        }
        return count;
      }
      if (!advance()) {
        return 0;
      }
    }
    return 0;
  }

  /** Moves samples on, zeros after the end; false if there are none. */
  private boolean advance() {
    if (stages.size() > 1) {
      if (from == to) {
        from = 0;
        to = first.read(between, 0, between.length);
      }
      if (from < to) {
        from += last.write(between, from, to - from);
        return true;
      }
    }
    if (finished) {
      first.write(zeros, 0, zeros.length);
    }
    return finished;
  }

  /**
   * Resamples a whole signal.
   *
   * @return {@code ceil(samples.length * outputRateHz / inputRateHz)} samples
   */
  public static float[] resample(float[] samples, ResamplerFilter filter) {
    Resampler resampler = filter.newResampler();
    float[] result =
        new float
            [Math.toIntExact(
                ceilProduct(samples.length, filter.outputRateHz(), filter.inputRateHz()))];
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

  private long total() {
    return ceilProduct(inputCount, outputRateHz, inputRateHz);
  }

  private long rounded() {
    return (2 * inputCount * outputRateHz + inputRateHz) / (2L * inputRateHz);
  }

  private static long ceilProduct(long inputs, int to, int from) {
    return (inputs * to + from - 1) / from;
  }
}
