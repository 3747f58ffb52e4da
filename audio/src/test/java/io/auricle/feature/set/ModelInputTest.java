package io.auricle.feature.set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.audio.Signal;
import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FeatureOptions;
import io.auricle.feature.SyntheticSignal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Inputs of published models, by the options that docs/features.md gives for them. */
final class ModelInputTest {
  static List<Arguments> shapes() {
    return List.of(
        // 30 s give 647 frames, of which the model takes the first 640.
        Arguments.of(new MelOptions(22_050, 2048, 1024, 128, -80), 30.0, 646, 128),
        Arguments.of(new MelOptions(22_050, 1024, 512, 128, -80), 3.0, 130, 128),
        Arguments.of(new StftOptions(22_050, 1024, 512, -80), 3.0, 130, 513),
        Arguments.of(new MfccOptions(22_050, 1024, 512, 128, 20), 3.0, 130, 20),
        Arguments.of(new MelOptions(12_000, 2048, 1024, 96, -80), 29.1, 342, 96),
        Arguments.of(new WaveformOptions(22_050, 26_400, 500), 30.0, 25, 500),
        Arguments.of(FeatureSets.named("mel-image"), 30.0, 336, 218),
        Arguments.of(FeatureSets.named("tonal"), 3.0, 1, 79),
        Arguments.of(FeatureSets.named("gtzan57"), 3.0, 1, 57),
        Arguments.of(FeatureSets.named("groningen58"), 3.0, 1, 58),
        Arguments.of(FeatureSets.named("chin97"), 3.0, 1, 97));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void inputHasItsShape(FeatureOptions options, double seconds, int frames, int columns) {
    int rate = options.sampleRateHz();
    FeatureMatrix matrix =
        options.extractor().extract(SyntheticSignal.of("song", rate, seconds + 0.5 / rate));
    assertEquals(frames, matrix.frameCount());
    assertEquals(columns, matrix.columnCount());
  }

  @Test
  void waveformPiecesKeepLowTonesAndLoseHighOnes() {
    // 26,400 samples become 500, that is 417.6 Hz: 100 Hz pass, 300 Hz are beyond Nyquist.
    FeatureExtractor extractor = FeatureSets.named("waveform").extractor();
    FeatureMatrix low = extractor.extract(tone(100, 60_000));
    FeatureMatrix high = extractor.extract(tone(300, 60_000));
    assertEquals(2, low.frameCount());
    for (int i = 50; i < 450; i++) {
      // Sample i of the second piece stands at this moment of the sound.
      double seconds = (26_400 + i * 52.8) / 22_050;
      assertEquals(Math.sin(2 * Math.PI * 100 * seconds), low.at(1, i), 1e-3);
      assertEquals(0, high.at(1, i), 1e-3);
    }
  }

  @Test
  void shortWaveformIsFilledUpWithZeros() {
    FeatureMatrix piece = FeatureSets.named("waveform").extractor().extract(tone(100, 5000));
    assertEquals(1, piece.frameCount());
    assertTrue(Math.abs(piece.at(0, 40)) > 0.01);
    for (int i = 200; i < 500; i++) {
      assertEquals(0, piece.at(0, i), 1e-6);
    }
  }

  @Test
  void toneIsAWhiteLineAtItsHeightOfThePicture() {
    FeatureMatrix picture = FeatureSets.named("mel-image").extractor().extract(tone(500, 44_100));
    // The axis is 2 + log2(11.025) octaves long, of which 500 Hz are the first.
    int line = (int) (218 * (1 - 1 / (2 + Math.log(11.025) / Math.log(2))));
    for (int column = 20; column < 300; column++) {
      assertEquals(1, picture.at(column, line), 0.1);
      assertEquals(0, picture.at(column, 20));
      assertEquals(0, picture.at(column, 217));
    }
  }

  @Test
  void pictureOfSilenceIsBlackAndGreysAreLevels() {
    FeatureMatrix black =
        FeatureSets.named("mel-image")
            .extractor()
            .extract(SyntheticSignal.of("silence", 22_050, 1));
    for (float grey : black.toArray()) {
      assertEquals(0, grey);
    }
    MelImageOptions options = new MelImageOptions(new MelOptions(22_050, 2048, 512, 2, -40), 10, 3);
    FeatureMatrix levels = FeatureMatrix.of(2, 2, new float[] {0, -10, -40, -50});
    FeatureMatrix picture = options.derive(levels);
    // The lower band is the bottom row, the upper the top; the first frame fills half the width.
    assertEquals(1, picture.at(0, 9));
    assertEquals(0.75, picture.at(0, 0));
    assertEquals(0, picture.at(2, 9));
    assertEquals(0, picture.at(2, 0));
  }

  @Test
  void badSizesAreNamed() {
    MelOptions mel = new MelOptions(22_050, 2048, 512, 128, -40);
    assertMessage("rows=0 must be in [1, 4096]", () -> new MelImageOptions(mel, 0, 336));
    assertMessage("columns=5000 must be in [1, 4096]", () -> new MelImageOptions(mel, 218, 5000));
    assertMessage(
        "pieceLength=0 must be in [16, 16777216]", () -> new WaveformOptions(22_050, 0, 500));
    assertMessage(
        "pieceSamples=500 must be in [16, pieceLength=400]",
        () -> new WaveformOptions(22_050, 400, 500));
    assertMessage(
        "pieceSamples=20 must be in [100, pieceLength=100000]",
        () -> new WaveformOptions(22_050, 100_000, 20));
  }

  private static Signal tone(double hz, int length) {
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      samples[i] = (float) Math.sin(2 * Math.PI * hz * i / 22_050);
    }
    return Signal.of(samples, 22_050);
  }

  private static void assertMessage(String message, Runnable making) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, making::run).getMessage());
  }
}
