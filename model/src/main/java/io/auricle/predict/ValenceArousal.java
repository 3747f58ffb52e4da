package io.auricle.predict;

import io.auricle.label.Quadrant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How pleasant and how excited music sounds: a point of the plane in whose quadrants moods lie.
 *
 * @param valence from -1, unpleasant, to 1, pleasant
 * @param arousal from -1, quiet, to 1, excited
 */
public record ValenceArousal(double valence, double arousal) {
  public ValenceArousal {
    check("valence", valence);
    check("arousal", arousal);
  }

  private static void check(String name, double value) {
    if (!(value >= -1 && value <= 1)) {
      throw new IllegalArgumentException(name + "=" + value + " must be in [-1, 1]");
    }
  }

  /**
   * The point that scores of the four quadrants stand for: the scores of the quadrants on the
   * positive side of an axis less those on the other. It says how sure the model is of the sign
   * rather than how strong a mood is.
   *
   * @param labels of a track or segment, in any order
   * @return empty unless these are the labels of the quadrants
   */
  public static Optional<ValenceArousal> of(List<LabelScore> labels) {
    Map<Quadrant, Double> scores = new EnumMap<>(Quadrant.class);
    for (LabelScore scored : labels) {
      for (Quadrant quadrant : Quadrant.values()) {
        if (quadrant.label().name().equals(scored.label())) {
          scores.put(quadrant, scored.score());
        }
      }
    }
    if (scores.size() < Quadrant.values().length || labels.size() > scores.size()) {
      return Optional.empty();
    }
    double sum = scores.values().stream().mapToDouble(score -> score).sum();
    double valence = 0;
    double arousal = 0;
    for (Map.Entry<Quadrant, Double> score : scores.entrySet()) {
      valence += score.getKey().valence() * score.getValue() / sum;
      arousal += score.getKey().arousal() * score.getValue() / sum;
    }
    return Optional.of(new ValenceArousal(clipped(valence), clipped(arousal)));
  }

  /** What rounding may have added beyond the end. */
  private static double clipped(double value) {
    return Math.max(-1, Math.min(1, value));
  }
}
