package io.auricle.neural.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.network.shape.TensorShape;
import io.auricle.neural.option.AugmentationOptions;
import io.auricle.neural.option.LevelChanges;
import io.auricle.neural.option.Masks;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each change of a segment may do, and what it may not. */
final class AugmentationTest {
  private static final int BANDS = 12;
  private static final int FRAMES = 16;
  private static final int ROUNDS = 200;
  private static final float FLOOR = -80;
  private static final float CEILING = 0;
  private static final SegmentLayout LAYOUT =
      SegmentLayout.of(TensorShape.of(1, BANDS, FRAMES), false);

  @Test
  void nothingAskedForChangesNothing() {
    assertArrayEquals(segment(), changed(AugmentationOptions.none(), 1));
    // A range alone, for masks for instance, cuts nothing off: validation would hear other values.
    AugmentationOptions range =
        new AugmentationOptions(new LevelChanges(-40, -20, 0, 0, 0, 0), Masks.none(), 0);
    assertArrayEquals(segment(), changed(range, 1));
  }

  @Test
  void gainMovesEveryLevelAlikeAndNoFartherThanStated() {
    double farthest = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      float[] moved = changed(levels(0, 6, 0, 0), seed);
      double gain = moved[0] - segment()[0];
      for (int i = 0; i < moved.length; i++) {
        assertEquals(gain, moved[i] - segment()[i], 1e-4, "value " + i);
      }
      farthest = Math.max(farthest, Math.abs(gain));
    }
    assertTrue(farthest > 5 && farthest <= 6, "farthest=" + farthest);
  }

  @Test
  void equaliserMovesTheFramesOfABandAlikeAndNeighbouringBandsAlmost() {
    float[] moved = changed(levels(3, 0, 0, 0), 4);
    double sum = 0;
    for (int band = 0; band < BANDS; band++) {
      double change = moved[band * FRAMES] - segment()[band * FRAMES];
      for (int i = band * FRAMES; i < (band + 1) * FRAMES; i++) {
        assertEquals(change, moved[i] - segment()[i], 1e-4, "value " + i);
      }
      sum += Math.abs(change);
    }
    assertTrue(sum / BANDS > 0.5, "mean change=" + sum / BANDS);
  }

  @Test
  void dynamicsMultiplyTheDistanceFromTheCeiling() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      float[] moved = changed(levels(0, 0, 0.3, 0), seed);
      double stretch = moved[0] / segment()[0];
      assertTrue(stretch >= Math.exp(-0.3) && stretch <= Math.exp(0.3), "stretch=" + stretch);
      for (int i = 0; i < moved.length; i++) {
        assertEquals(stretch, moved[i] / segment()[i], 1e-5, "value " + i);
      }
    }
  }

  @Test
  void noiseHasTheDeviationStatedAndNoMean() {
    double sum = 0;
    double squares = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      float[] moved = changed(levels(0, 0, 0, 2), seed);
      for (int i = 0; i < moved.length; i++) {
        double noise = moved[i] - segment()[i];
        sum += noise;
        squares += noise * noise;
      }
    }
    double count = (double) ROUNDS * BANDS * FRAMES;
    // The mean of so many has a standard deviation of 0.01.
    assertEquals(0, sum / count, 0.05);
    assertEquals(2, Math.sqrt(squares / count), 0.05);
  }

  @ParameterizedTest
  @CsvSource({"40, 0, 0, 0", "0, 90, 0, 0", "0, 0, 2, 0", "0, 0, 0, 90", "30, 30, 1, 30"})
  void levelsStayBetweenFloorAndCeilingAndSilenceStaysSilent(
      double equaliser, double gain, double dynamics, double noise) {
    for (int seed = 0; seed < ROUNDS; seed++) {
      float[] values = segment();
      values[5] = FLOOR;
      new Augmentation(levels(equaliser, gain, dynamics, noise), LAYOUT)
          .apply(values, 0, new SplittableRandom(seed));
      assertEquals(FLOOR, values[5]);
      for (float value : values) {
        assertTrue(value >= FLOOR && value <= CEILING, "value=" + value);
      }
    }
  }

  @Test
  void masksCoverNoMoreThanStatedAndLeaveTheRestAlone() {
    int most = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      float[] masked = changed(masks(new Masks(2, 3, 4, 0, 0, 0)), seed);
      int bands = 0;
      for (int band = 0; band < BANDS; band++) {
        bands += fullyMasked(masked, band * FRAMES, 1, FRAMES) ? 1 : 0;
      }
      int frames = 0;
      for (int frame = 0; frame < FRAMES; frame++) {
        frames += fullyMasked(masked, frame, FRAMES, BANDS) ? 1 : 0;
      }
      assertTrue(bands <= 2 * 3, "bands=" + bands);
      assertTrue(frames <= 2 * 4, "frames=" + frames);
      // What is masked is whole bands and whole frames, nothing else.
      int covered = BANDS * FRAMES - (BANDS - bands) * (FRAMES - frames);
      assertEquals(covered, countMasked(masked));
      most = Math.max(most, bands);
    }
    assertTrue(most > 3, "two masks never lay apart: bands=" + most);
  }

  @Test
  void masksWiderThanTheSegmentMayCoverIt() {
    float[] masked = changed(masks(new Masks(50, 1000, 1000, 0, 0, 0)), 1);
    assertTrue(fullyMasked(masked, 0, 1, BANDS * FRAMES));
  }

  @Test
  void lowPassMasksFromOneBandOnAsOftenAsStated() {
    int passes = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      float[] masked = changed(masks(new Masks(0, 0, 0, 0.5, 7, 0)), seed);
      int first = 0;
      while (first < BANDS && masked[first * FRAMES] != FLOOR) {
        first++;
      }
      assertTrue(first >= 7, "first=" + first);
      assertTrue(fullyMasked(masked, first * FRAMES, 1, (BANDS - first) * FRAMES));
      passes += first < BANDS ? 1 : 0;
    }
    // 4 standard deviations of a fair coin thrown 200 times are 28.
    assertEquals(ROUNDS / 2, passes, 28);
  }

  @Test
  void bandsMoveTogetherAndWhatComesInIsSilence() {
    boolean up = false;
    boolean down = false;
    for (int seed = 0; seed < ROUNDS; seed++) {
      float[] moved = changed(masks(new Masks(0, 0, 0, 0, 0, 3)), seed);
      int shift = 0;
      while (shift < BANDS && moved[shift * FRAMES] == FLOOR) {
        shift++;
      }
      if (shift == 0) {
        while (shift > -BANDS && moved[(BANDS - 1 + shift) * FRAMES] == FLOOR) {
          shift--;
        }
      }
      assertTrue(Math.abs(shift) <= 3, "shift=" + shift);
      for (int band = Math.max(0, shift); band < Math.min(BANDS, BANDS + shift); band++) {
        for (int frame = 0; frame < FRAMES; frame++) {
          assertEquals(segment()[(band - shift) * FRAMES + frame], moved[band * FRAMES + frame]);
        }
      }
      up |= shift > 0;
      down |= shift < 0;
    }
    assertTrue(up && down);
  }

  @Test
  void sameSeedGivesTheSameChangeAndAnotherSeedAnother() {
    AugmentationOptions options =
        new AugmentationOptions(
            new LevelChanges(FLOOR, CEILING, 2, 3, 0.1, 1), new Masks(1, 2, 4, 0.1, 8, 1), 0);
    assertArrayEquals(changed(options, 7), changed(options, 7));
    assertFalse(Arrays.equals(changed(options, 7), changed(options, 8)));
  }

  @Test
  void onlyTheSegmentAtTheOffsetIsChanged() {
    float[] batch = new float[3 * BANDS * FRAMES];
    Arrays.fill(batch, -20);
    new Augmentation(levels(2, 3, 0.1, 1), LAYOUT)
        .apply(batch, BANDS * FRAMES, new SplittableRandom(1));
    for (int i = 0; i < batch.length; i++) {
      boolean within = i >= BANDS * FRAMES && i < 2 * BANDS * FRAMES;
      assertEquals(within, batch[i] != -20, "value " + i);
    }
  }

  @Test
  void changesOfLevelNeedARange() {
    Masks some = new Masks(1, 1, 1, 0, 0, 0);
    assertThrows(
        IllegalArgumentException.class,
        () -> new AugmentationOptions(LevelChanges.none(), some, 0));
  }

  /** Different everywhere, between floor and ceiling and far from both. */
  private static float[] segment() {
    float[] values = new float[BANDS * FRAMES];
    for (int i = 0; i < values.length; i++) {
      values[i] = -30 - 0.05f * i;
    }
    return values;
  }

  private static float[] changed(AugmentationOptions options, long seed) {
    float[] values = segment();
    new Augmentation(options, LAYOUT).apply(values, 0, new SplittableRandom(seed));
    return values;
  }

  private static AugmentationOptions levels(
      double equaliser, double gain, double dynamics, double noise) {
    return new AugmentationOptions(
        new LevelChanges(FLOOR, CEILING, equaliser, gain, dynamics, noise), Masks.none(), 0);
  }

  private static AugmentationOptions masks(Masks masks) {
    return new AugmentationOptions(new LevelChanges(FLOOR, CEILING, 0, 0, 0, 0), masks, 0);
  }

  private static boolean fullyMasked(float[] values, int from, int step, int count) {
    for (int i = 0; i < count; i++) {
      if (values[from + i * step] != FLOOR) {
        return false;
      }
    }
    return true;
  }

  /** The number of masked values, all others being as they were. */
  private static int countMasked(float[] masked) {
    int count = 0;
    for (int i = 0; i < masked.length; i++) {
      if (masked[i] == FLOOR) {
        count++;
      } else {
        assertEquals(segment()[i], masked[i], "value " + i);
      }
    }
    return count;
  }
}
