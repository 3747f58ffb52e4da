package io.auricle.feature.custom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.audio.Signal;
import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.FrameOptions;
import io.auricle.feature.Spectrum;
import io.auricle.feature.SyntheticSignal;
import io.auricle.feature.frame.Rms;
import io.auricle.feature.frame.SpectralContrast;
import io.auricle.feature.pitch.Chroma;
import io.auricle.feature.statistics.ColumnSummary;
import io.auricle.feature.statistics.Moments;
import io.auricle.feature.statistics.Statistic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every single feature, with deltas and all statistics, of any signal. */
final class FrameFeatureContractTest {
  private static final int RATE = 22_050;

  static List<Arguments> featuresAndFramings() {
    List<Arguments> cases = new ArrayList<>();
    for (String feature : FrameFeatures.names()) {
      cases.add(Arguments.of(feature, true));
      if (!List.of("onset-strength", "tempogram", "tempo", "global-tempo", "hpss")
          .contains(feature)) {
        cases.add(Arguments.of(feature, false));
      }
    }
    return cases;
  }

  private static FeatureExtractor extractor(
      String feature, boolean centred, Statistic... statistics) {
    FeaturePart part = new FeaturePart(FrameFeatures.named(feature), 2, 9, List.of(statistics));
    return new CustomOptions("one", new FrameOptions(RATE, 2048, 512, centred), List.of(part))
        .extractor();
  }

  @ParameterizedTest
  @MethodSource("featuresAndFramings")
  void oddSignalsGiveFiniteFramesAndStatistics(String feature, boolean centred) {
    boolean byFrame = FrameFeatures.named(feature).rows() == FrameFeature.Rows.FRAME;
    FeatureExtractor row = extractor(feature, centred, Statistic.values());
    for (Signal signal : oddSignals()) {
      if (byFrame) {
        FeatureExtractor frames = extractor(feature, centred);
        FeatureMatrix matrix = frames.extract(signal);
        assertFinite(frames, matrix);
        int expected =
            centred ? 1 + signal.length() / 512 : 1 + Math.max(0, signal.length() - 2048) / 512;
        assertEquals(expected, matrix.frameCount());
      }
      assertFinite(row, row.extract(signal));
      assertEquals(1, row.extract(signal).frameCount());
    }
  }

  private static List<Signal> oddSignals() {
    List<Signal> signals = new ArrayList<>();
    for (int length : new int[] {1, 2, 511, 2047, 2048, 8000}) {
      for (String kind : List.of("silence", "constant", "impulse", "tone")) {
        signals.add(SyntheticSignal.of(kind, RATE, (length + 0.5) / RATE));
      }
    }
    float[] extreme = new float[5000];
    for (int i = 0; i < extreme.length; i++) {
      extreme[i] = (i % 3 - 1) * (i < 2500 ? Float.MAX_VALUE : Float.MIN_VALUE);
    }
    signals.add(Signal.of(extreme, RATE));
    return signals;
  }

  private static void assertFinite(FeatureExtractor extractor, FeatureMatrix matrix) {
    assertEquals(extractor.columns().size(), matrix.columnCount());
    float[] values = matrix.toArray();
    for (int i = 0; i < values.length; i++) {
      assertTrue(Float.isFinite(values[i]), extractor.columns().get(i % matrix.columnCount()));
    }
  }

  /** Documented for each feature: the value of frames in which nothing sounds. */
  @Test
  void silenceHasItsDocumentedValues() {
    Signal silence = SyntheticSignal.of("silence", RATE, 0.3);
    for (String feature : FrameFeatures.names()) {
      if (FrameFeatures.named(feature).rows() != FrameFeature.Rows.FRAME) {
        Statistic[] mean = {Statistic.MEAN};
        assertEquals(0, extractor(feature, true, mean).extract(silence).at(0, 0), feature);
        continue;
      }
      float expected =
          switch (feature) {
            case "stft", "mel" -> -80;
            case "spectral-flatness" -> 1;
            default -> 0;
          };
      FeatureMatrix matrix = extractor(feature, true).extract(silence);
      if (feature.equals("mfcc")) {
        // -100 dB in each of 128 bands.
        assertEquals(-100 * Math.sqrt(128), matrix.at(3, 0), 1e-2);
        assertEquals(0, matrix.at(3, 1), 1e-3);
      } else if (feature.equals("tempo")) {
        // The likeliest tempo before listening.
        assertEquals(120, matrix.at(3, 0), 5);
      } else {
        assertEquals(
            expected,
            matrix.at(3, 0),
            feature + " in silence; a documented value other than 0 gets a case above");
      }
    }
  }

