package io.auricle.distill.sound;

import io.auricle.audio.Signal;
import io.auricle.distill.ChangeOptions;
import io.auricle.dsp.resample.Resampler;
import io.auricle.dsp.resample.ResamplerFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What bad ways leave of a sound: narrow bands, low rates, coders, noise. Thread-safe. */
final class Degradation {
  /** Rates of telephones, old games and thrifty files; what is above half of one is lost. */
  private static final List<Integer> LOW_RATES_HZ = List.of(8000, 11_025, 12_000, 16_000, 22_050);

  /** Coders at a low bit rate leave the highest frequencies out more often than not. */
  private static final double LOW_RATE_OF_CODED = 0.6;

  /** From hardly heard to worse than MP3 at 32 kbit/s. */
  private static final double FINEST = 0.4;

  private static final double ROUGHEST = 2.2;

  private final ChangeOptions changes;
  private final int sampleRateHz;
  private final List<LowRate> lowRates = new ArrayList<>();

  /** The way down to a rate and back. */
  private record LowRate(ResamplerFilter down, ResamplerFilter up) {
    float[] of(float[] samples) {
      return Resampler.resample(Resampler.resample(samples, down), up);
    }
  }

  Degradation(ChangeOptions changes, int sampleRateHz) {
    this.changes = changes;
    this.sampleRateHz = sampleRateHz;
    for (int rateHz : LOW_RATES_HZ) {
      if (rateHz < sampleRateHz) {
        lowRates.add(
            new LowRate(
                ResamplerFilter.of(sampleRateHz, rateHz),
                ResamplerFilter.of(rateHz, sampleRateHz)));
      }
    }
  }

  /** What is left of a signal; the signal itself if it is spared. */
  Signal of(Signal signal, SplittableRandom random) {
    boolean limited = random.nextDouble() < changes.bandLimit();
    boolean coded = random.nextDouble() < changes.coder();
    boolean low = random.nextDouble() < (coded ? LOW_RATE_OF_CODED : changes.lowRate());
    boolean noisy = random.nextDouble() < changes.noise();
    if (!limited && !low && !coded && !noisy) {
      return signal;
    }
    float[] samples = signal.toArray();
    if (limited) {
      limitBand(samples, random);
    }
    if (noisy) {
      addNoise(samples, random);
    }
    if (low && !lowRates.isEmpty()) {
      float[] back = lowRates.get(random.nextInt(lowRates.size())).of(samples);
      System.arraycopy(back, 0, samples, 0, Math.min(back.length, samples.length));
    }
    if (coded) {
      samples = new Coder(MadeSound.between(FINEST, ROUGHEST, random)).apply(samples);
    }
    return Signal.of(samples, sampleRateHz);
  }

  private void limitBand(float[] samples, SplittableRandom random) {
    Biquad limit =
        random.nextInt(3) > 0
            ? Biquad.lowPass(
                MadeSound.between(1500, Math.min(11_000, 0.4 * sampleRateHz), random), sampleRateHz)
            : Biquad.highPass(MadeSound.between(40, 500, random), sampleRateHz);
    limit.apply(samples);
    limit.apply(samples);
  }

  private static void addNoise(float[] samples, SplittableRandom random) {
    double below = Math.pow(10, -(5 + 35 * random.nextDouble()) / 20);
    float level = (float) (1.7 * MadeSound.rms(samples) * below);
    if (random.nextBoolean()) {
      MadeSound.white(samples, level, random);
    } else {
      MadeSound.pink(samples, level, random);
    }
  }
}
