package io.auricle.eval.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.eval.Judged;
import io.auricle.eval.TrackEvaluation;
import io.auricle.eval.scored.Aggregation;
import io.auricle.eval.scored.Estimates;
import io.auricle.eval.scored.TagEstimates;
import io.auricle.eval.scored.Thresholds;
import io.auricle.label.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EvaluationTest {
  private static final EvaluationOptions QUICK = new EvaluationOptions(3, 15, 200, 0.95, 1);

  static Set<Metric> metricsOfLabels() {
    return Evaluation.of(RandomEstimates.of(9, 1, 3, 1), QUICK).figures().keySet();
  }

  static Set<Metric> metricsOfTags() {
    return evaluationOfTags(RandomEstimates.tags(9, 1, 3, 1)).figures().keySet();
  }

  private static Evaluation evaluationOfTags(TagEstimates estimates) {
    return Evaluation.of(estimates, Thresholds.even(estimates.classes()), QUICK);
  }

  @ParameterizedTest
  @MethodSource("metricsOfTags")
  void perfectTagsAreBestInEveryMetric(Metric metric) {
    List<Label> tags = RandomEstimates.classes(3);
    TagEstimates.Builder builder = TagEstimates.builder(tags);
    for (int i = 0; i < 30; i++) {
      boolean two = i % 2 == 0;
      double[] scores = new double[3];
      scores[i % 3] = 1;
      scores[(i + 1) % 3] = two ? 1 : 0;
      List<Label> given =
          two ? List.of(tags.get(i % 3), tags.get((i + 1) % 3)) : List.of(tags.get(i % 3));
      builder.add("t" + i, "t" + i, given, scores);
    }
    Figure figure = evaluationOfTags(builder.build()).figure(metric);
    double best = metric.higherIsBetter() ? 1 : 0;
    assertEquals(best, figure.value(), 1e-12);
    assertEquals(best, figure.low(), 1e-12);
    assertEquals(best, figure.high(), 1e-12);
  }

  /** Scores 0.9 (right), 0.7 (wrong), 0.7 (right), 0.6 (wrong). */
  private static Estimates ofFallingConfidence() {
    List<Label> classes = RandomEstimates.classes(2);
    return Estimates.builder(classes)
        .add("a", "a", classes.get(0), new double[] {0.9, 0.1})
        .add("b", "b", classes.get(0), new double[] {0.3, 0.7})
        .add("c", "c", classes.get(1), new double[] {0.3, 0.7})
        .add("d", "d", classes.get(1), new double[] {0.6, 0.4})
        .build();
  }

  @Test
  void coverageIsTheShareThatReachesTheThresholdAndItsAccuracyIsOfThat() {
    Evaluation evaluation = Evaluation.of(ofFallingConfidence(), 0.7, QUICK);
    assertEquals(0.75, evaluation.figure(Metric.COVERAGE).value(), 1e-12);
    assertEquals(2 / 3.0, evaluation.figure(Metric.SURE_ACCURACY).value(), 1e-12);
    assertTrue(evaluation.figure(Metric.SURE_ACCURACY).low() < 0.5);
    RiskCoverage.Point point = evaluation.riskCoverage().at(0.75);
    assertEquals(1 / 3.0, point.risk(), 1e-12);
  }

  @Test
  void modelThatIsSureOfNothingHasNoAccuracyWhenSure() {
    Evaluation evaluation = Evaluation.of(ofFallingConfidence(), 0.95, QUICK);
    assertEquals(0, evaluation.figure(Metric.COVERAGE).value());
    assertTrue(Double.isNaN(evaluation.figure(Metric.SURE_ACCURACY).value()));
  }

  @Test
  void thresholdIsOfTracksNotOfTheirPieces() {
    TrackEvaluation evaluation =
        TrackEvaluation.of(Judged.of(RandomEstimates.of(20, 3, 4, 1), 0.4), QUICK);
    assertTrue(evaluation.tracks().figures().containsKey(Metric.COVERAGE));
    assertTrue(!evaluation.segments().figures().containsKey(Metric.COVERAGE));
  }

  @Test
  void votesCountThePiecesTakenForAClass() {
    List<Label> classes = RandomEstimates.classes(2);
    Estimates votes =
        Estimates.builder(classes)
            .add("a", "a", classes.get(0), new double[] {1, 0})
            .add("a", "a", classes.get(0), new double[] {0.4, 0.6})
            .add("a", "a", classes.get(0), new double[] {0.4, 0.6})
            .build()
            .byTrack(Aggregation.VOTE);
    assertEquals(1 / 3.0, votes.score(0, 0), 1e-12);
    assertEquals(1, votes.estimate(0));
  }

  @Test
  void votesOnTagsCountThePiecesAtOrAboveTheThreshold() {
    List<Label> tags = RandomEstimates.classes(2);
    TagEstimates votes =
        TagEstimates.builder(tags)
            .add("a", "a", List.of(tags.get(0)), new double[] {0.3, 0.3})
            .add("a", "a", List.of(tags.get(0)), new double[] {0.2, 0.9})
            .build()
            .byTrack(Aggregation.VOTE, Thresholds.of(tags, List.of(0.3, 0.4)));
    assertEquals(0.5, votes.score(0, 0), 1e-12);
    assertEquals(0.5, votes.score(0, 1), 1e-12);
  }

  @Test
  void leavingTheUnsureOutLowersTheRisk() {
    List<Label> classes = RandomEstimates.classes(2);
    RiskCoverage curve =
        Evaluation.of(
                Estimates.builder(classes)
                    .add("a", "a", classes.get(0), new double[] {0.9, 0.1})
                    .add("b", "b", classes.get(0), new double[] {0.8, 0.2})
                    .add("c", "c", classes.get(0), new double[] {0.3, 0.7})
                    .add("d", "d", classes.get(0), new double[] {0.6, 0.4})
                    .build(),
                QUICK)
            .riskCoverage();
    assertEquals((0 + 0 + 1 / 3.0 + 1 / 4.0) / 4, curve.area(), 1e-12);
    assertEquals(new RiskCoverage.Point(0.6, 1, 0.25), curve.within(0.3).orElseThrow());
    assertEquals(new RiskCoverage.Point(0.8, 0.5, 0), curve.within(0.1).orElseThrow());
    assertEquals(new RiskCoverage.Point(0.8, 0.5, 0), curve.at(0.4));
  }

  @ParameterizedTest
  @MethodSource("metricsOfLabels")
  void perfectEstimatesAreBestInEveryMetric(Metric metric) {
    List<Label> classes = RandomEstimates.classes(3);
    Estimates.Builder builder = Estimates.builder(classes);
    for (int i = 0; i < 30; i++) {
      double[] scores = new double[3];
      scores[i % 3] = 1;
      builder.add("t" + i, "t" + i, classes.get(i % 3), scores);
    }
    Figure figure = Evaluation.of(builder.build(), QUICK).figure(metric);
    double best = metric.higherIsBetter() ? 1 : 0;
    assertEquals(best, figure.value(), 1e-12);
    assertEquals(best, figure.low(), 1e-12);
    assertEquals(best, figure.high(), 1e-12);
  }

  @ParameterizedTest
  @MethodSource("metricsOfLabels")
  void orderOfItemsAndOfClassesDoesNotMatter(Metric metric) {
    Estimates estimates = RandomEstimates.of(60, 2, 5, 7);
    List<Integer> classOrder = Arrays.asList(3, 0, 4, 2, 1);
    List<Integer> itemOrder = new ArrayList<>();
    for (int i = 0; i < estimates.size(); i++) {
      itemOrder.add(i);
    }
    Collections.shuffle(itemOrder, new Random(5));
    Estimates.Builder builder =
        Estimates.builder(classOrder.stream().map(estimates.classes()::get).toList());
    for (int i : itemOrder) {
      builder.add(
          estimates.id(i),
          estimates.group(i),
          estimates.classes().get(estimates.reference(i)),
          classOrder.stream().mapToDouble(c -> estimates.score(i, c)).toArray());
    }
    Figure expected = Evaluation.of(estimates, QUICK).figure(metric);
    Figure actual = Evaluation.of(builder.build(), QUICK).figure(metric);
    assertEquals(expected.value(), actual.value(), 1e-12);
    assertEquals(expected.low(), actual.low(), 1e-12);
    assertEquals(expected.high(), actual.high(), 1e-12);
  }

  @Test
  void sameSeedGivesTheSameIntervals() {
    Estimates estimates = RandomEstimates.of(50, 3, 4, 1);
    assertEquals(
        Evaluation.of(estimates, QUICK).figures(), Evaluation.of(estimates, QUICK).figures());
  }

  @Test
  void intervalHoldsTheValueAndIsThatOfTheNormalApproximation() {
    List<Label> classes = RandomEstimates.classes(2);
    Estimates.Builder builder = Estimates.builder(classes);
    for (int i = 0; i < 400; i++) {
      double right = i % 4 == 0 ? 0.2 : 0.8;
      builder.add("t" + i, "t" + i, classes.get(0), new double[] {right, 1 - right});
    }
    Figure accuracy =
        Evaluation.of(builder.build(), new EvaluationOptions(1, 15, 2000, 0.95, 3))
            .figure(Metric.ACCURACY);
    double halfWidth = 1.96 * Math.sqrt(0.75 * 0.25 / 400);
    assertEquals(0.75 - halfWidth, accuracy.low(), 0.006);
    assertEquals(0.75 + halfWidth, accuracy.high(), 0.006);
  }

  @Test
  void itemsOfOneGroupAreDrawnTogether() {
    List<Label> classes = RandomEstimates.classes(2);
    Estimates.Builder grouped = Estimates.builder(classes);
    Estimates.Builder single = Estimates.builder(classes);
    for (int i = 0; i < 400; i++) {
      double right = i / 40 % 2 == 0 ? 0.2 : 0.8;
      double[] scores = {right, 1 - right};
      grouped.add("t" + i, "artist" + i / 40, classes.get(0), scores);
      single.add("t" + i, "t" + i, classes.get(0), scores);
    }
    Evaluation byArtist = Evaluation.of(grouped.build(), QUICK);
    Figure wide = byArtist.figure(Metric.ACCURACY);
    Figure narrow = Evaluation.of(single.build(), QUICK).figure(Metric.ACCURACY);
    assertEquals(10, byArtist.groupCount());
    assertTrue(wide.high() - wide.low() > 3 * (narrow.high() - narrow.low()));
  }

  @Test
  void trackScoresAreMeansOfItsSegments() {
    List<Label> classes = RandomEstimates.classes(2);
    Estimates tracks =
        Estimates.builder(classes)
            .add("a", "a", classes.get(0), new double[] {0.9, 0.1})
            .add("b", "b", classes.get(1), new double[] {0.5, 0.5})
            .add("a", "a", classes.get(0), new double[] {0.2, 0.8})
            .build()
            .byTrack();
    assertEquals(2, tracks.size());
    assertEquals(0.55, tracks.score(0, 0), 1e-12);
    assertEquals(0.45, tracks.score(0, 1), 1e-12);
    assertEquals("b", tracks.id(1));
  }

  @Test
  void modelOfMoreClassesThanTheDataIsEvaluatedBothWays() {
    List<Label> classes = RandomEstimates.classes(3);
    Estimates estimates =
        Estimates.builder(classes)
            .add("a", "a", classes.get(0), new double[] {0.3, 0.2, 0.5})
            .add("b", "b", classes.get(1), new double[] {0.1, 0.8, 0.1})
            .build();
    TrackEvaluation evaluation = TrackEvaluation.of(Judged.of(estimates), QUICK);
    assertEquals(0.5, evaluation.tracks().figure(Metric.ACCURACY).value());
    Evaluation restricted = evaluation.restricted();
    assertNotNull(restricted);
    assertEquals(1, restricted.figure(Metric.ACCURACY).value());
    ConfusionMatrix confusion = restricted.confusion();
    assertNotNull(confusion);
    assertEquals(classes.subList(0, 2), confusion.classes());
    assertEquals(List.of(classes.get(2)), evaluation.tracks().classesWithoutRoc());
    assertEquals("a", evaluation.hardest(1).get(0).id());
    assertEquals(List.of(classes.get(2)), evaluation.hardest(1).get(0).estimates());
  }

  @Test
  void modelOfTheClassesOfTheDataIsNotRestricted() {
    assertNull(TrackEvaluation.of(Judged.of(RandomEstimates.of(40, 1, 3, 2)), QUICK).restricted());
  }
}
