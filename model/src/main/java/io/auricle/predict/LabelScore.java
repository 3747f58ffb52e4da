package io.auricle.predict;

import io.auricle.bundle.ModelCard;
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
  /** A card's labels with their scores, best first; equal scores keep the model's order. */
  static List<LabelScore> ranked(ModelCard card, double[] scores) {
    boolean tags = card.scores().tags();
    int best = best(scores);
    List<LabelScore> ranked = new ArrayList<>(scores.length);
    for (int i = 0; i < scores.length; i++) {
      boolean given =
          tags
              ? scores[i] >= card.scores().threshold(i)
              : i == best && scores[i] >= card.scores().sureFrom();
      ranked.add(new LabelScore(card.labels().get(i), scores[i], given));
    }
    ranked.sort(Comparator.comparingDouble(LabelScore::score).reversed());
    return List.copyOf(ranked);
  }

  /** The first of the highest scores. */
  static int best(double[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    return best;
  }
}
