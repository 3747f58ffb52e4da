package io.auricle.feature;

import io.auricle.audio.Signal;
import io.auricle.dsp.Stft;

/**
 * The power spectra of a signal's frames, {@code [frames][bins]}, computed once and shared by the
 * features that ask for the same framing: centred frames, Hann window, power {@code re^2 + im^2}
 * without scaling, as {@code abs(librosa.stft(y)) ** 2}. Immutable.
 */
public final class Spectrum {
  private static final int BLOCK = 16;

  private final int sampleRateHz;
  private final int frameLength;
  private final int hopLength;
  private final int frameCount;
  private final float[] power;
  private final float[] magnitudes;

  private Spectrum(
      int sampleRateHz, int frameLength, int hopLength, float[] power, float[] magnitudes) {
    this.sampleRateHz = sampleRateHz;
    this.frameLength = frameLength;
    this.hopLength = hopLength;
    this.frameCount = power.length / (frameLength / 2 + 1);
    this.power = power;
    this.magnitudes = magnitudes;
  }

  /**
   * The spectra of a signal.
   *
   * @param signal of at least one sample
   * @param frameLength samples a frame, a power of two in [16, 65536]
   * @param hopLength samples between frames, at least 1
   */
  public static Spectrum of(Signal signal, int frameLength, int hopLength) {
    Framing.check(signal.sampleRateHz(), frameLength);
    float[] samples = Framing.samples(signal);
    Stft stft = Stft.of(frameLength, hopLength);
    int bins = stft.bins();
    int frames = stft.frameCount(samples.length);
    float[] power = new float[Math.multiplyExact(frames, bins)];
    float[] magnitudes = new float[power.length];
    float[] real = new float[BLOCK * bins];
    float[] imaginary = new float[BLOCK * bins];
    for (int frame = 0; frame < frames; frame += BLOCK) {
      int count = Math.min(BLOCK, frames - frame);
      stft.forward(samples, frame, count, real, imaginary);
      measure(real, imaginary, count * bins, power, magnitudes, frame * bins);
    }
    return new Spectrum(signal.sampleRateHz(), frameLength, hopLength, power, magnitudes);
  }

  /** The powers and magnitudes of complex spectra, {@code [frames][bins]}. */
  static Spectrum of(
      float[] real, float[] imaginary, int sampleRateHz, int frameLength, int hopLength) {
    float[] power = new float[real.length];
    float[] magnitudes = new float[real.length];
    measure(real, imaginary, real.length, power, magnitudes, 0);
    return new Spectrum(sampleRateHz, frameLength, hopLength, power, magnitudes);
  }

  /** Magnitudes in double precision: those below 1e-19 have no power left in a float. */
  private static void measure(
      float[] real, float[] imaginary, int count, float[] power, float[] magnitudes, int offset) {
    for (int i = 0; i < count; i++) {
      double square = (double) real[i] * real[i] + (double) imaginary[i] * imaginary[i];
      power[offset + i] = (float) square;
      magnitudes[offset + i] = (float) Math.sqrt(square);
    }
  }

  public int sampleRateHz() {
    return sampleRateHz;
  }

  public int frameLength() {
    return frameLength;
  }

  public int hopLength() {
    return hopLength;
  }

  public int frameCount() {
    return frameCount;
  }

  /** Bins of a frame: {@code frameLength / 2 + 1}. */
  public int bins() {
    return frameLength / 2 + 1;
  }

  /** Centre frequency of a bin. */
  public double binHz(int bin) {
    return (double) bin * sampleRateHz / frameLength;
  }

  public float power(int frame, int bin) {
    return power[frame * bins() + bin];
  }

  /** All powers, frame after frame; not to be written to. */
  float[] powers() {
    return power;
  }

  /** Copies a frame's magnitudes, the square roots of its powers. */
  void magnitudes(int frame, float[] target) {
    System.arraycopy(magnitudes, frame * bins(), target, 0, bins());
  }
}
