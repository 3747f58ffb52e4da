package io.auricle.predict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A label and how well it fits.
 *
 * @param label one of the model's labels
 * @param score in [0, 1]; the scores of all labels sum to 1, but tags are each for themselves
 * @param given whether it is what the model answers: the label with the highest score if that
 *     reaches the threshold of the model's card, or each tag whose score reaches its own
 */
public record LabelScore(String label, double score, boolean given) {
  /** A model's labels with their scores, best first; equal scores keep the model's order. */
  static List<LabelScore> ranked(List<String> labels, ScoreRule rule, double[] scores) {
    List<LabelScore> ranked = new ArrayList<>(scores.length);
    for (int i = 0; i < scores.length; i++) {
      ranked.add(new LabelScore(labels.get(i), scores[i], rule.isGiven(scores, i)));
    }
    ranked.sort(Comparator.comparingDouble(LabelScore::score).reversed());
    return List.copyOf(ranked);
  }
}
