package io.auricle.feature;

import io.auricle.audio.Signal;
import io.auricle.dsp.fft.Stft;
import io.auricle.dsp.fft.Window;

/**
 * The power spectra of a signal's frames, {@code [frames][bins]}, computed once and shared by the
 * features that ask for the same framing: Hann window, power {@code re^2 + im^2} without scaling,
 * as {@code abs(librosa.stft(y)) ** 2}. Immutable.
 */
public final class Spectrum {
  private final int sampleRateHz;
  private final int frameLength;
  private final int hopLength;
  private final int frameCount;
  private final float[] power;

  private Spectrum(int sampleRateHz, int frameLength, int hopLength, float[] power) {
    this.sampleRateHz = sampleRateHz;
    this.frameLength = frameLength;
    this.hopLength = hopLength;
    this.frameCount = power.length / (frameLength / 2 + 1);
    this.power = power;
  }

  /**
   * The spectra of a signal's centred frames.
   *
   * @param signal of at least one sample
   * @param frameLength samples a frame, a power of two in [16, 65536]
   * @param hopLength samples between frames, at least 1
   */
  public static Spectrum of(Signal signal, int frameLength, int hopLength) {
    Framing.check(signal.sampleRateHz(), frameLength);
    float[] samples = Framing.samples(signal);
    Stft stft = Stft.of(frameLength, hopLength, Window.HANN, true);
    int frames = stft.frameCount(samples.length);
    float[] power = new float[Math.multiplyExact(frames, stft.bins())];
    stft.power(samples, 0, frames, power);
    return new Spectrum(signal.sampleRateHz(), frameLength, hopLength, power);
  }

  /**
   * The powers of complex spectra.
   *
   * @param real real parts, {@code [frames][bins]}
   * @param imaginary imaginary parts, {@code [frames][bins]}
   */
  public static Spectrum of(
      float[] real, float[] imaginary, int sampleRateHz, int frameLength, int hopLength) {
    float[] power = new float[real.length];
    for (int i = 0; i < power.length; i++) {
      power[i] = real[i] * real[i] + imaginary[i] * imaginary[i];
    }
    return new Spectrum(sampleRateHz, frameLength, hopLength, power);
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

  /** Gives the frames in blocks, without samples. */
  void giveBlocks(FrameBlocks.Target target) {
    int index = 0;
    for (int frame = 0; frame < frameCount; frame += FrameBlock.FRAMES) {
      int count = Math.min(FrameBlock.FRAMES, frameCount - frame);
      target.accept(new FrameBlock(index++, count, frame + count == frameCount));
    }
  }

  /** All powers, frame after frame, without a copy; never to be written to. */
  public float[] powers() {
    return power;
  }

  /** A frame's powers into the beginning of {@code target}. */
  public void powers(int frame, float[] target) {
    System.arraycopy(power, frame * bins(), target, 0, bins());
  }

  /** A frame's magnitudes, the square roots of its powers, into the beginning of {@code target}. */
  public void magnitudes(int frame, float[] target) {
    magnitudes(power, frame * bins(), bins(), target);
  }

  /** The square roots of {@code count} powers; magnitudes below 1e-19 come out as 0. */
  public static void magnitudes(float[] powers, int from, int count, float[] target) {
    System.arraycopy(powers, from, target, 0, count);
    for (int i = 0; i < count; i++) {
      target[i] = (float) Math.sqrt(target[i]);
    }
  }
}
