package io.auricle.eval.scored;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.auricle.eval.metric.RandomEstimates;
import io.auricle.label.Label;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class EstimatesTest {
  private static final List<Label> CLASSES = RandomEstimates.classes(2);

  @Test
  void scoreThatIsNotANumberNamesTheItem() {
    assertMessage(
        "t1: scores[1]=NaN must be in [0, 1]",
        () -> add("t1", CLASSES.get(0), new double[] {0.5, Double.NaN}));
  }

  @Test
  void scoresThatAreNoProbabilitiesNameTheSum() {
    assertMessage(
        "t1: scores add up to 1.5, must be 1; were they made by a softmax?",
        () -> add("t1", CLASSES.get(0), new double[] {0.5, 1}));
  }

  @Test
  void scoresOfOtherClassesNameBothNumbers() {
    assertMessage(
        "t1: scores=3 must be as many as classes=2",
        () -> add("t1", CLASSES.get(0), new double[] {0.5, 0.5, 0}));
  }

  @Test
  void labelThatTheModelDoesNotKnowIsNamed() {
    assertMessage(
        "t1: reference=polka must be one of the model's classes [class0, class1]",
        () -> add("t1", new Label("polka"), new double[] {0.5, 0.5}));
  }

  @Test
  void nothingCannotBeEvaluated() {
    assertMessage(
        "items=0 must be at least 1: nothing to evaluate",
        () -> Estimates.builder(CLASSES).build());
  }

  @Test
  void segmentsOfATrackMustAgree() {
    Estimates estimates =
        Estimates.builder(CLASSES)
            .add("t1", "a", CLASSES.get(0), new double[] {0.5, 0.5})
            .add("t1", "a", CLASSES.get(1), new double[] {0.5, 0.5})
            .build();
    assertMessage(
        "t1: all segments of a track must have one label and one group", estimates::byTrack);
  }

  @Test
  void classThatTheModelDoesNotHaveCannotBeKept() {
    Estimates estimates = RandomEstimates.of(3, 1, 2, 1);
    assertThrows(
        IllegalArgumentException.class,
        () -> estimates.restrictedTo(List.of(CLASSES.get(0), new Label("polka"))));
  }

  private static void add(String id, Label label, double[] scores) {
    Estimates.builder(CLASSES).add(id, "group", label, scores);
  }

  private static void assertMessage(String message, Executable executable) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, executable).getMessage());
  }
}
