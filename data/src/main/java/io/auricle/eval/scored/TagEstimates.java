package io.auricle.eval.scored;

import io.auricle.label.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * What a model says of each item, tag by tag, beside the tags that are true of it: none, one or
 * several. Immutable.
 *
 * <p>Each score is a probability for itself, in [0, 1], as sigmoids give them.
 */
public final class TagEstimates implements ScoredItems {
  private final ItemRows rows;

  /** Bit {@code item * tags + tag} is set where the tag is true. */
  private final BitSet references;

  private TagEstimates(ItemRows rows, BitSet references) {
    this.rows = rows;
    this.references = references;
  }

  /** Begins a collection for a model of these tags, in the order of its scores. */
  public static Builder builder(List<Label> tags) {
    return new Builder(tags);
  }

  /** Collects items; not thread-safe. */
  public static final class Builder {
    private final ItemRows rows;
    private final BitSet references = new BitSet();

    private Builder(List<Label> tags) {
      rows = ItemRows.of(tags, 1);
    }

    /**
     * Adds an item.
     *
     * @param id of its track, in messages and for {@link TagEstimates#byTrack}
     * @param group what is drawn together by the bootstrap
     * @param tags what is true of it; may be empty
     * @param itemScores one probability a tag
     * @throws IllegalArgumentException if a tag is not the model's, the scores are more or fewer
     *     than the tags, or are not in [0, 1]; the message names the item
     */
    public Builder add(String id, String group, Collection<Label> tags, double[] itemScores) {
      int[] indices = tags.stream().mapToInt(tag -> rows.index(id, tag)).toArray();
      int row = rows.size() * rows.classes().size();
      rows.add(id, group, itemScores);
      for (int index : indices) {
        references.set(row + index);
      }
      return this;
    }

    /**
     * What was added.
     *
     * @throws IllegalArgumentException if that is nothing
     */
    public TagEstimates build() {
      return new TagEstimates(rows.copy(), (BitSet) references.clone());
    }
  }

  @Override
  public int size() {
    return rows.size();
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

  @Override
  public double score(int item, int classIndex) {
    return rows.score(item, classIndex);
  }

  @Override
  public boolean isTrue(int item, int classIndex) {
    return references.get(item * classes().size() + classIndex);
  }

  @Override
  public double logLoss(int item) {
    double sum = 0;
    for (int t = 0; t < classes().size(); t++) {
      double score = score(item, t);
      sum += ItemRows.surprise(isTrue(item, t) ? score : 1 - score);
    }
    return sum / classes().size();
  }

  @Override
  public double brierScore(int item) {
    double sum = 0;
    for (int t = 0; t < classes().size(); t++) {
      double error = score(item, t) - (isTrue(item, t) ? 1 : 0);
      sum += error * error;
    }
    return sum / classes().size();
  }

  /** The tags that are given to an item, in the model's order. */
  public List<Label> estimates(int item, Thresholds thresholds) {
    List<Label> tags = new ArrayList<>();
    for (int t = 0; t < classes().size(); t++) {
      if (thresholds.isGiven(t, score(item, t))) {
        tags.add(classes().get(t));
      }
    }
    return tags;
  }

  @Override
  public List<Label> references(int item) {
    List<Label> tags = new ArrayList<>();
    for (int t = 0; t < classes().size(); t++) {
      if (isTrue(item, t)) {
        tags.add(classes().get(t));
      }
    }
    return tags;
  }

  /** One item a track with the mean scores of its pieces, in the order of their first ones. */
  public TagEstimates byTrack() {
    return byTrack(Aggregation.MEAN, Thresholds.even(classes()));
  }

  /**
   * One item a track, in the order of their first pieces.
   *
   * @param thresholds from which scores on a piece votes for a tag
   * @throws IllegalArgumentException if pieces of one track differ in tags or group
   */
  public TagEstimates byTrack(Aggregation aggregation, Thresholds thresholds) {
    thresholds.requireTags(classes());
    Builder builder = builder(classes());
    rows.byTrack()
        .forEach(
            (id, pieces) -> {
              int first = pieces.get(0);
              double[] scores = new double[classes().size()];
              for (int piece : pieces) {
                if (!references(piece).equals(references(first))
                    || !group(piece).equals(group(first))) {
                  throw new IllegalArgumentException(
                      id + ": all segments of a track must have the same tags and one group");
                }
                for (int t = 0; t < scores.length; t++) {
                  double score = score(piece, t);
                  double vote = thresholds.isGiven(t, score) ? 1 : 0;
                  scores[t] += (aggregation == Aggregation.VOTE ? vote : score) / pieces.size();
                }
              }
              builder.add(id, group(first), references(first), scores);
            });
    return builder.build();
  }

  /**
   * Some of the items in another order, their scores in the order of other tags.
   *
   * @param ids of items, each of which there is one
   * @param order the same tags
   * @throws IllegalArgumentException if an id is unknown or of several items, or the tags are
   *     others
   */
  public TagEstimates select(List<String> ids, List<Label> order) {
    int[] places = rows.places(order);
    Builder builder = builder(order);
    for (int item : rows.items(ids)) {
      double[] scores = Arrays.stream(places).mapToDouble(t -> score(item, t)).toArray();
      builder.add(id(item), group(item), references(item), scores);
    }
    return builder.build();
  }
}
