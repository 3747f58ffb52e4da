package io.auricle.distill.lesson;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lessons are fresh in every epoch. */
final class LessonPoolTest {
  @Test
  void noLessonIsGivenTwice() {
    Set<Long> seen = new HashSet<>();
    for (long seed = 0; seed < 4; seed++) {
      for (int epoch = 0; epoch < 100; epoch++) {
        for (long own : LessonPool.seeds(seed, epoch, 2048)) {
          assertTrue(seen.add(own), "seed=" + seed + ", epoch=" + epoch);
        }
      }
    }
  }

  @Test
  void anEpochCanBeRepeatedAlone() {
    assertArrayEquals(LessonPool.seeds(7, 12, 50), LessonPool.seeds(7, 12, 50));
  }
}
