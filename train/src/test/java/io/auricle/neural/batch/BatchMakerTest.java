package io.auricle.neural.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.feature.FeatureMatrix;
import io.auricle.network.shape.TensorShape;
import io.auricle.neural.option.AugmentationOptions;
import io.auricle.neural.option.LevelChanges;
import io.auricle.neural.option.Masks;
import io.auricle.neural.option.OptimiserOptions;
import io.auricle.neural.option.Schedule;
import io.auricle.neural.option.TrainingLength;
import io.auricle.neural.option.TrainingOptions;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class BatchMakerTest {
  private static final int BATCH = 6;
  private static final int FRAMES = 5;
  private static final int CLIPS = 9;
  private static final SegmentLayout LAYOUT = SegmentLayout.of(TensorShape.of(1, 2, FRAMES), false);

  @Test
  void mixedTargetsSumToOne() {
    Batch batch = batch(options(0.4, 0.1), 3);
    boolean mixed = false;
    for (int row = 0; row < BATCH; row++) {
      float sum = 0;
      int classes = 0;
      for (int c = 0; c < 3; c++) {
        float target = batch.targets()[row * 3 + c];
        assertTrue(target >= 0, "target=" + target);
        sum += target;
        classes += target > 0.04 ? 1 : 0;
      }
      assertEquals(1, sum, 1e-6);
      mixed |= classes > 1;
    }
    assertTrue(mixed, Arrays.toString(batch.targets()));
  }

  @Test
  void mixedInputsAndTargetsHaveTheSameShares() {
    // Each clip's first band holds 100 times its number, so a mixture tells its parts.
    Batch plain = batch(options(0, 0), 3);
    Batch mixed = batch(options(0.4, 0), 3);
    int count = LAYOUT.count();
    for (int row = 0; row < BATCH; row++) {
      boolean found = false;
      for (int other = 0; other < BATCH; other++) {
        float own = plain.inputs()[row * count];
        float its = plain.inputs()[other * count];
        float share = own == its ? 1 : (mixed.inputs()[row * count] - its) / (own - its);
        boolean fits = share >= 0.5 - 1e-4 && share <= 1 + 1e-4;
        for (int c = 0; c < 3; c++) {
          float target =
              share * plain.targets()[row * 3 + c] + (1 - share) * plain.targets()[other * 3 + c];
          fits &= Math.abs(target - mixed.targets()[row * 3 + c]) < 1e-4;
        }
        found |= fits;
      }
      assertTrue(found, "row " + row);
    }
  }

  @Test
  void cropsLieWithinTheClipAndReachBothEnds() {
    Set<Float> starts = new HashSet<>();
    for (int seed = 0; seed < 100; seed++) {
      Batch batch = batch(options(0, 0), seed);
      for (int row = 0; row < BATCH; row++) {
        int second = row * LAYOUT.count() + FRAMES;
        float start = batch.inputs()[second];
        starts.add(start);
        for (int frame = 0; frame < FRAMES; frame++) {
          // The second band counts the frames of the clip.
          assertEquals(start + frame, batch.inputs()[second + frame]);
        }
      }
    }
    assertEquals(Set.of(0f, 1f, 2f, 3f), starts);
  }

  @Test
  void epochDrawsEachClipEquallyOften() {
    BatchMaker maker = new BatchMaker(new Numbered(), options(0, 0), LAYOUT, false);
    int[] drawn = maker.draw(new SplittableRandom(4));
    int[] counts = new int[CLIPS];
    for (int clip : drawn) {
      counts[clip]++;
    }
    int[] twice = new int[CLIPS];
    Arrays.fill(twice, 2);
    assertArrayEquals(twice, counts);
    assertFalse(Arrays.equals(drawn, maker.draw(new SplittableRandom(5))));
  }

  @Test
  void batchOfAllHasEachClipOnceInOneStep() {
    TrainingOptions all =
        new TrainingOptions(
            OptimiserOptions.adam(0.001),
            Schedule.constant(),
            new TrainingLength(1, 1, 0),
            TrainingOptions.ALL,
            0,
            0,
            AugmentationOptions.none(),
            1);
    BatchMaker maker = new BatchMaker(new Numbered(), all, LAYOUT, false);
    assertEquals(1, maker.steps());
    Batch batch = maker.draw(1, new SplittableRandom(4)).make(0, new SplittableRandom(5));
    assertEquals(CLIPS, batch.size());
    Set<Float> clips = new HashSet<>();
    for (int row = 0; row < CLIPS; row++) {
      clips.add(batch.inputs()[row * LAYOUT.count()]);
    }
    assertEquals(CLIPS, clips.size());
  }

  @Test
  void sameSeedGivesTheSameBatchAndAnotherSeedAnother() {
    Batch first = batch(options(0.4, 0.1), 3);
    Batch second = batch(options(0.4, 0.1), 3);
    assertArrayEquals(first.inputs(), second.inputs());
    assertArrayEquals(first.targets(), second.targets());
    assertFalse(Arrays.equals(first.inputs(), batch(options(0.4, 0.1), 4).inputs()));
  }

  @Test
  void clipAndItsVariantsAreDrawnEquallyOften() {
    // The variants of a clip hold 1000 and 2000 more than the clip.
    int[] counts = new int[3];
    for (int seed = 0; seed < 100; seed++) {
      Batch batch = batch(new Varied(), options(0, 0), seed);
      for (int row = 0; row < BATCH; row++) {
        counts[(int) batch.inputs()[row * LAYOUT.count()] / 1000]++;
      }
    }
    for (int count : counts) {
      // 200 of 600, with a standard deviation of 11.5.
      assertEquals(200, count, 50, Arrays.toString(counts));
    }
  }

  private static Batch batch(TrainingOptions options, long seed) {
    return batch(new Numbered(), options, seed);
  }

  private static Batch batch(ClipSource clips, TrainingOptions options, long seed) {
    BatchMaker maker = new BatchMaker(clips, options, LAYOUT, false);
    int[] drawn = {0, 1, 2, 3, 4, 5};
    return maker.make(drawn, 0, new SplittableRandom(seed));
  }

  private static TrainingOptions options(double mixup, double smoothing) {
    return new TrainingOptions(
        OptimiserOptions.adam(0.001),
        Schedule.constant(),
        new TrainingLength(1, 2, 0),
        BATCH,
        smoothing,
        0,
        new AugmentationOptions(LevelChanges.none(), Masks.none(), mixup),
        1);
  }

  /** Clips of 8 frames: band 0 tells the clip, band 1 the frame. */
  private static class Numbered implements ClipSource {
    @Override
    public int size() {
      return CLIPS;
    }

    @Override
    public List<String> classes() {
      return List.of("a", "b", "c");
    }

    @Override
    public FeatureMatrix clip(int index) {
      return clipOf(100 * index);
    }

    static FeatureMatrix clipOf(float number) {
      float[] values = new float[8 * 2];
      for (int frame = 0; frame < 8; frame++) {
        values[2 * frame] = number;
        values[2 * frame + 1] = frame;
      }
      return FeatureMatrix.of(8, 2, values);
    }

    @Override
    public int label(int index) {
      return index % 3;
    }
  }

  private static final class Varied extends Numbered {
    @Override
    public int variants(int index) {
      return 2;
    }

    @Override
    public FeatureMatrix variant(int index, int variant) {
      return clipOf(100 * index + 1000 * (variant + 1));
    }
  }
}
