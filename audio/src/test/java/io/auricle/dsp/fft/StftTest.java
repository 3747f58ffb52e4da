package io.auricle.dsp.fft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StftTest {
  private static float[] noise(int count) {
    Random random = new Random(440);
    float[] samples = new float[count];
    for (int i = 0; i < count; i++) {
      samples[i] = random.nextFloat() * 2 - 1;
    }
    return samples;
  }

  @Test
  void powerKeepsTheEnergyOfTheWindowedFrame() {
    float[] samples = noise(1024);
    Stft stft = Stft.of(1024, 256, Window.HANN, false);
    float[] power = new float[stft.bins()];
    stft.power(samples, 0, 1, power);
    float[] window = Window.HANN.weights(1024);
    double energy = 0;
    for (int n = 0; n < 1024; n++) {
      energy += Math.pow(samples[n] * window[n], 2);
    }
    double spectral = power[0] + power[512];
    for (int bin = 1; bin < 512; bin++) {
      spectral += 2 * power[bin];
    }
    assertEquals(energy, spectral / 1024, 1e-5 * energy);
  }

  @ParameterizedTest
  @CsvSource({"1024,256", "256,700"})
  void energyIsThatOfTheSpectrum(int frameLength, int hopLength) {
    float[] samples = noise(3000);
    Stft stft = Stft.of(frameLength, hopLength, Window.HANN, false);
    int frames = stft.frameCount(samples.length);
    float[] power = new float[frames * stft.bins()];
    stft.power(samples, 0, frames, power);
    float[] energy = new float[frames];
    Stft.energy(samples, hopLength, Window.HANN.weights(frameLength), frames, energy);
    for (int frame = 0; frame < frames; frame++) {
      int at = frame * stft.bins();
      double spectral = power[at] + power[at + frameLength / 2];
      for (int bin = 1; bin < frameLength / 2; bin++) {
        spectral += 2 * power[at + bin];
      }
      assertEquals(spectral / frameLength, energy[frame], 1e-4 * energy[frame] + 1e-9);
    }
  }

  @ParameterizedTest
  @CsvSource({"2048,512,10000", "1024,512,5000", "512,100,3001", "2048,512,1", "2048,512,700"})
  void inverseRestoresTheSignal(int frameLength, int hopLength, int length) {
    float[] samples = noise(length);
    Stft stft = Stft.of(frameLength, hopLength);
    int frames = stft.frameCount(length);
    float[] real = new float[frames * stft.bins()];
    float[] imaginary = new float[frames * stft.bins()];
    stft.forward(samples, 0, frames, real, imaginary);
    float[] gains = new float[real.length];
    Arrays.fill(gains, 1);
    float[] restored =
        Istft.of(frameLength, hopLength).restore(real, imaginary, gains, frames, length);
    for (int i = 0; i < length; i++) {
      assertEquals(samples[i], restored[i], 1e-5f, "sample " + i);
    }
  }

  @Test
  void shiftByAHopShiftsTheFrames() {
    float[] samples = noise(8192);
    float[] later = new float[8192];
    System.arraycopy(samples, 0, later, 512, 8192 - 512);
    Stft stft = Stft.of(1024, 512);
    float[] power = new float[stft.bins()];
    float[] shifted = new float[stft.bins()];
    stft.power(samples, 5, 1, power);
    stft.power(later, 6, 1, shifted);
    for (int bin = 0; bin < stft.bins(); bin++) {
      assertEquals(power[bin], shifted[bin], 0f);
    }
  }

  @Test
  void framesDoNotDependOnWhichAreAskedForTogether() {
    float[] samples = noise(50_000);
    Stft stft = Stft.of(512, 300);
    float[] together = new float[40 * stft.bins()];
    float[] alone = new float[stft.bins()];
    stft.power(samples, 0, 40, together);
    stft.power(samples, 33, 1, alone);
    for (int bin = 0; bin < stft.bins(); bin++) {
      assertEquals(together[33 * stft.bins() + bin], alone[bin], 1e-4f * alone[bin] + 1e-7f);
    }
  }

  @Test
  void framesBeginAtEveryHop() {
    assertEquals(1293, Stft.of(2048, 512).frameCount(661_794));
    assertEquals(174, Stft.of(2048, 3824).frameCount(661_794));
    assertEquals(1, Stft.of(2048, 512).frameCount(1));
    assertEquals(1, Stft.of(2048, 512, Window.HANN, false).frameCount(5));
    assertEquals(2, Stft.of(2048, 512, Window.HANN, false).frameCount(2560));
  }

  @Test
  void badSizesAreNamed() {
    assertEquals(
        "hopLength=0 must be at least 1",
        assertThrows(IllegalArgumentException.class, () -> Stft.of(2048, 0)).getMessage());
    assertEquals(
        "hopLength=2048 must be in [1, frameLength/2=1024], or frames leave gaps",
        assertThrows(IllegalArgumentException.class, () -> Istft.of(2048, 2048)).getMessage());
  }
}
