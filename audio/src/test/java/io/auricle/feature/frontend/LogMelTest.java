package io.auricle.feature.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.audio.Signal;
import io.auricle.dsp.MelFilterBank.Sides;
import io.auricle.dsp.MelScale;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FeatureOptions;
import io.auricle.feature.FrameGrid.Edges;
import io.auricle.feature.FrameGrid.Hann;
import io.auricle.feature.frontend.Logarithm.Base;
import io.auricle.feature.set.FeatureSets;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The front ends against tools/golden/frontends.py, which says where its formulas are from. */
final class LogMelTest {
  private static final double TOLERANCE = 1e-4;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "musicnn",
        "musicnn-db",
        "efficientat",
        "vggish",
        "yamnet",
        "log-mel",
        "ast",
        "samples"
      })
  void givesWhatItsFormulaGives(String name) throws IOException {
    FeatureOptions options = FeatureSets.named(name);
    FeatureMatrix matrix = options.extractor().extract(signal(options.sampleRateHz()));
    List<String[]> lines = recorded().stream().filter(line -> line[0].equals(name)).toList();
    assertEquals(6, lines.size());
    for (String[] line : lines) {
      if (line[1].equals("frames")) {
        assertEquals(Integer.parseInt(line[2]), matrix.frameCount());
        double sum = 0;
        for (float value : matrix.toArray()) {
          sum += value;
        }
        double mean = sum / matrix.frameCount() / matrix.columnCount();
        assertEquals(Double.parseDouble(line[3]), mean, TOLERANCE);
        continue;
      }
      int row = Integer.parseInt(line[1]);
      assertEquals(matrix.columnCount(), line.length - 2);
      for (int band = 0; band < matrix.columnCount(); band++) {
        String where = "frame %d, band %d".formatted(row, band);
        double expected = Double.parseDouble(line[band + 2]);
        assertEquals(expected, matrix.at(row, band), TOLERANCE, where);
      }
    }
  }

  @Test
  void levelsAreAbsolute() {
    float[] samples = signal(16_000).toArray();
    for (int i = 0; i < samples.length; i++) {
      samples[i] *= 0.5f;
    }
    FeatureMatrix loud = LogMelOptions.MUSICNN_DB.extractor().extract(signal(16_000));
    FeatureMatrix quiet = LogMelOptions.MUSICNN_DB.extractor().extract(Signal.of(samples, 16_000));
    assertEquals(20 * Math.log10(2), loud.at(30, 10) - quiet.at(30, 10), 1e-3);
  }

  /** The mean of the sums is what was asked for, however loud the sound. */
  @Test
  void aMeanSumTakesTheLevelAway() {
    LogMelOptions levelled = levelled();
    float[] samples = signal(32_000).toArray();
    float[] quiet = samples.clone();
    for (int i = 0; i < quiet.length; i++) {
      quiet[i] *= 0.05f;
    }
    FeatureMatrix one = levelled.extractor().extract(Signal.of(samples, 32_000));
    FeatureMatrix other = levelled.extractor().extract(Signal.of(quiet, 32_000));
    double sum = 0;
    for (int frame = 0; frame < one.frameCount(); frame++) {
      for (int band = 0; band < one.columnCount(); band++) {
        assertEquals(one.at(frame, band), other.at(frame, band), 1e-3);
        sum += Math.exp((one.at(frame, band) - 0.5) / 0.2) - 1e-4;
      }
    }
    assertEquals(100, sum / (one.frameCount() * one.columnCount()), 0.05);
  }

  @Test
  void silenceAndWhatIsFarTooQuietAreNotMadeLoud() {
    FeatureMatrix silence = levelled().extractor().extract(Signal.of(new float[32_000], 32_000));
    assertEquals(0.5 + 0.2 * Math.log(1e-4), silence.at(20, 20), 1e-5);
    float[] samples = signal(32_000).toArray();
    for (int i = 0; i < samples.length; i++) {
      samples[i] *= 1e-6f;
    }
    Signal faint = Signal.of(samples, 32_000);
    FeatureMatrix absolute = LogMelOptions.OWN.extractor().extract(faint);
    FeatureMatrix raised = levelled().extractor().extract(faint);
    double sum = Math.exp((raised.at(20, 20) - 0.5) / 0.2) - 1e-4;
    double before = Math.exp((absolute.at(20, 20) - 0.5) / 0.2) - 1e-4;
    assertTrue(sum <= 1.1e4 * Math.max(before, 1e-9), sum + " from " + before);
  }

  private static LogMelOptions levelled() {
    LogMelOptions own = LogMelOptions.OWN;
    return new LogMelOptions(
        own.sampleRateHz(), own.preEmphasis(), own.frames(), own.mel(), own.logarithm(), 100.0);
  }

  @Test
  void shortSignalsAreMirroredAsOftenAsNeeded() {
    FeatureMatrix one =
        LogMelOptions.MUSICNN_DB.extractor().extract(Signal.of(new float[] {0.5f}, 16_000));
    assertEquals(1, one.frameCount());
    // A constant under a Hann window of 512 has (0.5 * 256) ** 2 in the bin of 0 Hz.
    assertTrue(one.at(0, 0) > 20, "level " + one.at(0, 0));
    FeatureMatrix ten =
        LogMelOptions.EFFICIENT_AT.extractor().extract(Signal.of(new float[10], 32_000));
    assertEquals(1, ten.frameCount());
    assertEquals((Math.log(1e-5) + 4.5) / 5, ten.at(0, 0), 1e-5);
  }

  /** What transformers pads with is a logarithm of 0 that is normalised, and silence is not. */
  @Test
  void silenceIsAtKaldisFloor() {
    FeatureMatrix silence =
        LogMelOptions.AST.extractor().extract(Signal.of(new float[16_000], 16_000));
    assertEquals(98, silence.frameCount());
    assertEquals((Math.log(0x1p-23) + 4.2677393) / (2 * 4.5689974), silence.at(50, 60), 1e-6);
    assertEquals(4.2677393 / (2 * 4.5689974), LogMelOptions.AST.logarithm().shift(), 1e-12);
  }

  /** A constant and what is outside the window change nothing, as nothing else of this set does. */
  @Test
  void windowsAloneHearNothingOfTheirNeighbours() {
    float[] samples = signal(16_000).toArray();
    float[] changed = samples.clone();
    for (int i = 0; i < changed.length; i++) {
      changed[i] += i >= 160 && i < 560 ? 0.25f : (float) Math.sin(i);
    }
    FeatureMatrix one = LogMelOptions.AST.extractor().extract(Signal.of(samples, 16_000));
    FeatureMatrix other = LogMelOptions.AST.extractor().extract(Signal.of(changed, 16_000));
    for (int band = 0; band < 128; band++) {
      assertEquals(one.at(1, band), other.at(1, band), 1e-4, "band " + band);
    }
    assertTrue(Math.abs(one.at(2, 20) - other.at(2, 20)) > 0.01);
  }

  @Test
  void kaldisSizesFollowTheRate() {
    assertEquals(LogMelOptions.AST, LogMelOptions.kaldi(16_000, 128, -4.2677393, 4.5689974));
    Frames odd = LogMelOptions.kaldi(22_050, 64, 0, 0.5).frames();
    assertEquals(551, odd.windowLength());
    assertEquals(220, odd.hopLength());
    assertEquals(1024, odd.frameLength());
  }

  @Test
  void whatCannotBeIsRefused() {
    refused(
        "windowLength=600 must be in [2, frameLength=512]",
        () -> new Frames(512, 600, 256, Hann.PERIODIC, Edges.ZEROS));
    refused(
        "floor=0.0 or offset=0.0 must be at least 1.0E-10, so that silence has a logarithm",
        () -> new Logarithm(Base.E, 1, 0, 0, 1, 0));
    refused(
        "highHz=9000.0 must be above lowHz=0.0 and at most 8000.0, half the rate",
        () ->
            new LogMelOptions(
                16_000,
                0,
                LogMelOptions.MUSICNN.frames(),
                new Bands(96, MelScale.HTK, Sides.HZ, true, 0, 9000, true),
                LogMelOptions.MUSICNN.logarithm()));
  }

  @Test
  void aMeanSumIsNotNegative() {
    LogMelOptions own = LogMelOptions.OWN;
    refused(
        "meanSum=-1.0 must be in [0, 1e6]; 0 leaves the level as it is",
        () ->
            new LogMelOptions(
                own.sampleRateHz(),
                own.preEmphasis(),
                own.frames(),
                own.mel(),
                own.logarithm(),
                -1.0));
  }

  private static void refused(String message, org.junit.jupiter.api.function.Executable made) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, made).getMessage());
  }

  /** The signal of the script, one second. */
  private static Signal signal(int rateHz) {
    float[] samples = new float[rateHz];
    for (int n = 0; n < samples.length; n++) {
      double t = (double) n / rateHz;
      double x = 0.3 * Math.sin(2 * Math.PI * 220 * t);
      x += 0.2 * Math.sin(2 * Math.PI * 1370 * t) * Math.cos(9 * t);
      x += 0.05 * Math.sin(2 * Math.PI * 5100 * t);
      double noise = Math.sin(n * 12.9898) * 43758.5453;
      x += 0.02 * (noise - (long) noise);
      x += n == samples.length / 3 ? 0.5 : 0;
      samples[n] = (float) x;
    }
    return Signal.of(samples, rateHz);
  }

  private static List<String[]> recorded() throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    LogMelTest.class.getResourceAsStream("/golden/frontends.csv")),
                StandardCharsets.UTF_8))) {
      return in.lines().map(line -> line.split(",", -1)).map(String[]::clone).toList();
    }
  }

  @Test
  void everyLineIsRead() throws IOException {
    assertEquals(48, recorded().size());
    assertTrue(recorded().stream().noneMatch(line -> Arrays.asList(line).contains("nan")));
  }
}
