package io.auricle.experiment.task;

import io.auricle.bundle.Certainty;
import io.auricle.bundle.ScoreOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Chooses from which score on the best label is an answer: the least confidence at which, of the
 * tracks answered with at least that, the wanted share is right, each data set counting the same as
 * it does for the temperature. Selective classification by the highest score after Geifman and
 * El-Yaniv (arXiv:1705.08500).
 *
 * <p>If even the least confident tracks may be answered, the threshold is what the least confident
 * of them had, for nothing is known of lower ones. If the share is reached nowhere, it is where the
 * answers are right most often. Fewer than {@value #FEWEST} answers are not believed.
 */
final class CertaintyFit {
  /** Of fewer answers the share that is right says little. */
  static final int FEWEST = 20;

  /** Confidences are told apart to this: thresholds stand in cards with four digits. */
  private static final double STEP = 1e4;

  private CertaintyFit() {}

  /** Scores with the certainty that suits validation tracks; says what it gives there. */
  static ScoreOptions fitted(
      ScoreOptions scores, List<Scored> validation, double wanted, Consumer<String> said) {
    Certainty certainty = of(validation, wanted);
    if (certainty == null) {
      said.accept(
          "\"not sure\" is below %.3f: %d validation tracks are too few to choose it, %d are needed"
              .formatted(scores.sureFrom(), validation.size(), FEWEST));
    } else {
      said.accept(
          "\"not sure\" is below %.3f: of the validation tracks %.0f %% get an answer, of which %.1f %% are right%s"
              .formatted(
                  certainty.threshold(),
                  100 * certainty.coverage(),
                  100 * certainty.accuracy(),
                  certainty.reached()
                      ? ""
                      : "; %.1f %%, as wanted, are right nowhere".formatted(100 * wanted)));
    }
    return scores.withCertainty(certainty);
  }

  /**
   * The certainty of scores.
   *
   * @param tracks with one label each, with their final scores, none of which was learned from
   * @param wanted share of the answers that should be right, in (0, 1]
   * @return null if there are fewer than {@value #FEWEST} tracks
   */
  static @Nullable Certainty of(List<Scored> tracks, double wanted) {
    Map<String, Integer> sizes = new HashMap<>();
    tracks.forEach(track -> sizes.merge(track.dataset(), 1, Integer::sum));
    List<Scored> falling = new ArrayList<>(tracks);
    falling.sort(Comparator.comparingDouble(CertaintyFit::confidence).reversed());
    Certainty best = null;
    double answered = 0;
    double right = 0;
    for (int t = 0; t < falling.size(); t++) {
      Scored track = falling.get(t);
      double weight = 1.0 / sizes.getOrDefault(track.dataset(), 1) / sizes.size();
      answered += weight;
      right += isRight(track) ? weight : 0;
      boolean last = t + 1 == falling.size();
      boolean ended = last || confidence(falling.get(t + 1)) < confidence(track);
      if (ended && t + 1 >= FEWEST) {
        Certainty here =
            new Certainty(
                confidence(track), wanted, last ? 1 : rounded(answered), rounded(right / answered));
        best = best == null || isBetter(here, best) ? here : best;
      }
    }
    return best;
  }

  /** Whether a certainty of more coverage is to be preferred. */
  private static boolean isBetter(Certainty wider, Certainty best) {
    return wider.reached() || (!best.reached() && wider.accuracy() >= best.accuracy());
  }

  private static double confidence(Scored track) {
    return Math.floor(Collections.max(track.scores()) * STEP) / STEP;
  }

  /** The first of the highest scores counts, as in predictions. */
  private static boolean isRight(Scored track) {
    return track.scores().indexOf(Collections.max(track.scores())) == track.label();
  }

  private static double rounded(double share) {
    return Math.min(1, Math.round(share * STEP) / STEP);
  }
}
