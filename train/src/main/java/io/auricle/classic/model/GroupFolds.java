package io.auricle.classic.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/** Folds of training examples that keep groups together, for calibration. */
public final class GroupFolds {
  /** Number of folds. */
  public static final int COUNT = 5;

  private GroupFolds() {}

  /** The fold of each example. */
  public static int[] of(TrainingSet data, long seed) {
    TreeSet<String> sorted = new TreeSet<>();
    data.examples().forEach(example -> sorted.add(example.group()));
    List<String> groups = new ArrayList<>(sorted);
    Collections.shuffle(groups, new Random(seed));
    Map<String, Integer> fold = new HashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      fold.put(groups.get(i), i % COUNT);
    }
    return data.examples().stream()
        .mapToInt(example -> fold.getOrDefault(example.group(), 0))
        .toArray();
  }
}
