package io.auricle.distill.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.audio.Signal;
import io.auricle.distill.ChangeOptions;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class DegradationTest {
  private static final int RATE = 32_000;
  private static final int LENGTH = RATE;

  @Test
  void nothingIsLeftAboveHalfOfALowRate() {
    Degradation low = new Degradation(changes(1, 0), RATE);
    for (int seed = 0; seed < 20; seed++) {
      float[] left = low.of(tones(500, 0.4, 12_000, 0.4), new SplittableRandom(seed)).toArray();
      assertEquals(LENGTH, left.length);
      assertEquals(0.4, strength(left, 500), 0.01, "seed " + seed);
      assertEquals(0, strength(left, 12_000), 1e-3, "seed " + seed);
    }
  }

  @Test
  void aRateThatIsNoneLowerChangesNothing() {
    Signal signal = Signal.of(tones(500, 0.4, 900, 0.2).toArray(), 8000);
    float[] left =
        new Degradation(changes(1, 0), 8000).of(signal, new SplittableRandom(1)).toArray();
    assertEquals(signal.at(1234), left[1234]);
  }

  @Test
  void coderKeepsTheStrongAndDropsTheFaint() {
    float[] left = new Coder(1).apply(tones(1000, 0.4, 9000, 0.0001).toArray());
    assertEquals(0.4, strength(left, 1000), 0.1);
    assertEquals(0, strength(left, 9000), 2e-5);
    float[] fine = new Coder(0.1).apply(tones(1000, 0.4, 9000, 0.001).toArray());
    assertEquals(0.4, strength(fine, 1000), 0.01);
    assertEquals(0.001, strength(fine, 9000), 2e-4);
  }

  @Test
  void coarserCodersLeaveLessOfNoise() {
    float[] noise = new float[LENGTH];
    MadeSound.white(noise, 0.3f, new SplittableRandom(5));
    double before = MadeSound.rms(noise);
    double finest = difference(noise, new Coder(0.2).apply(noise)) / before;
    double coarse = difference(noise, new Coder(1).apply(noise)) / before;
    double coarsest = difference(noise, new Coder(2).apply(noise)) / before;
    assertTrue(finest < 0.15, "error " + finest);
    assertTrue(coarse > 2 * finest && coarsest > coarse, finest + " " + coarse + " " + coarsest);
    assertTrue(coarsest < 1.1, "error " + coarsest);
  }

  @Test
  void silenceStaysSilence() {
    float[] left = new Coder(1).apply(new float[LENGTH]);
    assertEquals(0, MadeSound.rms(left));
  }

  @Test
  void sharesAreKept() {
    Signal signal = tones(300, 0.3, 7000, 0.1);
    Degradation some = new Degradation(changes(0.25, 0.25), RATE);
    int spared = 0;
    for (int seed = 0; seed < 400; seed++) {
      spared += some.of(signal, new SplittableRandom(seed)) == signal ? 1 : 0;
    }
    assertEquals(0.75 * 0.75, spared / 400.0, 0.08);
    Degradation none = new Degradation(ChangeOptions.none(), RATE);
    assertSame(signal, none.of(signal, new SplittableRandom(1)));
    Degradation coded = new Degradation(changes(0, 1), RATE);
    assertNotEquals(signal.at(999), coded.of(signal, new SplittableRandom(1)).at(999));
  }

  private static ChangeOptions changes(double lowRate, double coder) {
    return new ChangeOptions(0, 0, 0, 0, 0, 0, lowRate, coder, 0, 0, 0, 0);
  }

  private static Signal tones(double hz1, double level1, double hz2, double level2) {
    float[] samples = new float[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      samples[i] =
          (float)
              (level1 * Math.sin(2 * Math.PI * hz1 * i / RATE)
                  + level2 * Math.sin(2 * Math.PI * hz2 * i / RATE));
    }
    return Signal.of(samples, RATE);
  }

  /** The amplitude of a tone, of the middle half. */
  private static double strength(float[] samples, double hz) {
    double real = 0;
    double imaginary = 0;
    int from = LENGTH / 4;
    int to = 3 * LENGTH / 4;
    for (int i = from; i < to; i++) {
      real += samples[i] * Math.cos(2 * Math.PI * hz * i / RATE);
      imaginary += samples[i] * Math.sin(2 * Math.PI * hz * i / RATE);
    }
    return 2 * Math.hypot(real, imaginary) / (to - from);
  }

  private static double difference(float[] first, float[] second) {
    float[] difference = first.clone();
    for (int i = 0; i < difference.length; i++) {
      difference[i] -= second[i];
    }
    return MadeSound.rms(difference);
  }
}
