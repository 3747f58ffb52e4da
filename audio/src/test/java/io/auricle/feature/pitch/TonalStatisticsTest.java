package io.auricle.feature.pitch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.audio.Signal;
import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.set.FeatureSets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TonalStatisticsTest {
  private static final int CLASSES = 12;
  private static final double RATE = 22_050 / 512.0;

  /** Reference values: tools/golden/tonal.py, which also says the tolerance and why. */
  @Test
  void equalsTheReferenceInEveryColumn() throws IOException {
    List<String> lines;
    try (InputStream in = getClass().getResourceAsStream("/golden/tonal/statistics.csv")) {
      lines =
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII)
              .lines()
              .toList();
    }
    FeatureMatrix actual = TonalStatistics.of(formula(900, 0), RATE);
    assertEquals(lines.size(), actual.columnCount());
    for (int i = 0; i < lines.size(); i++) {
      double expected = Double.parseDouble(lines.get(i));
      assertEquals(expected, actual.at(0, i), 1e-4 * (1 + Math.abs(expected)), name(i));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 11})
  void aRecordingInAnotherKeyHasTheSame(int semitones) {
    FeatureMatrix here = TonalStatistics.of(formula(900, 0), RATE);
    FeatureMatrix there = TonalStatistics.of(formula(900, semitones), RATE);
    for (int i = 0; i < here.columnCount(); i++) {
      assertEquals(here.at(0, i), there.at(0, i), 1e-5, name(i));
    }
  }

  @Test
  void majorAndMinorTriadsAreToldApart() {
    FeatureMatrix major = TonalStatistics.of(chord(2, 6, 9), RATE);
    FeatureMatrix minor = TonalStatistics.of(chord(2, 5, 9), RATE);
    for (String window : List.of("short", "middle", "long")) {
      int mode = TonalStatistics.columns().indexOf(window + "_mode_mean");
      int clarity = TonalStatistics.columns().indexOf(window + "_clarity_mean");
      int share = TonalStatistics.columns().indexOf(window + "_major_share");
      assertTrue(major.at(0, mode) > 0.3 && minor.at(0, mode) < -0.3, window);
      assertEquals(1, major.at(0, clarity), 1e-6);
      assertEquals(1, major.at(0, share), 1e-6);
      assertEquals(0, minor.at(0, share), 1e-6);
    }
  }

  @Test
  void columnsHaveDifferentNames() {
    assertEquals(79, TonalStatistics.columns().stream().distinct().count());
  }

  @Test
  void silenceAndOneFrameGiveFiniteValues() {
    FeatureExtractor extractor = FeatureSets.named("tonal").extractor();
    for (int length : new int[] {1, 100, 22_050}) {
      FeatureMatrix row = extractor.extract(Signal.of(new float[length], 22_050));
      for (int i = 0; i < row.columnCount(); i++) {
        assertTrue(Float.isFinite(row.at(0, i)), name(i));
      }
    }
  }

  @Test
  void otherNumbersOfClassesAreRefused() {
    FeatureMatrix bands = FeatureMatrix.of(1, 3, new float[3]);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> TonalStatistics.of(bands, RATE));
    assertEquals("chroma=[1][3] must be at least one frame of 12 pitch classes", e.getMessage());
  }

  private static String name(int column) {
    return TonalStatistics.columns().get(column);
  }

  private static FeatureMatrix chord(int... classes) {
    float[] chroma = new float[400 * CLASSES];
    for (int frame = 0; frame < 400; frame++) {
      for (int c : classes) {
        chroma[frame * CLASSES + c] = 1;
      }
    }
    return FeatureMatrix.of(400, CLASSES, chroma);
  }

  /** The chroma of tools/golden/tonal.py, some semitones higher. */
  private static FeatureMatrix formula(int frames, int semitones) {
    float[] chroma = new float[frames * CLASSES];
    for (int t = 0; t < frames; t++) {
      for (int c = 0; c < CLASSES; c++) {
        double value =
            0.5 + 0.3 * Math.sin(1.7 * c + 0.011 * t) + 0.2 * Math.cos(2.3 * c * c + 0.07 * t);
        chroma[t * CLASSES + (c + semitones) % CLASSES] = (float) value;
      }
    }
    return FeatureMatrix.of(frames, CLASSES, chroma);
  }
}
