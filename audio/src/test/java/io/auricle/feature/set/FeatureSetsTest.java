package io.auricle.feature.set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.audio.Signal;
import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FeatureOptions;
import io.auricle.feature.SyntheticSignal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every set of the catalogue. */
final class FeatureSetsTest {
  static List<String> names() {
    return List.copyOf(FeatureSets.names());
  }

  static List<Arguments> oddSignals() {
    List<Arguments> cases = new ArrayList<>();
    for (String set : FeatureSets.names()) {
      for (String signal : List.of("silence", "constant", "impulse", "tone")) {
        for (int length : new int[] {1, 2, 100, 511, 2048, 22_050}) {
          cases.add(Arguments.of(set, signal, length));
        }
      }
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("oddSignals")
  void oddSignalsGiveFiniteValues(String set, String signal, int length) {
    FeatureExtractor extractor = FeatureSets.named(set).extractor();
    int rateHz = extractor.options().sampleRateHz();
    assertFinite(extractor, SyntheticSignal.of(signal, rateHz, (length + 0.5) / rateHz));
  }

  @ParameterizedTest
  @MethodSource("names")
  void extremeSamplesGiveFiniteValues(String set) {
    float[] samples = new float[5000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (i % 3 - 1) * (i < 2500 ? Float.MAX_VALUE : Float.MIN_VALUE);
    }
    FeatureExtractor extractor = FeatureSets.named(set).extractor();
    assertFinite(extractor, Signal.of(samples, extractor.options().sampleRateHz()));
  }

  private static void assertFinite(FeatureExtractor extractor, Signal signal) {
    FeatureMatrix matrix = extractor.extract(signal);
    assertEquals(extractor.columns().size(), matrix.columnCount());
    assertTrue(matrix.frameCount() >= 1);
    for (int frame = 0; frame < matrix.frameCount(); frame++) {
      for (int column = 0; column < matrix.columnCount(); column++) {
        assertTrue(Float.isFinite(matrix.at(frame, column)), extractor.columns().get(column));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void columnNamesAreDistinct(String set) {
    List<String> columns = FeatureSets.named(set).extractor().columns();
    assertEquals(columns.size(), new HashSet<>(columns).size());
  }

  @ParameterizedTest
  @MethodSource("names")
  void optionsKnowTheirNameAndSurviveTheirExtractor(String set) {
    FeatureOptions options = FeatureSets.named(set);
    assertTrue(FeatureSets.names().contains(options.set()), options.set());
    assertEquals(options.getClass(), FeatureSets.named(options.set()).getClass());
    assertEquals(options, options.extractor().options());
  }

  @ParameterizedTest
  @MethodSource("names")
  void emptyAndForeignSignalsAreRefused(String set) {
    FeatureExtractor extractor = FeatureSets.named(set).extractor();
    int rateHz = extractor.options().sampleRateHz();
    Signal empty = Signal.of(new float[0], rateHz);
    Signal foreign = Signal.of(new float[100], 44_100);
    assertEquals(
        "signal.length=0 must be at least 1 sample",
        assertThrows(IllegalArgumentException.class, () -> extractor.extract(empty)).getMessage());
    assertEquals(
        "signal.sampleRateHz=44100 must be sampleRateHz=%d; resample it first".formatted(rateHz),
        assertThrows(IllegalArgumentException.class, () -> extractor.extract(foreign))
            .getMessage());
  }

  @Test
  void unknownSetNamesThoseThereAre() {
    assertEquals(
        "set=gtzan58 must be one of mel, melstats, mel-image, stft, mfcc, waveform, samples, tonal,"
            + " gtzan57, gtzan53, groningen58, chin97, log-mel, musicnn, musicnn-db, efficientat,"
            + " vggish, yamnet, ast",
        assertThrows(IllegalArgumentException.class, () -> FeatureSets.named("gtzan58"))
            .getMessage());
  }

  @Test
  void oneExtractorServesManyThreads() throws Exception {
    FeatureExtractor extractor = FeatureSets.named("gtzan57").extractor();
    Signal signal = SyntheticSignal.of("song", 22_050, 0.5);
    float[] expected = extractor.extract(signal).toArray();
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      List<Callable<float[]>> calls = new ArrayList<>();
      for (int i = 0; i < 9; i++) {
        calls.add(() -> extractor.extract(signal).toArray());
      }
      for (Future<float[]> result : threads.invokeAll(calls)) {
        assertTrue(Arrays.equals(expected, result.get()));
      }
    } finally {
      threads.shutdown();
    }
  }
}