  @Test
  void columnsAndFramesAreThoseOfEachFeatureSideBySide() {
    FrameOptions frames = new FrameOptions(RATE, 1024, 512, true);
    FeaturePart rms = FeaturePart.of(FrameFeatures.named("rms"));
    FeaturePart chroma = FeaturePart.of(FrameFeatures.named("chroma"));
    Signal song = SyntheticSignal.of("song", RATE, 0.5);
    FeatureMatrix both =
        new CustomOptions("two", frames, List.of(rms, chroma)).extractor().extract(song);
    FeatureMatrix first = new Rms().of(song, frames);
    FeatureMatrix second = new Chroma().of(Spectrum.of(song, 1024, 512));
    assertEquals(13, both.columnCount());
    for (int frame = 0; frame < both.frameCount(); frame++) {
      assertEquals(first.at(frame, 0), both.at(frame, 0));
      assertEquals(second.at(frame, 7), both.at(frame, 8));
    }
  }

  @Test
  void whatHasNoRowAFrameStandsBesideNoFrames() {
    FrameOptions frames = new FrameOptions(RATE, 2048, 512, true);
    FeaturePart rms = FeaturePart.of(FrameFeatures.named("rms"));
    assertMessage(
        "statistics must be given for hpss, which has a row a sample",
        () ->
            new CustomOptions(
                "part", frames, List.of(FeaturePart.of(FrameFeatures.named("hpss")))));
    assertMessage(
        "statistics must be given for all features, for one row a signal, or for none",
        () ->
            new CustomOptions(
                "mixed",
                frames,
                List.of(rms, FeaturePart.of(FrameFeatures.named("global-tempo")))));
    CustomOptions row =
        new CustomOptions(
            "row",
            frames,
            List.of(
                rms.with(List.of(Statistic.MAX)),
                FeaturePart.of(FrameFeatures.named("hpss"), Statistic.STD),
                FeaturePart.of(FrameFeatures.named("global-tempo"))));
    FeatureMatrix matrix = row.extractor().extract(SyntheticSignal.of("clicks", RATE, 12));
    assertEquals(List.of("rms_max", "harmonic_std", "tempo"), row.extractor().columns());
    assertEquals(120, matrix.at(0, 2), 3);
  }

  @Test
  void statisticsOfPiecesAreThoseOfTheWhole() {
    float[] values = new float[200_001];
    Random random = new Random(440);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (Math.exp(random.nextGaussian()) * (i % 3 == 0 ? -1 : 1));
    }
    ColumnSummary summary = new ColumnSummary(Set.of(Statistic.values()));
    for (int from = 0; from < values.length; from += 317) {
      summary.add(values, from, Math.min(values.length, from + 317), 1);
    }
    Moments whole = Moments.of(values);
    assertEquals(whole.mean(), summary.value(Statistic.MEAN), 1e-9);
    assertEquals(whole.variance(), summary.value(Statistic.VARIANCE), 1e-9);
    assertEquals(whole.skewness(), summary.value(Statistic.SKEWNESS), 1e-9);
    assertEquals(whole.kurtosis(), summary.value(Statistic.KURTOSIS), 1e-7);
    Arrays.sort(values);
    assertEquals(values[0], summary.value(Statistic.MIN));
    assertEquals(values[200_000], summary.value(Statistic.MAX));
    double median = values[100_000];
    assertEquals(median, summary.value(Statistic.MEDIAN), 0.002 * Math.abs(median));
  }

  @Test
  void statisticsAreThoseOfKnownValues() {
    FeatureMatrix column = FeatureMatrix.of(4, 1, new float[] {1, 5, 1, 2});
    double[] expected = {2.25, 2.6875, Math.sqrt(2.6875), 1, 5, 1.5};
    Statistic[] statistics = Arrays.copyOf(Statistic.values(), expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], statistics[i].of(column, 0), 1e-12, statistics[i].name());
    }
    assertEquals(Moments.of(column, 0).skewness(), Statistic.SKEWNESS.of(column, 0));
    assertEquals(Moments.of(column, 0).kurtosis(), Statistic.KURTOSIS.of(column, 0));
  }

  @Test
  void optionsThatDoNotGoTogetherAreNamedWhenBuilt() {
    assertMessage(
        "hopLength=0 must be in [1, frameLength=2048]",
        () -> new FrameOptions(RATE, 2048, 0, true));
    assertMessage(
        "hopLength=2049 must be in [1, frameLength=2048]",
        () -> new FrameOptions(RATE, 2048, 2049, true));
    assertMessage(
        "bands=6 must leave each band a bin below sampleRateHz/2=4000; lower bands or lowestHz",
        () ->
            new CustomOptions(
                "low",
                new FrameOptions(8000, 2048, 512, true),
                List.of(FeaturePart.of(SpectralContrast.DEFAULT))));
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void samplesThatAreNoNumbersNeverReachAFeature(float sample) {
    assertMessage(
        "samples[1]=" + sample + " must be finite; decoders replace such samples",
        () -> Signal.of(new float[] {0, sample}, RATE));
  }

  private static void assertMessage(String message, Runnable making) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, making::run).getMessage());
  }
}
