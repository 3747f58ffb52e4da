package io.auricle.experiment.task;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is true of a track: its one label, or its tags.
 *
 * @param targets what a model should give, in [0, 1], in the order of the labels
 * @param given whether each label is there
 */
public record Answer(List<Double> targets, List<Boolean> given) {
  public Answer {
    targets = List.copyOf(targets);
    given = List.copyOf(given);
  }

  /** One of several labels. */
  public static Answer label(int label, int count) {
    List<Boolean> given = new ArrayList<>(Collections.nCopies(count, false));
    given.set(label, true);
    return tags(given);
  }

  /** Tags that are there or not. */
  public static Answer tags(List<Boolean> given) {
    return new Answer(given.stream().map(there -> there ? 1.0 : 0.0).toList(), given);
  }

  /** The index of the only label. */
  public int label() {
    return given.indexOf(true);
  }

  /** Whether a label is there. */
  public boolean has(int label) {
    return given.get(label);
  }

  /** The indices of all that is there. */
  public List<Integer> indices() {
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      if (given.get(i)) {
        indices.add(i);
      }
    }
    return indices;
  }
}
