package io.auricle.audio;

import io.auricle.dsp.resample.Resampler;
import io.auricle.dsp.resample.ResamplerFilter;
import java.util.Arrays;
import java.util.Objects;

/**
 * A mono signal: samples in [-1, 1] (not enforced: files may exceed it) at a fixed rate. Immutable;
 * every sample is finite.
 */
public final class Signal {
  private final float[] samples;
  private final int sampleRateHz;

  private Signal(float[] samples, int sampleRateHz) {
    if (sampleRateHz < 1) {
      throw new IllegalArgumentException("sampleRateHz=" + sampleRateHz + " must be at least 1");
    }
    for (int i = 0; i < samples.length; i++) {
      if (!Float.isFinite(samples[i])) {
        throw new IllegalArgumentException(
            "samples[" + i + "]=" + samples[i] + " must be finite; decoders replace such samples");
      }
    }
    this.samples = samples;
    this.sampleRateHz = sampleRateHz;
  }

  /**
   * A signal of a copy of the samples.
   *
   * @throws IllegalArgumentException if a sample is NaN or infinite or the rate is below 1 Hz
   */
  public static Signal of(float[] samples, int sampleRateHz) {
    return new Signal(samples.clone(), sampleRateHz);
  }

  /**
   * A signal of a copy of {@code samples[from, to)}.
   *
   * @throws IllegalArgumentException as {@link #of(float[], int)}
   * @throws IndexOutOfBoundsException if the array has no such part
   */
  public static Signal of(float[] samples, int from, int to, int sampleRateHz) {
    Objects.checkFromToIndex(from, to, samples.length);
    return new Signal(Arrays.copyOfRange(samples, from, to), sampleRateHz);
  }

  /** Samples per second. */
  public int sampleRateHz() {
    return sampleRateHz;
  }

  /** Number of samples. */
  public int length() {
    return samples.length;
  }

  /** Length in seconds. */
  public double durationSeconds() {
    return (double) samples.length / sampleRateHz;
  }

  /**
   * One sample.
   *
   * @throws IndexOutOfBoundsException if {@code index} is not in {@code [0, length())}
   */
  public float at(int index) {
    return samples[index];
  }

  /** A copy of the samples. */
  public float[] toArray() {
    return samples.clone();
  }

  /**
   * Copies {@code length} samples from {@code from} on into {@code target} at {@code offset}.
   *
   * @throws IndexOutOfBoundsException if either has no such part
   */
  public void copyTo(int from, float[] target, int offset, int length) {
    System.arraycopy(samples, from, target, offset, length);
  }

  /**
   * The same sound at another rate, as {@code librosa.resample}: {@code ceil(length * rate /
   * sampleRateHz())} samples. For many signals of the same two rates keep a {@link
   * ResamplerFilter}, which this makes anew.
   *
   * @throws IllegalArgumentException if the rate is not positive or over 1024 times the other
   */
  public Signal resample(int rateHz) {
    if (rateHz == sampleRateHz) {
      return this;
    }
    ResamplerFilter filter = ResamplerFilter.of(sampleRateHz, rateHz);
    return new Signal(Resampler.resample(samples, filter), rateHz);
  }

  /**
   * The samples {@code [from, to)} as a signal of the same rate.
   *
   * @throws IndexOutOfBoundsException if they are not in {@code [0, length()]}
   */
  public Signal slice(int from, int to) {
    return of(samples, from, to, sampleRateHz);
  }

  @Override
  public String toString() {
    return "Signal[%d samples at %d Hz]".formatted(samples.length, sampleRateHz);
  }
}
