package io.auricle.experiment.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.bundle.Certainty;
import io.auricle.bundle.ScoreOptions;
import io.auricle.split.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CertaintyFitTest {
  /** 20 of 20, then 10 of 20, then none of 60: three quarters are right of the first forty. */
  private static List<Scored> falling(String dataset) {
    List<Scored> tracks = new ArrayList<>();
    add(tracks, dataset, 20, 20, 0.9);
    add(tracks, dataset, 20, 10, 0.7);
    add(tracks, dataset, 60, 0, 0.6);
    return tracks;
  }

  @Test
  void thresholdIsTheLeastConfidenceAtWhichTheWantedShareIsRight() {
    assertEquals(new Certainty(0.7, 0.75, 0.4, 0.75), certainty(falling("a"), 0.75));
    assertEquals(new Certainty(0.9, 0.76, 0.2, 1), certainty(falling("a"), 0.76));
  }

  @Test
  void orderOfTracksDoesNotMatter() {
    List<Scored> tracks = new ArrayList<>(falling("a"));
    Collections.shuffle(tracks, new Random(1));
    assertEquals(certainty(falling("a"), 0.75), certainty(tracks, 0.75));
  }

  @Test
  void modelThatIsRightOftenEnoughAlwaysAnswers() {
    assertEquals(new Certainty(0.6, 0.3, 1, 0.3), certainty(falling("a"), 0.3));
  }

  @Test
  void whereTheShareIsNeverReachedItAnswersWhereItIsRightMostOften() {
    List<Scored> tracks = new ArrayList<>();
    add(tracks, "a", 30, 15, 0.8);
    add(tracks, "a", 30, 18, 0.7);
    add(tracks, "a", 40, 4, 0.6);
    Certainty certainty = certainty(tracks, 0.75);
    assertEquals(new Certainty(0.7, 0.75, 0.6, 0.55), certainty);
    assertFalse(certainty.reached());
  }

  /** Nineteen right answers are no proof, though all are right. */
  @Test
  void fewAnswersAreNotBelieved() {
    List<Scored> tracks = new ArrayList<>();
    add(tracks, "a", 19, 19, 0.9);
    assertNull(CertaintyFit.of(tracks, 0.75));
    add(tracks, "a", 31, 0, 0.6);
    assertEquals(new Certainty(0.6, 0.75, 1, 0.38), certainty(tracks, 0.75));
  }

  /** All of a small set are right, none of a large one: together half of the weight is. */
  @Test
  void eachDataSetCountsTheSameHoweverLarge() {
    List<Scored> tracks = new ArrayList<>();
    add(tracks, "small", 20, 20, 0.9);
    add(tracks, "large", 100, 0, 0.9);
    add(tracks, "large", 100, 0, 0.6);
    assertEquals(new Certainty(0.9, 0.6, 0.75, 0.6667), certainty(tracks, 0.6));
  }

  @Test
  void whatIsChosenIsSaidAndKept() {
    List<String> said = new ArrayList<>();
    ScoreOptions scores = CertaintyFit.fitted(ScoreOptions.PLAIN, falling("a"), 0.75, said::add);
    assertEquals(0.7, scores.sureFrom());
    CertaintyFit.fitted(ScoreOptions.PLAIN, falling("a").subList(0, 3), 0.75, said::add);
    CertaintyFit.fitted(ScoreOptions.PLAIN, falling("a").subList(20, 60), 0.75, said::add);
    assertEquals(
        "\"not sure\" is below 0.700: of the validation tracks 40 % get an answer, of which 75.0 %"
            + " are right",
        said.get(0));
    assertTrue(said.get(1).endsWith("3 validation tracks are too few to choose it, 20 are needed"));
    assertTrue(said.get(2).endsWith("50.0 % are right; 75.0 %, as wanted, are right nowhere"));
  }

  private static Certainty certainty(List<Scored> tracks, double wanted) {
    return Objects.requireNonNull(CertaintyFit.of(tracks, wanted));
  }

  private static void add(
      List<Scored> tracks, String dataset, int count, int right, double confidence) {
    for (int i = 0; i < count; i++) {
      tracks.add(
          new Scored(
              dataset,
              "t" + tracks.size(),
              "g",
              Part.VALIDATION,
              Answer.label(i < right ? 0 : 1, 2),
              List.of(confidence, 1 - confidence)));
    }
  }
}
