package io.auricle.neural.batch;

import io.auricle.neural.option.TrainingOptions;
import java.util.List;
import java.util.SplittableRandom;

/** Batches of the lessons of an epoch, each lesson as often as the options say, in random order. */
public final class LessonBatches implements Batches {
  private final LessonSource source;
  private final int batchSize;
  private final int passes;

  /**
   * @param passes how often each lesson is taken
   */
  public LessonBatches(LessonSource source, int batchSize, int passes) {
    this.source = source;
    this.batchSize = batchSize;
    this.passes = passes;
    if (batchSize == TrainingOptions.ALL) {
      throw new IllegalArgumentException("batchSize=0 must be 2 or more for lessons");
    }
    if ((long) source.size() * passes < batchSize) {
      throw new IllegalArgumentException(
          "batchSize=%d must be at most %d, the lessons of an epoch"
              .formatted(batchSize, (long) source.size() * passes));
    }
  }

  @Override
  public int steps() {
    return source.size() * passes / batchSize;
  }

  @Override
  public Drawn draw(int epoch, SplittableRandom random) {
    List<Lesson> lessons = source.epoch(epoch);
    int[] order = new int[lessons.size() * passes];
    for (int pass = 0; pass < passes; pass++) {
      int[] one = BatchMaker.permutation(lessons.size(), random);
      System.arraycopy(one, 0, order, pass * one.length, one.length);
    }
    return (step, unused) -> {
      Lesson[] batch = new Lesson[batchSize];
      for (int i = 0; i < batchSize; i++) {
        batch[i] = lessons.get(order[step * batchSize + i]);
      }
      return Batch.of(batch);
    };
  }
}
