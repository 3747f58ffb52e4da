package io.auricle.neural.batch;

import java.util.List;

/** Lessons for a training that never hears the same twice: each epoch has its own. */
public interface LessonSource {
  /** Lessons of each epoch, above 0. */
  int size();

  /**
   * The lessons of an epoch, always the same for its number.
   *
   * @param epoch counted from 1; epochs are asked for in their order
   */
  List<Lesson> epoch(int epoch);

  /**
   * What the logits of a sigmoid head are divided by before they are compared with its goals
   * (Hinton et al. 2015), whose own were divided by it, too.
   */
  default double temperature(int head) {
    return 1;
  }
}
