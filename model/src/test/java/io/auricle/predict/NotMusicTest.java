package io.auricle.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.audio.DecodeException;
import io.auricle.audio.ErrorCode;
import io.auricle.audio.Signal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no sound is refused; what is no music is never sure. */
class NotMusicTest {
  private static final int RATE_HZ = 44_100;
  private static final double STEP = 1.0 / 32768;

  private final Path folder;
  private final Random random = new Random(440);

  NotMusicTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aConstantIsEmpty() throws Exception {
    assertEmpty(f -> 0.3);
    assertEmpty(f -> -0.9);
  }

  @Test
  void theDitherOfSilenceIsEmptyWithAConstantToo() throws Exception {
    assertEmpty(f -> (random.nextInt(3) - 1) * STEP);
    assertEmpty(f -> 0.1 + random.nextInt(2) * STEP);
  }

  @ParameterizedTest
  @ValueSource(doubles = {50, 60, 100, 440, 1000, 8000})
  void aSteadyToneIsNotSure(double hz) throws Exception {
    assertDoubted(f -> 0.5 * Math.sin(2 * Math.PI * hz * f / RATE_HZ));
    assertDoubted(f -> 0.2 + 0.01 * Math.sin(2 * Math.PI * hz * f / RATE_HZ));
  }

  @Test
  void humAndNoiseAreNotSure() throws Exception {
    assertDoubted(
        f -> {
          double t = 2 * Math.PI * 50 * f / RATE_HZ;
          return 0.1 * Math.sin(t) + 0.05 * Math.sin(3 * t) + 0.02 * Math.sin(5 * t);
        });
    assertDoubted(f -> 0.1 * random.nextGaussian());
    assertDoubted(f -> 0.5 * random.nextDouble() - 0.25);
  }

  @Test
  void noiseOfAnyColourIsNotSure() throws Exception {
    double[] low = new double[2];
    // Brown: integrated with a leak. Pinkish: that beside white noise.
    assertDoubted(f -> 0.02 * (low[0] = 0.95 * low[0] + random.nextGaussian()));
    assertDoubted(
        f -> 0.05 * random.nextGaussian() + 0.01 * (low[1] = 0.9 * low[1] + random.nextGaussian()));
  }

  @Test
  void aClickInSilenceIsNotSure() throws Exception {
    TrackPrediction prediction = predict(f -> f == 92_610 ? 0.8 : 0);
    assertFalse(prediction.sure());
    assertEquals(java.util.List.of("no music: silence but for a moment"), prediction.warnings());
  }

  @Test
  void whatChangesLeavesNoDoubt() throws Exception {
    TrackPrediction prediction =
        predict(f -> (0.3 + 0.1 * Math.sin(5.0 * f / RATE_HZ)) * Math.sin(0.1 * f));
    assertTrue(prediction.sure());
    assertEquals(java.util.List.of(), prediction.warnings());
  }

  @Test
  void oppositeChannelsAreAGuess() throws Exception {
    IntToDoubleFunction music = f -> (0.3 + 0.1 * Math.sin(5.0 * f / RATE_HZ)) * Math.sin(0.1 * f);
    TrackPrediction prediction = predict(wav(music, f -> -music.applyAsDouble(f)));
    assertFalse(prediction.sure());
    assertTrue(prediction.warnings().get(0).startsWith("opposite channels"));
  }

  @Test
  void aLargeConstantIsTakenFromTheSoundAndASmallOneLeft() {
    float[] samples = new float[10_000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) Math.sin(0.1 * i);
    }
    Signal clip = Signal.of(samples, 22_050);
    assertSame(clip, SteadyOffset.without(clip));
    for (int i = 0; i < samples.length; i++) {
      samples[i] += 5;
    }
    Signal without = SteadyOffset.without(Signal.of(samples, 22_050));
    for (int i = 0; i < samples.length; i++) {
      assertEquals(clip.at(i), without.at(i), 2e-3);
    }
  }

  private void assertEmpty(IntToDoubleFunction sound) {
    var thrown = assertThrows(DecodeException.class, () -> predict(sound));
    assertEquals(ErrorCode.EMPTY, thrown.code(), thrown.getMessage());
  }

  private void assertDoubted(IntToDoubleFunction sound) throws Exception {
    TrackPrediction prediction = predict(sound);
    assertFalse(prediction.sure());
    assertEquals(java.util.List.of(), prediction.given());
    assertTrue(
        prediction.warnings().get(0).startsWith("no music: one steady sound"),
        prediction.warnings().toString());
  }

  private TrackPrediction predict(IntToDoubleFunction sound) throws Exception {
    return predict(wav(sound));
  }

  private TrackPrediction predict(Path file) throws Exception {
    try (Classifier classifier =
        Classifiers.load(new ConstantModels(folder).single("sure", 10, 5, 0.9f, 0.1f))) {
      return classifier.predict(file);
    }
  }

  /** Four seconds of 16-bit samples, a function for each channel. */
  private Path wav(IntToDoubleFunction... channels) throws Exception {
    int frames = 4 * RATE_HZ;
    int bytes = 2 * frames * channels.length;
    ByteBuffer out = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
    out.put(ascii("RIFF")).putInt(36 + bytes).put(ascii("WAVEfmt ")).putInt(16);
    out.putShort((short) 1).putShort((short) channels.length).putInt(RATE_HZ);
    out.putInt(2 * RATE_HZ * channels.length).putShort((short) (2 * channels.length));
    out.putShort((short) 16).put(ascii("data")).putInt(bytes);
    for (int f = 0; f < frames; f++) {
      for (IntToDoubleFunction channel : channels) {
        out.putShort((short) Math.round(32768 * channel.applyAsDouble(f)));
      }
    }
    return Files.write(folder.resolve("sound.wav"), out.array());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
