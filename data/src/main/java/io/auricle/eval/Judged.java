package io.auricle.eval;

import io.auricle.eval.metric.Comparison;
import io.auricle.eval.metric.Evaluation;
import io.auricle.eval.metric.EvaluationOptions;
import io.auricle.eval.scored.Aggregation;
import io.auricle.eval.scored.Estimates;
import io.auricle.eval.scored.ScoredItems;
import io.auricle.eval.scored.TagEstimates;
import io.auricle.eval.scored.Thresholds;
import io.auricle.label.Label;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Scored items and what is answered of each: one label if its score is high enough, or any number
 * of tags. Whatever is measured or shown of the two differently stands here.
 */
public sealed interface Judged {
  /** One of several labels, every item being answered. */
  static Judged of(Estimates items) {
    return new OfLabels(items, null);
  }

  /**
   * One of several labels, or "not sure".
   *
   * @param sureFrom the least highest score of an item that is answered, chosen on other items;
   *     null to leave coverage and accuracy at it out
   */
  static Judged of(Estimates items, @Nullable Double sureFrom) {
    return new OfLabels(items, sureFrom);
  }

  /**
   * Any number of tags.
   *
   * @param thresholds chosen on other items
   */
  static Judged of(TagEstimates items, Thresholds thresholds) {
    return new OfTags(items, thresholds);
  }

  ScoredItems items();

  /** Whether any number of classes may be true of an item. */
  boolean ofTags();

  /** What an item was taken for. */
  List<Label> answers(int item);

  /** From which score on an item is answered; empty for tags, or if that was not asked. */
  OptionalDouble sureFrom();

  /** From which score on a class is given; empty for labels, of which the best one is. */
  OptionalDouble givenFrom(int classIndex);

  /** Every figure of the items. */
  Evaluation evaluate(EvaluationOptions options);

  /**
   * How these items were answered better than they were by another model.
   *
   * @throws IllegalArgumentException if the items are not the same
   */
  Comparison against(Judged first, EvaluationOptions options);

  /** Some items, with their classes in another order. */
  Judged select(List<String> ids, List<Label> classes);

  /** Each track an item, with the mean scores of its pieces. */
  Judged byTrack();

  /** Each track an item, with what its pieces vote for; the shares of votes are no scores. */
  Judged votes();

  /** The same items, all of them answered. */
  Judged answered();

  /** Only the classes that the items have, all answered; empty if these are all classes. */
  Optional<Judged> restricted();

  /** One of several labels is true of an item. */
  record OfLabels(Estimates items, @Nullable Double least) implements Judged {
    @Override
    public boolean ofTags() {
      return false;
    }

    @Override
    public List<Label> answers(int item) {
      return List.of(items.classes().get(items.estimate(item)));
    }

    @Override
    public OptionalDouble sureFrom() {
      return least == null ? OptionalDouble.empty() : OptionalDouble.of(least);
    }

    @Override
    public OptionalDouble givenFrom(int classIndex) {
      return OptionalDouble.empty();
    }

    @Override
    public Evaluation evaluate(EvaluationOptions options) {
      return Evaluation.of(items, least, options);
    }

    @Override
    public Comparison against(Judged first, EvaluationOptions options) {
      if (first instanceof OfLabels other) {
        return Comparison.of(other.items, other.least, items, least, options);
      }
      throw differing();
    }

    @Override
    public Judged select(List<String> ids, List<Label> classes) {
      return of(items.select(ids, classes), least);
    }

    @Override
    public Judged byTrack() {
      return of(items.byTrack(), least);
    }

    @Override
    public Judged votes() {
      return of(items.byTrack(Aggregation.VOTE));
    }

    @Override
    public Judged answered() {
      return of(items);
    }

    @Override
    public Optional<Judged> restricted() {
      List<Label> present = items.referenceClasses();
      return present.size() >= 2 && present.size() < items.classes().size()
          ? Optional.of(of(items.restrictedTo(present)))
          : Optional.empty();
    }
  }

  /** Each of some tags is true of an item or not. */
  record OfTags(TagEstimates items, Thresholds thresholds) implements Judged {
    @Override
    public boolean ofTags() {
      return true;
    }

    @Override
    public List<Label> answers(int item) {
      return items.estimates(item, thresholds);
    }

    @Override
    public OptionalDouble sureFrom() {
      return OptionalDouble.empty();
    }

    @Override
    public OptionalDouble givenFrom(int classIndex) {
      return OptionalDouble.of(thresholds.values().get(classIndex));
    }

    @Override
    public Evaluation evaluate(EvaluationOptions options) {
      return Evaluation.of(items, thresholds, options);
    }

    @Override
    public Comparison against(Judged first, EvaluationOptions options) {
      if (first instanceof OfTags other) {
        return Comparison.of(other.items, other.thresholds, items, thresholds, options);
      }
      throw differing();
    }

    @Override
    public Judged select(List<String> ids, List<Label> tags) {
      return of(items.select(ids, tags), thresholds.inOrder(tags));
    }

    @Override
    public Judged byTrack() {
      return of(items.byTrack(), thresholds);
    }

    /** Those that at least half of the pieces are given. */
    @Override
    public Judged votes() {
      TagEstimates votes = items.byTrack(Aggregation.VOTE, thresholds);
      return of(votes, Thresholds.even(votes.classes()));
    }

    @Override
    public Judged answered() {
      return this;
    }

    @Override
    public Optional<Judged> restricted() {
      return Optional.empty();
    }
  }

  private static IllegalArgumentException differing() {
    return new IllegalArgumentException("one is of labels, the other of tags");
  }
}
