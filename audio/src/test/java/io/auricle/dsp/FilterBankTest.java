package io.auricle.dsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FilterBankTest {
  @Test
  void slaneyMelOf1000HzIs15() {
    assertEquals(15, MelScale.SLANEY.fromHz(1000), 1e-12);
    assertEquals(1000, MelScale.HTK.fromHz(1000), 0.02);
  }

  @ParameterizedTest
  @EnumSource(MelScale.class)
  void melAndHzUndoEachOther(MelScale scale) {
    for (double hz = 0; hz < 11_025; hz += 97) {
      assertEquals(hz, scale.toHz(scale.fromHz(hz)), 1e-8);
    }
  }

  @ParameterizedTest
  @EnumSource(MelScale.class)
  void normalisedFiltersHaveAreaOne(MelScale scale) {
    MelFilterBank bank =
        MelFilterBank.of(16_384, new MelFilterBank.Layout(22_050, 40, scale, true));
    for (int band = 0; band < 40; band++) {
      double area = 0;
      for (int bin = 0; bin <= 8192; bin++) {
        area += bank.weight(band, bin) * 22_050 / 16_384.0;
      }
      assertEquals(1, area, 0.01, "band " + band);
    }
  }

  @Test
  void neighbouringPlainFiltersAddUpToOne() {
    MelFilterBank bank =
        MelFilterBank.of(4096, new MelFilterBank.Layout(22_050, 40, MelScale.HTK, false));
    for (int bin = 40; bin < 1900; bin++) {
      double sum = 0;
      for (int band = 0; band < 40; band++) {
        sum += bank.weight(band, bin);
      }
      assertEquals(1, sum, 1e-5, "bin " + bin);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 100, 300, 700})
  void chromaOfABinPointsAtItsPitchClass(int bin) {
    ChromaFilterBank bank = ChromaFilterBank.of(22_050, 4096, 0);
    double hz = bin * 22_050 / 4096.0;
    // MIDI note 69 is A at 440 Hz; C is pitch class 0.
    int expected = Math.floorMod(Math.round(69 + 12 * Math.log(hz / 440) / Math.log(2)), 12);
    int strongest = 0;
    for (int c = 1; c < ChromaFilterBank.CLASSES; c++) {
      if (bank.weight(c, bin) > bank.weight(strongest, bin)) {
        strongest = c;
      }
    }
    assertEquals(expected, strongest);
  }

  @Test
  void fullDctKeepsTheEnergy() {
    float[] values = {3, -1, 4, 1, -5, 9, 2, -6};
    float[] out = new float[8];
    Dct.of(8, 8).apply(values, 1, out);
    double before = 0;
    double after = 0;
    for (int i = 0; i < 8; i++) {
      before += values[i] * values[i];
      after += out[i] * out[i];
    }
    assertEquals(before, after, 1e-4);
    assertEquals(7 / Math.sqrt(8), out[0], 1e-6);
  }

  @Test
  void levelsKeepTheirRange() {
    float[] values = {1, 0.1f, 0, 1e-20f};
    Decibels.fromPower(values, 1, 80);
    assertEquals(0, values[0], 1e-6);
    assertEquals(-10, values[1], 1e-5);
    assertEquals(-80, values[2], 1e-5);
    assertEquals(-80, values[3], 1e-5);
  }

  @Test
  void badSizesAreNamed() {
    assertEquals(
        "coefficients=11 must be in [1, length=10]",
        assertThrows(IllegalArgumentException.class, () -> Dct.of(10, 11)).getMessage());
    assertEquals(
        "bands=0 must be at least 1",
        assertThrows(
                IllegalArgumentException.class,
                () -> new MelFilterBank.Layout(22_050, 0, MelScale.HTK, true))
            .getMessage());
  }
}
