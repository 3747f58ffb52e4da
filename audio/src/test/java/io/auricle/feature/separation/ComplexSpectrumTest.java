package io.auricle.feature.separation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.auricle.audio.Signal;
import io.auricle.feature.SyntheticSignal;
import org.junit.jupiter.api.Test;

final class ComplexSpectrumTest {
  @Test
  void spectraAreLinear() {
    Signal one = SyntheticSignal.of("song", 22_050, 0.3);
    Signal other = SyntheticSignal.of("pink", 22_050, 0.3);
    float[] mixed = new float[one.length()];
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = 2 * one.at(i) - 0.5f * other.at(i);
    }
    ComplexSpectrum ofOne = ComplexSpectrum.of(one.toArray(), 22_050, 1024, 256);
    ComplexSpectrum ofOther = ComplexSpectrum.of(other.toArray(), 22_050, 1024, 256);
    ComplexSpectrum ofMixed = ComplexSpectrum.of(mixed, 22_050, 1024, 256);
    for (int i = 0; i < ofMixed.real().length; i++) {
      assertEquals(2 * ofOne.real()[i] - 0.5f * ofOther.real()[i], ofMixed.real()[i], 1e-4f);
      float imaginary = 2 * ofOne.imaginary()[i] - 0.5f * ofOther.imaginary()[i];
      assertEquals(imaginary, ofMixed.imaginary()[i], 1e-4f);
    }
  }
}
