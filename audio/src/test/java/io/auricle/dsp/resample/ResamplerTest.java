package io.auricle.dsp.resample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {
  /** Simple ratios, one and two filters in either order, halvings first, rows interpolated. */
  @ParameterizedTest
  @CsvSource({
    "44100, 22050",
    "48000, 22050",
    "44100, 16000",
    "22050, 44100",
    "8000, 22050",
    "24000, 22050",
    "32000, 24000",
    "37800, 22050",
    "48000, 44100",
    "88200, 22050",
    "96000, 22050",
    "1411200, 22050",
    "11111, 22050",
    "44101, 22050",
    "22050, 44101"
  })
  void aToneKeepsItsLevelOrVanishes(int from, int to) {
    ResamplerFilter filter = ResamplerFilter.of(from, to);
    double nyquist = Math.min(from, to) / 2.0;
    for (double share : new double[] {0.01, 0.3, 0.5}) {
      double gain = Math.sqrt(2 * power(filter, share * nyquist));
      assertEquals(1, gain, 1e-5, () -> "gain at " + share + " of the lower Nyquist frequency");
    }
    for (double share : new double[] {0.8, 0.9}) {
      double gain = Math.sqrt(2 * power(filter, share * nyquist));
      assertEquals(1, gain, 2e-3, () -> "gain at " + share + " of the lower Nyquist frequency");
    }
    for (double share : new double[] {1.001, 1.03, 1.2, 1.5, 1.9, 2.3, 3.1}) {
      double hz = share * nyquist;
      if (hz < from / 2.0) {
        double gainDb = 10 * Math.log10(2 * power(filter, hz));
        assertTrue(gainDb < -120, () -> "gain at " + share + " of Nyquist is " + gainDb + " dB");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"8000, 22050", "22050, 44100", "22050, 44101"})
  void imagesOfAToneAreBelow120Db(int from, int to) {
    double hz = 0.21 * from;
    float[] output = Resampler.resample(tone(from, hz, from), ResamplerFilter.of(from, to));
    double residual = 0;
    int margin = to / 10;
    for (int n = margin; n < output.length - margin; n++) {
      double error = output[n] - Math.sin(2 * Math.PI * hz * n / to);
      residual += error * error;
    }
    double db = 10 * Math.log10(2 * residual / (output.length - 2 * margin));
    assertTrue(db < -120, () -> "all that is not the tone: " + db + " dB");
  }

  @ParameterizedTest
  @CsvSource({"44100, 22050", "48000, 22050", "8000, 22050", "44101, 22050"})
  void anImpulseStaysWhereItIs(int from, int to) {
    float[] input = new float[from];
    int at = from / 2;
    input[at] = 1;
    float[] output = Resampler.resample(input, ResamplerFilter.of(from, to));
    double centre = 0;
    double weight = 0;
    for (int n = 0; n < output.length; n++) {
      centre += (double) n * output[n] * output[n];
      weight += output[n] * output[n];
    }
    assertEquals((double) at / from, centre / weight / to, 0.01 / from);
  }

  @ParameterizedTest
  @CsvSource({"44100, 22050", "48000, 22050", "8000, 22050", "44101, 22050", "44100, 44100"})
  void lengthIsRoundedUp(int from, int to) {
    ResamplerFilter filter = ResamplerFilter.of(from, to);
    for (int length : new int[] {0, 1, 2, 319, 20_000}) {
      long expected = ((long) length * to + from - 1) / from;
      assertEquals(expected, Resampler.resample(new float[length], filter).length);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "44100, 22050",
    "48000, 22050",
    "44101, 22050",
    "8000, 22050",
    "22050, 44100",
    "96000, 22050"
  })
  void blocksOfAnySizeGiveTheSameSamples(int from, int to) {
    ResamplerFilter filter = ResamplerFilter.of(from, to);
    Random random = new Random(440);
    float[] input = new float[from];
    for (int i = 0; i < input.length; i++) {
      input[i] = random.nextFloat() - 0.5f;
    }
    float[] whole = Resampler.resample(input, filter);
    Resampler resampler = filter.newResampler();
    float[] pieces = new float[whole.length + 10];
    int out = 0;
    for (int in = 0; in < input.length; ) {
      int count = Math.min(1 + random.nextInt(3000), input.length - in);
      in += resampler.write(input, in, count);
      out += resampler.read(pieces, out, Math.min(1 + random.nextInt(2000), pieces.length - out));
    }
    resampler.finish();
    for (int got = 1; got > 0; out += got) {
      got = resampler.read(pieces, out, pieces.length - out);
    }
    assertEquals(whole.length, out);
    assertArrayEquals(whole, Arrays.copyOf(pieces, out));
  }

  /** librosa rounds the length up, soxr rounds to the nearest: a zero makes the difference. */
  @Test
  void theLastSampleIsZeroWhereTheLengthIsRoundedUpByMoreThanAHalf() {
    float[] input = new float[40_002];
    Arrays.fill(input, 0.5f);
    ResamplerFilter filter = ResamplerFilter.of(48_000, 22_050);
    float[] longer = Resampler.resample(input, filter);
    float[] shorter = Resampler.resample(Arrays.copyOf(input, 40_001), filter);
    assertEquals(18_376, longer.length);
    assertEquals(18_376, shorter.length);
    assertTrue(longer[18_375] > 0.1);
    assertEquals(0, shorter[18_375]);
  }

  @Test
  void equalRatesChangeNothing() {
    float[] input = tone(22_050, 9_000, 10_000);
    assertArrayEquals(input, Resampler.resample(input, ResamplerFilter.of(22_050, 22_050)), 1e-9f);
  }

  @ParameterizedTest
  @CsvSource({"44100, 22050", "48000, 22050", "8000, 22050", "96000, 22050", "44101, 22050"})
  void silenceBesideSoundStaysSilence(int from, int to) {
    float[] input = tone(from, 0.2 * Math.min(from, to), 3 * from);
    Arrays.fill(input, from, 2 * from, 0);
    float[] output = Resampler.resample(input, ResamplerFilter.of(from, to));
    int reach = 300 * to / Math.min(from, to);
    for (int n = to + reach; n < 2 * to - reach; n++) {
      assertEquals(0, output[n]);
    }
    assertTrue(Math.abs(output[to + 5]) > 1e-6, "the filter rings");
  }

  @Test
  void aConstantKeepsItsLevel() {
    float[] input = new float[48_000];
    Arrays.fill(input, 0.5f);
    float[] output = Resampler.resample(input, ResamplerFilter.of(48_000, 22_050));
    for (int n = 1000; n < output.length - 1000; n++) {
      assertEquals(0.5f, output[n], 1e-5f);
    }
  }

  @Test
  void ratesThatAreNotPositiveAreNamed() {
    var thrown = assertThrows(IllegalArgumentException.class, () -> ResamplerFilter.of(0, 22_050));
    assertEquals("inputRateHz=0, outputRateHz=22050 must be positive", thrown.getMessage());
  }

  /** Mean square of a resampled tone of amplitude 1 under a Hann window, its ends left out. */
  private static double power(ResamplerFilter filter, double hz) {
    float[] output =
        Resampler.resample(tone(filter.inputRateHz(), hz, filter.inputRateHz()), filter);
    int margin = output.length / 10;
    double sum = 0;
    double weights = 0;
    for (int n = margin; n < output.length - margin; n++) {
      double weight = Math.pow(Math.sin(Math.PI * (n - margin) / (output.length - 2 * margin)), 2);
      sum += weight * output[n] * output[n];
      weights += weight;
    }
    return sum / weights;
  }

  private static float[] tone(int rateHz, double hz, int length) {
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      samples[i] = (float) Math.sin(2 * Math.PI * hz * i / rateHz);
    }
    return samples;
  }
}
