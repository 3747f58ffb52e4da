package io.auricle.eval.scored;

import io.auricle.label.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ids, groups and scores of items, one row each; grows until it is copied. */
final class ItemRows {
  /** Room for 32-bit arithmetic. */
  static final double TOLERANCE = 1e-3;

  private final List<Label> classes;
  private final List<String> ids;
  private final List<String> groups;
  private double[] scores;

  private ItemRows(List<Label> classes, List<String> ids, List<String> groups, double[] scores) {
    this.classes = classes;
    this.ids = ids;
    this.groups = groups;
    this.scores = scores;
  }

  /**
   * No rows yet.
   *
   * @param least how many classes there must be
   */
  static ItemRows of(List<Label> classes, int least) {
    if (classes.size() < least || new HashSet<>(classes).size() < classes.size()) {
      throw new IllegalArgumentException(
          "classes=%s must be at least %d, each once".formatted(classes, least));
    }
    double[] room = new double[64 * classes.size()];
    return new ItemRows(List.copyOf(classes), new ArrayList<>(), new ArrayList<>(), room);
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException if there are more or fewer scores than classes, or one is NaN
   *     or outside [0, 1]; the message names the item
   */
  void add(String id, String group, double[] itemScores) {
    int count = classes.size();
    if (itemScores.length != count) {
      throw new IllegalArgumentException(
          "%s: scores=%d must be as many as classes=%d".formatted(id, itemScores.length, count));
    }
    for (int c = 0; c < count; c++) {
      if (!(itemScores[c] >= 0 && itemScores[c] <= 1 + TOLERANCE)) {
        throw new IllegalArgumentException(
            "%s: scores[%d]=%s must be in [0, 1]".formatted(id, c, itemScores[c]));
      }
    }
    int at = ids.size() * count;
    if (at == scores.length) {
      scores = Arrays.copyOf(scores, 2 * at);
    }
    System.arraycopy(itemScores, 0, scores, at, count);
    ids.add(id);
    groups.add(group);
  }

  /**
   * The rows so far, for good.
   *
   * @throws IllegalArgumentException if there is none
   */
  ItemRows copy() {
    if (ids.isEmpty()) {
      throw new IllegalArgumentException("items=0 must be at least 1: nothing to evaluate");
    }
    double[] used = Arrays.copyOf(scores, ids.size() * classes.size());
    return new ItemRows(classes, List.copyOf(ids), List.copyOf(groups), used);
  }

  /** The items of each track, both in the order in which they were added. */
  Map<String, List<Integer>> byTrack() {
    Map<String, List<Integer>> items = new LinkedHashMap<>();
    for (int i = 0; i < size(); i++) {
      items.computeIfAbsent(id(i), id -> new ArrayList<>()).add(i);
    }
    return items;
  }

  /** Where the classes of another order stand in this one. */
  int[] places(List<Label> order) {
    if (order.size() != classes.size() || !new HashSet<>(order).containsAll(classes)) {
      throw new IllegalArgumentException(
          "classes=%s must be those of the model %s".formatted(order, classes));
    }
    return order.stream().mapToInt(classes::indexOf).toArray();
  }

  /** The items of some ids, each of which is of one item. */
  List<Integer> items(List<String> wanted) {
    Map<String, List<Integer>> known = byTrack();
    List<Integer> items = new ArrayList<>();
    for (String id : wanted) {
      List<Integer> found = known.getOrDefault(id, List.of());
      if (found.size() != 1) {
        throw new IllegalArgumentException(
            "%s: items=%d of this id must be one".formatted(id, found.size()));
      }
      items.add(found.get(0));
    }
    return items;
  }

  /** The index of a class. */
  int index(String id, Label label) {
    int index = classes.indexOf(label);
    if (index < 0) {
      throw new IllegalArgumentException(
          "%s: reference=%s must be one of the model's classes %s".formatted(id, label, classes));
    }
    return index;
  }

  int size() {
    return ids.size();
  }

  List<Label> classes() {
    return classes;
  }

  String id(int item) {
    return ids.get(item);
  }

  String group(int item) {
    return groups.get(item);
  }

  double score(int item, int classIndex) {
    return scores[item * classes.size() + classIndex];
  }

  /** The negative logarithm of a probability, finite. */
  static double surprise(double probability) {
    double least = Math.ulp(1.0);
    return -Math.log(Math.max(least, Math.min(1 - least, probability)));
  }
}
