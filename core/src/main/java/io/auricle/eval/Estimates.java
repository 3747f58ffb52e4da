package io.auricle.eval;

import io.auricle.label.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a model says of each item beside what is true. An item is a track or a segment of one; its
 * id names the track, its group what the bootstrap keeps together (the artist where known).
 * Immutable.
 *
 * <p>Scores are probabilities: in [0, 1], adding up to 1 within 0.001 (room for 32-bit arithmetic).
 */
public final class Estimates {
  private static final double SUM_TOLERANCE = 1e-3;

  private final List<Label> classes;
  private final List<String> ids;
  private final List<String> groups;
  private final int[] references;
  private final double[] scores;

  private Estimates(
      List<Label> classes,
      List<String> ids,
      List<String> groups,
      int[] references,
      double[] scores) {
    this.classes = classes;
    this.ids = ids;
    this.groups = groups;
    this.references = references;
    this.scores = scores;
  }

  /** Begins a collection for a model of these classes, in the order of its scores. */
  public static Builder builder(List<Label> classes) {
    return new Builder(classes);
  }

  /** Collects items; not thread-safe. */
  public static final class Builder {
    private final List<Label> classes;
    private final List<String> ids = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private int[] references = new int[64];
    private double[] scores;

    private Builder(List<Label> classes) {
      this.classes = List.copyOf(classes);
      if (classes.size() < 2 || new HashSet<>(classes).size() < classes.size()) {
        throw new IllegalArgumentException(
            "classes=" + classes + " must be at least two, each once");
      }
      scores = new double[64 * classes.size()];
    }

    /**
     * Adds an item.
     *
     * @param id of its track, in messages and for {@link Estimates#byTrack}
     * @param group what is drawn together by the bootstrap
     * @param reference the true label
     * @param itemScores one probability a class
     * @throws IllegalArgumentException if the label is not one of the classes, the scores are more
     *     or fewer than the classes, or are not probabilities; the message names the item
     */
    public Builder add(String id, String group, Label reference, double[] itemScores) {
      int at = ids.size();
      int count = classes.size();
      int index = classes.indexOf(reference);
      if (index < 0) {
        throw new IllegalArgumentException(
            "%s: reference=%s must be one of the model's classes %s"
                .formatted(id, reference, classes));
      }
      requireProbabilities(id, itemScores, count);
      if (at == references.length) {
        references = Arrays.copyOf(references, 2 * at);
        scores = Arrays.copyOf(scores, 2 * at * count);
      }
      references[at] = index;
      System.arraycopy(itemScores, 0, scores, at * count, count);
      ids.add(id);
      groups.add(group);
      return this;
    }

    /**
     * What was added.
     *
     * @throws IllegalArgumentException if that is nothing
     */
    public Estimates build() {
      if (ids.isEmpty()) {
        throw new IllegalArgumentException("items=0 must be at least 1: nothing to evaluate");
      }
      int size = ids.size();
      return new Estimates(
          classes,
          List.copyOf(ids),
          List.copyOf(groups),
          Arrays.copyOf(references, size),
          Arrays.copyOf(scores, size * classes.size()));
    }

    private static void requireProbabilities(String id, double[] scores, int count) {
      if (scores.length != count) {
        throw new IllegalArgumentException(
            "%s: scores=%d must be as many as classes=%d".formatted(id, scores.length, count));
      }
      double sum = 0;
      for (int c = 0; c < count; c++) {
        if (!(scores[c] >= 0 && scores[c] <= 1 + SUM_TOLERANCE)) {
          throw new IllegalArgumentException(
              "%s: scores[%d]=%s must be in [0, 1]".formatted(id, c, scores[c]));
        }
        sum += scores[c];
      }
      if (Math.abs(sum - 1) > SUM_TOLERANCE) {
        throw new IllegalArgumentException(
            "%s: scores add up to %s, must be 1; were they made by a softmax?".formatted(id, sum));
      }
    }
  }

  /** Number of items, at least 1. */
  public int size() {
    return references.length;
  }

  /** The model's classes in the order of the scores. */
  public List<Label> classes() {
    return classes;
  }

  public String id(int item) {
    return ids.get(item);
  }

  public String group(int item) {
    return groups.get(item);
  }

  /** The index of the true class. */
  public int reference(int item) {
    return references[item];
  }

  public double score(int item, int classIndex) {
    return scores[item * classes.size() + classIndex];
  }

  /** The index of the class with the highest score, the first of equal ones. */
  public int estimate(int item) {
    int best = 0;
    for (int c = 1; c < classes.size(); c++) {
      if (score(item, c) > score(item, best)) {
        best = c;
      }
    }
    return best;
  }

  /** The classes that are true of an item, in the model's order. */
  public List<Label> referenceClasses() {
    boolean[] seen = new boolean[classes.size()];
    for (int reference : references) {
      seen[reference] = true;
    }
    return classes.stream().filter(label -> seen[classes.indexOf(label)]).toList();
  }

  /**
   * One item a track: the mean of the scores of its segments. The order is that of first
   * appearance.
   *
   * @throws IllegalArgumentException if segments of a track differ in label or group
   */
  public Estimates byTrack() {
    Map<String, List<Integer>> items = new LinkedHashMap<>();
    for (int i = 0; i < size(); i++) {
      items.computeIfAbsent(ids.get(i), id -> new ArrayList<>()).add(i);
    }
    Builder builder = builder(classes);
    items.forEach(
        (id, segments) -> {
          int first = segments.get(0);
          double[] mean = new double[classes.size()];
          for (int segment : segments) {
            if (references[segment] != references[first]
                || !groups.get(segment).equals(groups.get(first))) {
              throw new IllegalArgumentException(
                  id + ": all segments of a track must have one label and one group");
            }
            for (int c = 0; c < mean.length; c++) {
              mean[c] += score(segment, c) / segments.size();
            }
          }
          builder.add(id, groups.get(first), classes.get(references[first]), mean);
        });
    return builder.build();
  }

  /**
   * The same items as if the model knew only some classes: the other scores are dropped and the
   * rest divided by their sum; an item that has no score left gets equal ones.
   *
   * @param kept at least two of the classes
   * @throws IllegalArgumentException if a class is not the model's, or an item's true class is not
   *     kept
   */
  public Estimates restrictedTo(Collection<Label> kept) {
    List<Label> labels = classes.stream().filter(kept::contains).toList();
    if (labels.size() != kept.size()) {
      throw new IllegalArgumentException(
          "kept=%s must be of the model's classes %s, each once".formatted(kept, classes));
    }
    int[] places = labels.stream().mapToInt(classes::indexOf).toArray();
    Builder builder = builder(labels);
    for (int i = 0; i < size(); i++) {
      int item = i;
      double sum = Arrays.stream(places).mapToDouble(c -> score(item, c)).sum();
      double[] restricted =
          Arrays.stream(places)
              .mapToDouble(c -> sum > 0 ? score(item, c) / sum : 1.0 / places.length)
              .toArray();
      builder.add(ids.get(i), groups.get(i), classes.get(references[i]), restricted);
    }
    return builder.build();
  }
}
