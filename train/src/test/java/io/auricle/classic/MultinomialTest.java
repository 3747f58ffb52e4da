package io.auricle.classic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.classic.model.ClassicModel;
import io.auricle.classic.model.ColumnScaling;
import org.junit.jupiter.api.Test;

final class MultinomialTest {
  /** The scores of LogisticRegression(C, class_weight), scikit-learn 1.9, on the same data. */
  @Test
  void scoresOfScikitLearn() {
    assertScores(1, false, 0.18277945, 0.0444254, 0.77279514, 0.85280296, 0.05516456, 0.09203249);
    assertScores(
        0.01, false, 0.24750045, 0.22897793, 0.52352162, 0.30722433, 0.26065645, 0.43211923);
    assertScores(0.1, true, 0.3150694, 0.1910448, 0.4938858, 0.60949105, 0.21959288, 0.17091607);
  }

  @Test
  void theWrittenModelSaysTheSame() {
    ClassicModel model = options(0.2, true, ColumnScaling.COMMON).train(Waves.data(), 1);
    assertEquals(0, model.checkExport(model.toOnnx(), Waves.queries()), 1e-5);
  }

  /** The classes can be told apart without fault: only the penalty keeps the weights finite. */
  @Test
  void aHighCostEndsAsWell() {
    double[] scores =
        options(1e6, false, ColumnScaling.STANDARD)
            .train(Waves.data(), 1)
            .scores(Waves.queries().get(1));
    assertTrue(scores[0] > 0.99 && scores[0] <= 1, "score=" + scores[0]);
  }

  @Test
  void costIsAboveZero() {
    for (double wrong : new double[] {0, -1, Double.NaN}) {
      String message =
          assertThrows(
                  IllegalArgumentException.class, () -> options(wrong, false, ColumnScaling.NONE))
              .getMessage();
      assertTrue(String.valueOf(message).startsWith("cost=" + wrong), message);
    }
  }

  private static void assertScores(double cost, boolean balanced, double... expected) {
    ClassicModel model = options(cost, balanced, ColumnScaling.NONE).train(Waves.data(), 1);
    for (int q = 0; q < 2; q++) {
      double[] wanted = {expected[3 * q], expected[3 * q + 1], expected[3 * q + 2]};
      assertArrayEquals(wanted, model.scores(Waves.queries().get(q)), 1e-6);
    }
  }

  private static MultinomialOptions options(double cost, boolean balanced, ColumnScaling scaling) {
    return new MultinomialOptions(cost, 1000, 1e-9, balanced, scaling);
  }
}
