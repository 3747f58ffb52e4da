package io.auricle.eval.scored;

import io.auricle.label.Label;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * What a model says of each item beside the one class that is true of it. Immutable.
 *
 * <p>Scores are probabilities: in [0, 1], adding up to 1 within 0.001 (room for 32-bit arithmetic).
 */
public final class Estimates implements ScoredItems {
  private final ItemRows rows;
  private final int[] references;

  private Estimates(ItemRows rows, int[] references) {
    this.rows = rows;
    this.references = references;
  }

  /** Begins a collection for a model of these classes, in the order of its scores. */
  public static Builder builder(List<Label> classes) {
    return new Builder(classes);
  }

  /** Collects items; not thread-safe. */
  public static final class Builder {
    private final ItemRows rows;
    private int[] references = new int[64];

    private Builder(List<Label> classes) {
      rows = ItemRows.of(classes, 2);
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
      int index = rows.index(id, reference);
      int at = rows.size();
      rows.add(id, group, itemScores);
      double sum = Arrays.stream(itemScores).sum();
      if (Math.abs(sum - 1) > ItemRows.TOLERANCE) {
        throw new IllegalArgumentException(
            "%s: scores add up to %s, must be 1; were they made by a softmax?".formatted(id, sum));
      }
      if (at == references.length) {
        references = Arrays.copyOf(references, 2 * at);
      }
      references[at] = index;
      return this;
    }

    /**
     * What was added.
     *
     * @throws IllegalArgumentException if that is nothing
     */
    public Estimates build() {
      return new Estimates(rows.copy(), Arrays.copyOf(references, rows.size()));
    }
  }

  @Override
  public int size() {
    return references.length;
  }

  @Override
  public List<Label> classes() {
    return rows.classes();
  }

  @Override
  public String id(int item) {
    return rows.id(item);
  }

  @Override
  public String group(int item) {
    return rows.group(item);
  }

  /** The index of the true class. */
  public int reference(int item) {
    return references[item];
  }

  @Override
  public double score(int item, int classIndex) {
    return rows.score(item, classIndex);
  }

  @Override
  public boolean isTrue(int item, int classIndex) {
    return references[item] == classIndex;
  }

  @Override
  public List<Label> references(int item) {
    return List.of(classes().get(references[item]));
  }

  @Override
  public double logLoss(int item) {
    return ItemRows.surprise(score(item, references[item]));
  }

  @Override
  public double brierScore(int item) {
    double sum = 0;
    for (int c = 0; c < classes().size(); c++) {
      double error = score(item, c) - (c == references[item] ? 1 : 0);
      sum += error * error;
    }
    return sum;
  }

  /** The index of the class with the highest score, the first of equal ones. */
  public int estimate(int item) {
    int best = 0;
    for (int c = 1; c < classes().size(); c++) {
      if (score(item, c) > score(item, best)) {
        best = c;
      }
    }
    return best;
  }

  /** The classes that are true of an item, in the model's order. */
  public List<Label> referenceClasses() {
    boolean[] seen = new boolean[classes().size()];
    for (int reference : references) {
      seen[reference] = true;
    }
    return classes().stream().filter(label -> seen[classes().indexOf(label)]).toList();
  }

  /** One item a track with the mean scores of its pieces, in the order of their first ones. */
  public Estimates byTrack() {
    return byTrack(Aggregation.MEAN);
  }

  /**
   * One item a track, in the order of their first pieces.
   *
   * @throws IllegalArgumentException if pieces of one track differ in label or group
   */
  public Estimates byTrack(Aggregation aggregation) {
    Builder builder = builder(classes());
    rows.byTrack()
        .forEach(
            (id, pieces) -> {
              int first = pieces.get(0);
              double[] scores = new double[classes().size()];
              for (int piece : pieces) {
                if (references[piece] != references[first] || !group(piece).equals(group(first))) {
                  throw new IllegalArgumentException(
                      id + ": all segments of a track must have one label and one group");
                }
                int estimate = estimate(piece);
                for (int c = 0; c < scores.length; c++) {
                  double vote = c == estimate ? 1 : 0;
                  double score = aggregation == Aggregation.VOTE ? vote : score(piece, c);
                  scores[c] += score / pieces.size();
                }
              }
              builder.add(id, group(first), classes().get(references[first]), scores);
            });
    return builder.build();
  }

  /**
   * Some of the items in another order, their scores in the order of other classes.
   *
   * @param ids of items, each of which there is one
   * @param order the same classes
   * @throws IllegalArgumentException if an id is unknown or of several items, or the classes are
   *     others
   */
  public Estimates select(List<String> ids, List<Label> order) {
    int[] places = rows.places(order);
    Builder builder = builder(order);
    for (int item : rows.items(ids)) {
      double[] scores = Arrays.stream(places).mapToDouble(c -> score(item, c)).toArray();
      builder.add(id(item), group(item), classes().get(references[item]), scores);
    }
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
    List<Label> labels = classes().stream().filter(kept::contains).toList();
    if (labels.size() != kept.size()) {
      throw new IllegalArgumentException(
          "kept=%s must be of the model's classes %s, each once".formatted(kept, classes()));
    }
    int[] places = labels.stream().mapToInt(classes()::indexOf).toArray();
    Builder builder = builder(labels);
    for (int i = 0; i < size(); i++) {
      int item = i;
      double sum = Arrays.stream(places).mapToDouble(c -> score(item, c)).sum();
      double[] restricted =
          Arrays.stream(places)
              .mapToDouble(c -> sum > 0 ? score(item, c) / sum : 1.0 / places.length)
              .toArray();
      builder.add(id(i), group(i), classes().get(references[i]), restricted);
    }
    return builder.build();
  }
}
