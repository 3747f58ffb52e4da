package io.auricle.dsp.resample;

import java.util.List;
import java.util.function.Supplier;

/**
 * The way between two sample rates. A {@link PolyphaseFilter} leads from any rate to twice the
 * lower one or back, an {@link OctaveFilter} between that and the lower rate itself; together they
 * have the response of librosa's {@code soxr_hq} ({@link SoxrResponse}). Immutable: one filter
 * serves any number of {@link Resampler}s in any number of threads.
 */
public final class ResamplerFilter {
  /** How far apart two rates may be. */
  public static final int MAX_FACTOR = 1024;

  private final int inputRateHz;
  private final int outputRateHz;
  private final List<Supplier<ResamplerStage>> stages;
  private final SoxrStart start;

  private ResamplerFilter(int inputRateHz, int outputRateHz) {
    this.inputRateHz = inputRateHz;
    this.outputRateHz = outputRateHz;
    if (inputRateHz == outputRateHz) {
      PolyphaseFilter identity = new PolyphaseFilter(1, 1, 2);
      this.stages = List.of(() -> PolyphaseStage.alone(identity));
      this.start = SoxrStart.complete();
      return;
    }
    boolean halving = outputRateHz < inputRateHz;
    long low = Math.min(inputRateHz, outputRateHz);
    long from = halving ? inputRateHz : 2 * low;
    long to = halving ? 2 * low : outputRateHz;
    SoxrResponse response = SoxrResponse.of(outputRateHz, inputRateHz);
    if (from == to) {
      OctaveFilter octave = OctaveFilter.alone(halving, response);
      this.stages = List.of(octave::newStage);
      this.start = SoxrStart.complete();
      return;
    }
    PolyphaseFilter polyphase = new PolyphaseFilter(to, from, (double) from / low);
    OctaveFilter octave = OctaveFilter.beside(polyphase.kernel(), halving, response);
    this.stages =
        halving
            ? List.of(() -> PolyphaseStage.beforeOctave(polyphase), octave::newStage)
            : List.of(octave::newStage, () -> PolyphaseStage.afterOctave(polyphase));
    this.start = SoxrStart.of(response, (double) inputRateHz / outputRateHz);
  }

  /**
   * The filter from one rate to another, both in Hz.
   *
   * @throws IllegalArgumentException if a rate is not positive or one is over 1024 times the other
   */
  public static ResamplerFilter of(int inputRateHz, int outputRateHz) {
    if (inputRateHz < 1 || outputRateHz < 1) {
      throw new IllegalArgumentException(
          "inputRateHz=" + inputRateHz + ", outputRateHz=" + outputRateHz + " must be positive");
    }
    long higher = Math.max(inputRateHz, outputRateHz);
    if (higher / Math.min(inputRateHz, outputRateHz) > MAX_FACTOR) {
      throw new IllegalArgumentException(
          "inputRateHz="
              + inputRateHz
              + ", outputRateHz="
              + outputRateHz
              + " must be within a factor of 1024");
    }
    return new ResamplerFilter(inputRateHz, outputRateHz);
  }

  /** A resampler at the start of a signal. */
  public Resampler newResampler() {
    return new Resampler(this);
  }

  public int inputRateHz() {
    return inputRateHz;
  }

  public int outputRateHz() {
    return outputRateHz;
  }

  /** New stages, one or two, in the order in which a signal takes them. */
  List<ResamplerStage> newStages() {
    return stages.stream().map(Supplier::get).toList();
  }

  SoxrStart start() {
    return start;
  }

  @Override
  public String toString() {
    return "ResamplerFilter[" + inputRateHz + " -> " + outputRateHz + " Hz]";
  }
}
