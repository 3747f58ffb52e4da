package io.auricle.eval.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.eval.scored.Estimates;
import io.auricle.label.Label;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final EvaluationOptions QUICK = new EvaluationOptions(2, 15, 300, 0.95, 1);
  private static final List<Label> CLASSES = RandomEstimates.classes(2);

  @Test
  void modelDoesNotDifferFromItself() {
    Estimates estimates = RandomEstimates.of(50, 1, 4, 3);
    Comparison comparison = Comparison.of(estimates, estimates, QUICK);
    comparison
        .differences()
        .forEach((metric, figure) -> assertEquals(new Figure(0, 0, 0), figure, metric.title()));
    assertEquals(new McNemar(0, 0), comparison.mcNemar());
  }

  @Test
  void pairedIntervalOfModelsThatErrAlikeIsNarrowerThanTheirOwn() {
    Estimates first = accuracy(0.6, 0);
    Estimates second = accuracy(0.6, 10);
    Comparison comparison = Comparison.of(first, second, QUICK);
    Figure difference = comparison.differences().getOrDefault(Metric.ACCURACY, new Figure(0, 0, 0));
    Figure own = Evaluation.of(first, QUICK).figure(Metric.ACCURACY);
    assertEquals(10 / 400.0, difference.value(), 1e-12);
    assertTrue(difference.low() > 0, difference.toString());
    assertTrue(3 * (difference.high() - difference.low()) < own.high() - own.low());
    assertEquals(new McNemar(0, 10), comparison.mcNemar());
  }

  @Test
  void eachModelIsSureFromItsOwnScoreOn() {
    Estimates estimates = RandomEstimates.of(50, 1, 2, 3);
    Comparison comparison = Comparison.of(estimates, 1.0, estimates, 0.0, QUICK);
    double none = Evaluation.of(estimates, 1.0, QUICK).figure(Metric.COVERAGE).value();
    assertEquals(1 - none, comparison.difference(Metric.COVERAGE).value(), 1e-12);
    assertEquals(0, comparison.difference(Metric.ACCURACY).value());
  }

  @Test
  void itemsAndClassesAreBroughtIntoOneOrder() {
    Estimates first = RandomEstimates.of(20, 1, 3, 5);
    List<Label> order =
        List.of(first.classes().get(2), first.classes().get(0), first.classes().get(1));
    Estimates turned = first.select(List.of("track7", "track3"), order);
    assertEquals(first.score(3, 2), turned.score(1, 0));
    assertEquals(first.references(7), turned.references(0));
  }

  @Test
  void otherClassesOrTruthsAreNamed() {
    Estimates first = one(CLASSES, CLASSES.get(0));
    List<Label> others = List.of(CLASSES.get(0), new Label("polka"));
    assertMessage(
        "classes=[class0, class1] and [class0, polka] must be the same",
        first,
        one(others, CLASSES.get(0)));
    assertMessage(
        "truth of t=[class0] and [class1] must be the same", first, one(CLASSES, CLASSES.get(1)));
  }

  private static void assertMessage(String message, Estimates first, Estimates second) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> Comparison.of(first, second, QUICK))
            .getMessage());
  }

  private static Estimates one(List<Label> classes, Label reference) {
    return Estimates.builder(classes).add("t", "g", reference, new double[] {0.5, 0.5}).build();
  }

  /** 400 tracks, some share of which is right, and some more. */
  private static Estimates accuracy(double share, int more) {
    SplittableRandom random = new SplittableRandom(8);
    Estimates.Builder builder = Estimates.builder(CLASSES);
    int turned = 0;
    for (int i = 0; i < 400; i++) {
      boolean right = random.nextDouble() < share;
      if (!right && turned < more) {
        right = true;
        turned++;
      }
      builder.add(
          "t" + i,
          "t" + i,
          CLASSES.get(0),
          right ? new double[] {0.9, 0.1} : new double[] {0.2, 0.8});
    }
    return builder.build();
  }
}
