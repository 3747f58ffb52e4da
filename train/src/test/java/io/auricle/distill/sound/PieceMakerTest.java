package io.auricle.distill.sound;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.distill.ChangeOptions;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PieceMakerTest {
  private static final int RATE = 8000;
  private static final int LENGTH = 4000;

  @Test
  void anUnchangedPieceIsPartOfItsSound() {
    PieceMaker maker = new PieceMaker(List.of(ramp(20_000)), ChangeOptions.none(), RATE, LENGTH);
    float[] samples = maker.make(new SplittableRandom(7)).signal().toArray();
    for (int i = 1; i < LENGTH; i++) {
      assertEquals(1f / 32768, samples[i] - samples[i - 1], 1e-7, "sample " + i);
    }
  }

  @Test
  void whatIsTooShortIsFollowedByOthers() {
    PieceMaker maker = new PieceMaker(List.of(constant(900)), ChangeOptions.none(), RATE, LENGTH);
    float[] samples = maker.make(new SplittableRandom(7)).signal().toArray();
    for (float sample : samples) {
      assertEquals(0.25f, sample, 1e-6);
    }
    assertEquals(0.25f, maker.middle(constant(900)).signal().at(LENGTH - 1));
  }

  /** Half of them by themselves, as they are judged; the others by any of their group. */
  @Test
  void whatIsTooShortIsRepeatedInHalfOfThePieces() {
    short[] louder = new short[900];
    Arrays.fill(louder, (short) 16_384);
    List<StoredSound> group = List.of(constant(900), sound(louder));
    PieceMaker maker = new PieceMaker(group, ChangeOptions.none(), RATE, LENGTH);
    int alone = 0;
    for (int seed = 0; seed < 400; seed++) {
      float[] samples = maker.make(new SplittableRandom(seed)).signal().toArray();
      float first = samples[0];
      boolean same = true;
      for (float sample : samples) {
        same &= Math.abs(sample - first) < 1e-6;
      }
      alone += same ? 1 : 0;
    }
    // Of those that draw, the first may come five times by chance: 1/2 + 1/2 * 1/16.
    assertEquals(0.53, alone / 400.0, 0.08);
  }

  @Test
  void samePiecesForTheSameRandomNumbers() {
    ChangeOptions all = new ChangeOptions(0.5, -12, 0.1, 0.7, 10, 0.5, 0.5, 0.5, 0.5, -30, 10, 0.2);
    PieceMaker maker = new PieceMaker(List.of(ramp(9000), constant(700)), all, RATE, LENGTH);
    for (int seed = 0; seed < 50; seed++) {
      float[] first = maker.make(new SplittableRandom(seed)).signal().toArray();
      float[] second = maker.make(new SplittableRandom(seed)).signal().toArray();
      assertArrayEquals(first, second);
      for (float sample : first) {
        assertTrue(Math.abs(sample) <= 1 + 1e-6, "seed " + seed + ": " + sample);
      }
    }
  }

  @Test
  void mixturesHaveNoLabels() {
    ChangeOptions mixed = new ChangeOptions(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    List<StoredSound> sounds = List.of(ramp(9000));
    SplittableRandom random = new SplittableRandom(1);
    assertEquals(
        Map.of("kind", List.of("ramp")),
        new PieceMaker(sounds, ChangeOptions.none(), RATE, LENGTH).make(random).labels());
    assertEquals(Map.of(), new PieceMaker(sounds, mixed, RATE, LENGTH).make(random).labels());
  }

  @Test
  void everyLessonHasTheLevelThatIsAskedFor() {
    ChangeOptions levelled = new ChangeOptions(0, 0, 0, 0, 0, 0, 0, 0, 0, -26, 0, 0);
    PieceMaker maker = new PieceMaker(List.of(constant(9000)), levelled, RATE, LENGTH);
    float level = (float) Math.pow(10, -26 / 20.0);
    assertEquals(level, maker.make(new SplittableRandom(1)).signal().at(100), 1e-6);
    assertEquals(level, maker.middle(constant(9000)).signal().at(100), 1e-6);
    assertEquals(
        "levelDb=3.0 must be in [-60, 0]",
        assertThrows(
                IllegalArgumentException.class,
                () -> new ChangeOptions(0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0))
            .getMessage());
    short[] silence = new short[9000];
    silence[17] = 1;
    assertEquals(0, maker.middle(sound(silence)).signal().at(100));
  }

  /** Noise is for the network: teachers say what they say of the sound without it. */
  @Test
  void teachersAreSparedTheNoise() {
    ChangeOptions noisy = new ChangeOptions(0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0);
    Piece piece =
        new PieceMaker(List.of(constant(9000)), noisy, RATE, LENGTH).make(new SplittableRandom(3));
    double difference = 0;
    for (int i = 0; i < LENGTH; i++) {
      assertEquals(0.25f, piece.signal().at(i), 1e-6);
      difference += Math.abs(piece.worse().at(i) - 0.25);
    }
    assertTrue(difference / LENGTH > 1e-4, "mean noise " + difference / LENGTH);
    PieceMaker clean = new PieceMaker(List.of(constant(9000)), ChangeOptions.none(), RATE, LENGTH);
    Piece plain = clean.make(new SplittableRandom(3));
    assertSame(plain.signal(), plain.worse());
  }

  @Test
  void anotherSpeedMovesATone() {
    short[] tone = new short[16_000];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = (short) Math.round(16_000 * Math.sin(2 * Math.PI * 400 * i / RATE));
    }
    float[] faster = new float[2000];
    sound(tone).read(100, 1.25, faster, 0, faster.length);
    for (int i = 0; i < faster.length; i++) {
      double expected = 16_000 / 32768.0 * Math.sin(2 * Math.PI * 400 * (100 + 1.25 * i) / RATE);
      assertEquals(expected, faster[i], 2e-3, "sample " + i);
    }
  }

  @Test
  void filtersDoWhatTheirNamesSay() {
    assertEquals(2, gain(Biquad.peak(1000, 1, 6.0206, RATE), 1000), 0.01);
    assertEquals(1, gain(Biquad.peak(1000, 1, 6.0206, RATE), 20), 0.01);
    assertEquals(Math.sqrt(0.5), gain(Biquad.lowPass(1000, RATE), 1000), 0.01);
    assertEquals(1, gain(Biquad.lowPass(1000, RATE), 20), 0.01);
    assertEquals(Math.sqrt(0.5), gain(Biquad.highPass(500, RATE), 500), 0.01);
    assertTrue(gain(Biquad.highPass(500, RATE), 50) < 0.011);
  }

  /** Of a tone, when the filter has settled. */
  private static double gain(Biquad filter, double hz) {
    float[] samples = new float[16_000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) Math.sin(2 * Math.PI * hz * i / RATE);
    }
    filter.apply(samples);
    double sum = 0;
    for (int i = 8000; i < samples.length; i++) {
      sum += samples[i] * samples[i];
    }
    return Math.sqrt(2 * sum / 8000);
  }

  private static StoredSound ramp(int length) {
    short[] samples = new short[length];
    for (int i = 0; i < length; i++) {
      samples[i] = (short) (i - length / 2);
    }
    return sound(samples);
  }

  private static StoredSound constant(int length) {
    short[] samples = new short[length];
    java.util.Arrays.fill(samples, (short) 8192);
    return sound(samples);
  }

  private static StoredSound sound(short[] samples) {
    FoundSound found =
        new FoundSound("s", Path.of("s.wav"), "g", 1, false, Map.of("kind", List.of("ramp")));
    return new StoredSound(found, ShortBuffer.wrap(samples));
  }
}
