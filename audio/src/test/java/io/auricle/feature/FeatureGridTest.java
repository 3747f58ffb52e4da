package io.auricle.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.audio.Signal;
import io.auricle.dsp.MelScale;
import io.auricle.feature.custom.FrameFeatures;
import io.auricle.feature.frame.Delta;
import io.auricle.feature.frame.LevelScale;
import io.auricle.feature.frame.Levels;
import io.auricle.feature.frame.MelLevels;
import io.auricle.feature.frame.MelSpectrogram;
import io.auricle.feature.frame.Mfcc;
import io.auricle.feature.frame.SpectralBandwidth;
import io.auricle.feature.frame.SpectralContrast;
import io.auricle.feature.frame.SpectralRolloff;
import io.auricle.feature.frame.Spectrogram;
import io.auricle.feature.rhythm.OnsetTempogram;
import io.auricle.feature.statistics.Moments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every feature with its options equals librosa on a grid of signals, rates, frame lengths, hops
 * and bands, centred and not: the figures of {@code golden/grid.csv}, which {@code
 * tools/golden/grid.py} explains.
 */
final class FeatureGridTest {
  /** Columns of a line before the figures. */
  private static final int KEYS = 10;

  /** Features without a row a frame; {@code GoldenTest} and the sets' tests compare them. */
  private static final Set<String> RECORDED_ELSEWHERE = Set.of("global-tempo", "hpss");

  private static final double[][] PLACES = {{0, 0}, {0.3, 0.1}, {0.5, 0.5}, {0.7, 0.25}, {1, 1}};

  /** Lines of the same signal and framing, which share a spectrum, by these. */
  static List<Named<List<String>>> cases() {
    Map<String, List<String>> cases = new LinkedHashMap<>();
    for (String line : Golden.lines("grid.csv").stream().skip(1).toList()) {
      String[] cells = line.split(",", -1);
      String key = String.join(" ", List.of(cells).subList(1, 8));
      cases.computeIfAbsent(key, k -> new ArrayList<>()).add(line);
    }
    return cases.entrySet().stream().map(e -> Named.of(e.getKey(), e.getValue())).toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void figuresEqualThoseOfLibrosa(List<String> lines) {
    String[] first = lines.get(0).split(",", -1);
    int rate = Integer.parseInt(first[3]);
    FrameOptions options =
        new FrameOptions(
            rate,
            Integer.parseInt(first[4]),
            Integer.parseInt(first[5]),
            Boolean.parseBoolean(first[7]));
    Signal signal = SyntheticSignal.of(first[1], rate, Double.parseDouble(first[2]));
    StringBuilder faults = new StringBuilder();
    for (String line : lines) {
      faults.append(fault(line, signal, options));
    }
    assertTrue(faults.isEmpty(), faults::toString);
  }

  @Test
  void everyFeatureHasLines() {
    Set<String> recorded =
        Golden.lines("grid.csv").stream()
            .map(line -> line.substring(0, line.indexOf(',')))
            .collect(Collectors.toSet());
    for (String name : FrameFeatures.names()) {
      assertTrue(
          RECORDED_ELSEWHERE.contains(name)
              || recorded.stream().anyMatch(of -> of.equals(name) || of.startsWith(name + "-")),
          name
              + " must have lines in grid.csv; add it to FEATURES of tools/golden/grid.py, then run"
              + " that with its name");
    }
  }

  private static String fault(String line, Signal signal, FrameOptions frames) {
    String[] cells = line.split(",", -1);
    FeatureMatrix actual = matrix(cells[0], Integer.parseInt(cells[6]), signal, frames);
    assertEquals(Integer.parseInt(cells[KEYS]), actual.frameCount(), line);
    assertEquals(Integer.parseInt(cells[KEYS + 1]), actual.columnCount(), line);
    double[] figures = figures(actual);
    double relative = Double.parseDouble(cells[8]);
    double absolute = Double.parseDouble(cells[9]);
    for (int i = 0; i < figures.length; i++) {
      double expected = Double.parseDouble(cells[KEYS + 2 + i]);
      double distance = Math.abs(figures[i] - expected);
      if (!(distance <= relative * Math.abs(expected) + absolute)) {
        return "%s: figure %d is %s, not %s%n".formatted(line, i, figures[i], expected);
      }
    }
    return "";
  }

  private static double[] figures(FeatureMatrix matrix) {
    double[] figures = new double[4 + PLACES.length];
    float[] values = matrix.toArray();
    Moments moments = Moments.of(values);
    figures[0] = moments.mean();
    figures[1] = moments.deviation();
    figures[2] = Double.POSITIVE_INFINITY;
    figures[3] = Double.NEGATIVE_INFINITY;
    for (float value : values) {
      figures[2] = Math.min(figures[2], value);
      figures[3] = Math.max(figures[3], value);
    }
    for (int i = 0; i < PLACES.length; i++) {
      int frame = (int) (PLACES[i][0] * (matrix.frameCount() - 1));
      int column = (int) (PLACES[i][1] * (matrix.columnCount() - 1));
      figures[4 + i] = matrix.at(frame, column);
    }
    return figures;
  }

  private static FeatureMatrix matrix(
      String feature, int bands, Signal signal, FrameOptions frames) {
    if (feature.equals("mfcc-delta2")) {
      return new Delta(9, 2).of(mfcc(bands, MelScale.SLANEY, 0).of(signal, frames));
    }
    return feature(feature, bands).of(signal, frames);
  }

  private static FrameFeature feature(String feature, int bands) {
    Levels amplitude = new Levels(LevelScale.AMPLITUDE, 0, 80);
    Levels power = new Levels(LevelScale.POWER, 0, 80);
    return switch (feature) {
      case "stft-amplitude" -> new Spectrogram(amplitude);
      case "stft-power" -> new Spectrogram(power);
      case "stft-db" -> new Spectrogram(Levels.RELATIVE_DB);
      case "stft-db-reference" -> new Spectrogram(new Levels(LevelScale.DB, 4, 60));
      case "mel-amplitude" -> new MelSpectrogram(bands, MelScale.SLANEY, true, amplitude);
      case "mel-power-htk" -> new MelSpectrogram(bands, MelScale.HTK, true, power);
      case "mel-power-plain" -> new MelSpectrogram(bands, MelScale.SLANEY, false, power);
      case "mel-db" -> new MelSpectrogram(bands, MelScale.SLANEY, true, Levels.RELATIVE_DB);
      case "mel-db-htk-plain" ->
          new MelSpectrogram(bands, MelScale.HTK, false, new Levels(LevelScale.DB, 1, 80));
      case "mfcc" -> mfcc(bands, MelScale.SLANEY, 0);
      case "mfcc-htk-liftered" -> mfcc(bands, MelScale.HTK, 22);
      case "spectral-bandwidth-1.5" -> new SpectralBandwidth(1.5);
      case "spectral-rolloff-0.5" -> new SpectralRolloff(0.5);
      case "spectral-contrast-4" -> new SpectralContrast(100, 4, 0.1);
      case "tempogram" -> new OnsetTempogram(64);
      default -> {
        assertTrue(
            FrameFeatures.names().contains(feature),
            "grid.csv has feature=%s: must be a name of FrameFeatures, or get a case here"
                .formatted(feature));
        yield FrameFeatures.named(feature);
      }
    };
  }

  private static Mfcc mfcc(int bands, MelScale scale, double lifter) {
    return new Mfcc(20, new MelLevels(bands, scale, true, 80), lifter);
  }
}
