package io.auricle.feature.separation;

import io.auricle.dsp.fft.Stft;
import io.auricle.feature.Spectrum;

/**
 * The complex spectra of a signal's frames beside their power, for what changes spectra and goes
 * back to sound. Used by one call at a time.
 */
final class ComplexSpectrum {
  private final float[] real;
  private final float[] imaginary;
  private final Spectrum power;

  private ComplexSpectrum(float[] real, float[] imaginary, Spectrum power) {
    this.real = real;
    this.imaginary = imaginary;
    this.power = power;
  }

  static ComplexSpectrum of(float[] samples, int sampleRateHz, int frameLength, int hopLength) {
    Stft stft = Stft.of(frameLength, hopLength);
    int frames = stft.frameCount(samples.length);
    int size = Math.multiplyExact(frames, stft.bins());
    float[] real = new float[size];
    float[] imaginary = new float[size];
    stft.forward(samples, 0, frames, real, imaginary);
    return new ComplexSpectrum(
        real, imaginary, Spectrum.of(real, imaginary, sampleRateHz, frameLength, hopLength));
  }

  float[] real() {
    return real;
  }

  float[] imaginary() {
    return imaginary;
  }

  Spectrum power() {
    return power;
  }
}
