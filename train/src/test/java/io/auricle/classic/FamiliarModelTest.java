package io.auricle.classic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.classic.model.TrainingSet;
import io.auricle.feature.FeatureMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is unlike all examples gets no opinion; the written model says the same. */
final class FamiliarModelTest {
  private static final MultinomialOptions OPTIONS = MultinomialOptions.ofEmbedding(0.1);

  private static FeatureMatrix vector(float... values) {
    return FeatureMatrix.of(1, values.length, values);
  }

  /** Two clouds, along the first and along the second axis. */
  private static TrainingSet clouds() {
    Random random = new Random(7);
    List<TrainingSet.Vector> examples = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      float one = (float) (0.1 * random.nextGaussian());
      float other = (float) (0.1 * random.nextGaussian());
      int label = i % 2;
      examples.add(
          new TrainingSet.Vector(
              "g" + i,
              label,
              label == 0 ? vector(3 + one, other, one) : vector(one, 3 + other, other)));
    }
    return new TrainingSet(List.of("a", "b"), examples);
  }

  @Test
  void nearIsNamedAndFarGetsEvenScores() {
    FamiliarModel model = FamiliarModel.learn(OPTIONS, clouds(), 0.8);
    assertTrue(model.scores(vector(3, 0, 0))[0] > 0.7);
    assertTrue(model.scores(vector(0, 3, 0))[1] > 0.7);
    assertTrue(model.likeness(vector(3, 0, 0)) > 0.99);
    FeatureMatrix far = vector(4, 1, 30);
    assertTrue(model.likeness(far) < 0.3);
    assertArrayEquals(new double[] {0.5, 0.5}, model.scores(far));
    assertTrue(model.unguarded(far)[0] > 0.55);
    assertEquals(3, model.columnCount());
  }

  @Test
  void writtenModelSaysTheSame() {
    FamiliarModel model = FamiliarModel.learn(OPTIONS, clouds(), 0.8);
    List<FeatureMatrix> rows = new ArrayList<>();
    Random random = new Random(8);
    for (int i = 0; i < 100; i++) {
      rows.add(
          vector(
              (float) (3 * random.nextGaussian()),
              (float) (3 * random.nextGaussian()),
              (float) random.nextGaussian()));
    }
    List<FeatureMatrix> clear = model.comparable(rows);
    assertTrue(clear.size() > 90);
    long far = clear.stream().filter(row -> model.likeness(row) < 0.8).count();
    assertTrue(far > 10 && far < 90, "far=" + far);
    assertTrue(model.checkExport(model.toOnnx(), clear) < 1e-4);
  }

  @Test
  void limitMustBeACosine() {
    assertThrows(IllegalArgumentException.class, () -> FamiliarModel.learn(OPTIONS, clouds(), 1.5));
  }
}
