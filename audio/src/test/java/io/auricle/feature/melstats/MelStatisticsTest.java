package io.auricle.feature.melstats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.audio.Signal;
import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FeatureOptions;
import io.auricle.feature.SyntheticSignal;
import io.auricle.feature.set.FeatureSets;
import io.auricle.feature.set.MelOptions;
import io.auricle.feature.set.MelStatisticsOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class MelStatisticsTest {
  private static final int BANDS = 128;
  private static final double FLOOR_DB = -40;

  /** Reference values: tools/golden/melstats.py, which also says the tolerance and why. */
  @Test
  void equalsTheReferenceInEveryColumn() throws IOException {
    List<String> lines;
    try (InputStream in = getClass().getResourceAsStream("/golden/melstats/statistics.csv")) {
      lines =
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII)
              .lines()
              .toList();
    }
    FeatureMatrix actual = MelStatistics.of(formula(174), FLOOR_DB);
    assertEquals(lines.size(), actual.columnCount());
    for (int i = 0; i < lines.size(); i++) {
      double expected = Double.parseDouble(lines.get(i));
      assertEquals(
          expected,
          actual.at(0, i),
          1e-4 * (1 + Math.abs(expected)),
          MelStatistics.columns().get(i));
    }
  }

  @Test
  void columnsHaveDifferentNames() {
    assertEquals(348, MelStatistics.columns().stream().distinct().count());
  }

  @Test
  void silenceAndOneFrameGiveFiniteValues() {
    FeatureExtractor extractor = FeatureSets.named("melstats").extractor();
    for (int length : new int[] {1, 100, 22050}) {
      assertFinite(extractor.extract(Signal.of(new float[length], 22050)));
    }
    assertFinite(MelStatistics.of(formula(1), FLOOR_DB));
  }

  @Test
  void areDerivedFromTheSpectrogramOfTheBase() {
    FeatureOptions options = FeatureSets.named("melstats");
    Signal signal = SyntheticSignal.of("song", 22_050, 12);
    FeatureMatrix base = options.base().extractor().extract(signal);
    assertArrayEquals(
        options.extractor().extract(signal).toArray(), options.derive(base).toArray());
  }

  @Test
  void aShortSpectrogramIsRepeated() {
    FeatureMatrix half = formula(32);
    float[] twice = new float[64 * BANDS];
    half.copyTo(0, 32, twice, 0);
    half.copyTo(0, 32, twice, 32 * BANDS);
    FeatureMatrix expected = MelStatistics.of(FeatureMatrix.of(64, BANDS, twice), FLOOR_DB);
    FeatureMatrix actual = MelStatistics.of(half, FLOOR_DB);
    for (int i = 0; i < actual.columnCount(); i++) {
      assertEquals(expected.at(0, i), actual.at(0, i), MelStatistics.columns().get(i));
    }
  }

  @Test
  void otherNumbersOfBandsAreRefused() {
    MelOptions mel = new MelOptions(22050, 2048, 512, 64, -40);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> new MelStatisticsOptions(mel));
    assertTrue(String.valueOf(e.getMessage()).contains("mel.bands=64 must be 128"));
  }

  private static void assertFinite(FeatureMatrix row) {
    for (int i = 0; i < row.columnCount(); i++) {
      assertTrue(Float.isFinite(row.at(0, i)), MelStatistics.columns().get(i));
    }
  }

  /** The spectrogram of tools/golden/melstats.py in dB. */
  private static FeatureMatrix formula(int frames) {
    float[] db = new float[frames * BANDS];
    for (int t = 0; t < frames; t++) {
      for (int b = 0; b < BANDS; b++) {
        double x =
            0.55
                - 0.004 * b
                + 0.3 * Math.sin(0.21 * b + 0.5 * Math.sin(0.05 * t)) * Math.cos(0.37 * t)
                + 0.1 * Math.sin(0.013 * b * t);
        db[t * BANDS + b] = (float) (40 * Math.min(1, Math.max(0, x)) - 40);
      }
    }
    return FeatureMatrix.of(frames, BANDS, db);
  }
}
