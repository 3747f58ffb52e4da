package io.auricle.experiment.task;

import io.auricle.bundle.Ensemble.Combination;
import io.auricle.bundle.ModelCard;
import io.auricle.bundle.ScoreOptions;
import io.auricle.classic.ClassicOptions;
import io.auricle.classic.model.ClassicModel;
import io.auricle.eval.Judged;
import io.auricle.feature.FeatureMatrix;
import io.auricle.network.NetworkSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What is learned of a track: one label of several, or any number of tags. Whatever differs between
 * the two stands here.
 */
public sealed interface Task permits OneLabel, SeveralTags {
  /** The labels or tags, in the order of the scores; none if only the data say which there are. */
  List<String> labels();

  /**
   * Refuses labels of which one stands there twice.
   *
   * @throws IllegalArgumentException naming it
   */
  static void requireDifferent(List<String> labels) {
    Set<String> seen = new HashSet<>();
    for (String label : labels) {
      if (!seen.add(label)) {
        throw new IllegalArgumentException("labels: %s must be given once".formatted(label));
      }
    }
  }

  /** The same about other labels. */
  Task withLabels(List<String> others);

  /**
   * What the data decide of it; two tasks that differ here cannot be learned from the same plan.
   */
  Object decidedByData();

  /** The task of a model that was trained. */
  static Task of(ModelCard card) {
    return card.scores().tags()
        ? new SeveralTags(card.labels(), TagOptions.PLAIN)
        : new OneLabel(card.labels(), OneLabel.CERTAINTY);
  }

  /**
   * Refuses members whose answers cannot be put together like this.
   *
   * @throws IllegalArgumentException naming what could be
   */
  void requireJoint(Combination combination);

  /**
   * Refuses to draw rare classes more often in a way that does not suit.
   *
   * @throws IllegalArgumentException naming what does
   */
  void requireBalance(double balance);

  /** Scores of a model that gives probabilities, before anything is fitted. */
  ScoreOptions plain();

  /**
   * Scores of a network, before anything is fitted.
   *
   * @throws IllegalArgumentException if its last layer does not suit
   */
  ScoreOptions scores(NetworkSpec network);

  /**
   * How often each track is learned from.
   *
   * @param tracks what is true of each
   */
  List<Integer> times(List<Answer> tracks, long seed);

  /**
   * How much more it counts in the loss of a network that a label is there than that it is not.
   *
   * @param tracks what is true of each that is learned from
   * @return none if both count the same
   */
  List<Double> positiveWeights(List<Answer> tracks);

  /** One vector that a classical model learns. */
  record Example(String group, Answer answer, FeatureMatrix vector) {}

  /** Trains a classical model. */
  ClassicModel train(ClassicOptions options, List<Example> examples, long seed);

  /** Minus the logarithm of the scores of what is true. */
  double logLoss(Answer answer, List<Double> scores);

  /**
   * Scores with the certainty or the thresholds that suit validation tracks.
   *
   * @param tracks with their final scores, none of which was learned from
   * @param said hears what was chosen
   */
  ScoreOptions decided(ScoreOptions scores, List<Scored> tracks, Consumer<String> said);

  /** The tracks as they are evaluated, with what is answered from which score on. */
  Judged judged(ScoreOptions scores, List<Scored> tracks);

  /**
   * The figures of each data set and part.
   *
   * @param folds whether what stands as validation part was scored fold by fold
   * @param said hears what cannot be measured
   */
  Measured measured(ScoreOptions scores, List<Scored> tracks, boolean folds, Consumer<String> said);
}
