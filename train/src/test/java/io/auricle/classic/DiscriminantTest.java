package io.auricle.classic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.auricle.classic.model.ClassicModel;
import io.auricle.classic.model.ColumnScaling;
import io.auricle.classic.model.TrainingSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiscriminantTest {
  /**
   * The scores of LinearDiscriminantAnalysis(solver="lsqr"), scikit-learn 1.7, on the same data.
   */
  @Test
  void scoresOfScikitLearn() {
    assertScores(0.3, 0.08119474, 0.0037166, 0.91508867, 0.97103191, 0.01261671, 0.01635138);
    assertScores(0.05, 0.08472421, 0.00268828, 0.91258751, 0.96956738, 0.01155261, 0.01888);
  }

  /** Classes of 10, 10 and 20 examples. */
  @Test
  void balancedTakesTheSharesOfClassesOut() {
    double[] shares =
        options(0.3, false, ColumnScaling.NONE)
            .train(Waves.data(), 1)
            .scores(Waves.queries().get(0));
    double[] equal =
        options(0.3, true, ColumnScaling.NONE)
            .train(Waves.data(), 1)
            .scores(Waves.queries().get(0));
    assertEquals(shares[0] / shares[1], equal[0] / equal[1], 1e-9);
    assertEquals(shares[0] / shares[2] * 2, equal[0] / equal[2], 1e-9);
  }

  @Test
  void theWrittenModelSaysTheSame() {
    ClassicModel model = options(0.2, true, ColumnScaling.STANDARD).train(Waves.data(), 1);
    assertEquals(0, model.checkExport(model.toOnnx(), Waves.queries()), 1e-5);
  }

  /**
   * Fewer examples than columns: only the shrinkage makes the covariance one that can be solved.
   */
  @Test
  void columnsThatNeverChangeAreNoFault() {
    double[] row = new double[Waves.COLUMNS];
    List<TrainingSet.Vector> two = new ArrayList<>();
    for (int label = 0; label < 2; label++) {
      row[1] = label;
      two.add(Waves.vector(label, row));
      row[1] = label + 0.1;
      two.add(Waves.vector(label, row));
    }
    TrainingSet few = new TrainingSet(List.of("a", "b"), two);
    ClassicModel model = options(0.3, false, ColumnScaling.COMMON).train(few, 1);
    row[1] = 0.9;
    double[] scores = model.scores(Waves.matrix(row));
    assertEquals(1, scores[0] + scores[1], 1e-12);
    assertEquals(1, scores[1], 0.05);
  }

  @Test
  void shrinkageIsAShare() {
    for (double wrong : new double[] {0, -1, 1.01, Double.NaN}) {
      String message =
          assertThrows(
                  IllegalArgumentException.class, () -> options(wrong, false, ColumnScaling.NONE))
              .getMessage();
      assertEquals(
          "shrinkage=" + wrong,
          String.valueOf(message).substring(0, ("shrinkage=" + wrong).length()));
    }
  }

  private static void assertScores(double shrinkage, double... expected) {
    ClassicModel model = options(shrinkage, false, ColumnScaling.NONE).train(Waves.data(), 1);
    for (int q = 0; q < 2; q++) {
      double[] wanted = {expected[3 * q], expected[3 * q + 1], expected[3 * q + 2]};
      assertArrayEquals(wanted, model.scores(Waves.queries().get(q)), 1e-6);
    }
  }

  private static DiscriminantOptions options(
      double shrinkage, boolean balanced, ColumnScaling scaling) {
    return new DiscriminantOptions(shrinkage, balanced, scaling);
  }
}
