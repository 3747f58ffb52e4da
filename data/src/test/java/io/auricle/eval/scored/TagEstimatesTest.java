package io.auricle.eval.scored;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.eval.metric.Evaluation;
import io.auricle.eval.metric.EvaluationOptions;
import io.auricle.eval.metric.Metric;
import io.auricle.eval.metric.RandomEstimates;
import io.auricle.label.Label;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TagEstimatesTest {
  private static final List<Label> TAGS = RandomEstimates.classes(2);

  @Test
  void scoreThatIsNotANumberNamesTheItem() {
    assertMessage(
        "t1: scores[0]=NaN must be in [0, 1]", () -> add(List.of(), new double[] {Double.NaN, 0}));
  }

  @Test
  void tagThatTheModelDoesNotKnowIsNamed() {
    assertMessage(
        "t1: reference=polka must be one of the model's classes [class0, class1]",
        () -> add(List.of(new Label("polka")), new double[] {0.5, 0.5}));
  }

  @Test
  void scoresNeedNotAddUpToOneAndNoTagIsFine() {
    TagEstimates estimates = add(List.of(), new double[] {0.9, 0.8}).build();
    assertEquals(List.of(), estimates.references(0));
    assertEquals(TAGS, estimates.estimates(0, Thresholds.even(TAGS)));
  }

  @Test
  void piecesOfATrackMustAgree() {
    TagEstimates estimates =
        add(TAGS, new double[] {1, 1}).add("t1", "g", List.of(), new double[] {1, 1}).build();
    assertMessage(
        "t1: all segments of a track must have the same tags and one group", estimates::byTrack);
  }

  @Test
  void thresholdsOfOtherTagsAreRefused() {
    TagEstimates estimates = add(TAGS, new double[] {1, 1}).build();
    Thresholds others = Thresholds.even(RandomEstimates.classes(3));
    assertThrows(
        IllegalArgumentException.class,
        () -> Evaluation.of(estimates, others, EvaluationOptions.defaults()));
  }

  @Test
  void meanOfNoTagWithAnAreaIsNoNumberRatherThanZero() {
    TagEstimates estimates = add(TAGS, new double[] {1, 1}).build();
    EvaluationOptions options = new EvaluationOptions(1, 15, 5, 0.95, 1);
    Evaluation evaluation = Evaluation.of(estimates, Thresholds.even(TAGS), options);
    assertTrue(Double.isNaN(evaluation.figure(Metric.ROC_AUC_MACRO).value()));
    assertEquals(TAGS, evaluation.classesWithoutRoc());
  }

  private static TagEstimates.Builder add(List<Label> tags, double[] scores) {
    return TagEstimates.builder(TAGS).add("t1", "g", tags, scores);
  }

  private static void assertMessage(String message, Executable executable) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, executable).getMessage());
  }
}
