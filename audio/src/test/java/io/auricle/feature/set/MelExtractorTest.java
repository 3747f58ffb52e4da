package io.auricle.feature.set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.audio.Signal;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.SyntheticSignal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MelExtractorTest {
  private static FeatureMatrix extract(MelOptions options, Signal signal) {
    return options.extractor().extract(signal);
  }

  @Test
  void silenceGivesFloorDb() {
    FeatureMatrix mel =
        extract(
            new MelOptions(22_050, 2048, 512, 128, -40),
            SyntheticSignal.of("silence", 22_050, 0.2));
    for (float level : mel.toArray()) {
      assertEquals(-40f, level);
    }
  }

  @Test
  void levelsLieBetweenFloorAndTheMaximumOf0Db() {
    FeatureMatrix mel =
        extract(new MelOptions(22_050, 2048, 512, 128, -40), SyntheticSignal.of("song", 22_050, 2));
    float highest = Float.NEGATIVE_INFINITY;
    float lowest = 0;
    for (float level : mel.toArray()) {
      highest = Math.max(highest, level);
      lowest = Math.min(lowest, level);
    }
    assertEquals(0, highest, 1e-5);
    assertEquals(-40, lowest, 1e-5);
  }

  @Test
  void loudnessDoesNotMatter() {
    MelOptions options = new MelOptions(22_050, 1024, 512, 64, -60);
    Signal signal = SyntheticSignal.of("song", 22_050, 0.5);
    float[] quiet = signal.toArray();
    for (int i = 0; i < quiet.length; i++) {
      quiet[i] /= 8;
    }
    float[] expected = extract(options, signal).toArray();
    float[] actual = extract(options, Signal.of(quiet, 22_050)).toArray();
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], 1e-3f);
    }
  }

  @Test
  void framesOfALongHopAreThoseOfAShortOne() {
    Signal signal = SyntheticSignal.of("pink", 22_050, 3);
    FeatureMatrix sparse = extract(new MelOptions(22_050, 2048, 4096, 64, -400), signal);
    FeatureMatrix dense = extract(new MelOptions(22_050, 2048, 512, 64, -400), signal);
    float shift = sparse.at(0, 0) - dense.at(0, 0);
    assertEquals(1 + signal.length() / 4096, sparse.frameCount());
    for (int frame = 0; frame < sparse.frameCount(); frame++) {
      for (int band = 0; band < 64; band++) {
        assertEquals(dense.at(frame * 8, band) + shift, sparse.at(frame, band), 1e-3f);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"silence", "pink", "noise", "song", "tone", "clicks", "sweep"})
  void levelsAreRelativeToTheMaximumAtTheReferenceHop(String kind) {
    Signal signal = SyntheticSignal.of(kind, 22_050, 3);
    FeatureMatrix dense = extract(new MelOptions(22_050, 2048, 512, 128, -40), signal);
    FeatureMatrix sparse = extract(new MelOptions(22_050, 2048, 4096, 128, -40, 512), signal);
    for (int frame = 0; frame < sparse.frameCount(); frame++) {
      for (int band = 0; band < 128; band++) {
        // The floor lies below the highest frame picked out, which the reference may exceed.
        assertEquals(dense.at(frame * 8, band), Math.max(-40, sparse.at(frame, band)), kind);
      }
    }
  }

  @Test
  void tonesBandIsTheStrongest() {
    FeatureMatrix mel =
        extract(new MelOptions(22_050, 2048, 512, 40, -80), SyntheticSignal.of("tone", 22_050, 1));
    // 440 Hz is 6.6 of 50.2 mel (Slaney); 40 bands have 41 steps, the first centred one step up.
    int expected = 4;
    for (int band = 0; band < 40; band++) {
      assertTrue(mel.at(20, band) <= mel.at(20, expected), "band " + band);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|2048|512|128|-80|sampleRateHz=0 must be at least 1",
        "22050|2000|512|128|-80|frameLength=2000 must be a power of two in [16, 65536]",
        "22050|2048|0|128|-80|hopLength=0 must be at least 1",
        "22050|2048|512|0|-80|bands=0 must be in [1, frameLength/2=1024]",
        "22050|2048|512|128|0|floorDb=0.0 must be finite and below 0",
        "22050|2048|512|128|NaN|floorDb=NaN must be finite and below 0"
      })
  void badOptionsAreNamed(int rate, int frame, int hop, int bands, double floorDb, String message) {
    assertEquals(
        message,
        assertThrows(
                IllegalArgumentException.class,
                () -> new MelOptions(rate, frame, hop, bands, floorDb))
            .getMessage());
  }

  /** The loudest moment lies between the frames that are picked out. */
  @Test
  void floorHangsBelowTheReferenceAndNotBelowTheFramesPickedOut() {
    float[] samples = new float[22050];
    for (int i = 0; i < samples.length; i++) {
      double loudness = i > 5000 && i < 5400 ? 1 : 0.3;
      samples[i] = (float) (loudness * Math.sin(0.3 * i));
    }
    MelOptions options = new MelOptions(22050, 1024, 10_000, 40, -40, 100);
    FeatureMatrix levels = options.extractor().extract(Signal.of(samples, 22050));
    float lowest = 0;
    float highest = -100;
    for (float level : levels.toArray()) {
      lowest = Math.min(lowest, level);
      highest = Math.max(highest, level);
    }
    assertEquals(-40, lowest);
    assertTrue(highest < -1, "highest=" + highest);
  }
}
