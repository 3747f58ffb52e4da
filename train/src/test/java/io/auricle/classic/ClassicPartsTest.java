package io.auricle.classic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.classic.NeighbourOptions.Weights;
import io.auricle.classic.model.ClassicModel;
import io.auricle.classic.model.PlattScaling;
import io.auricle.classic.model.TrainingSet;
import io.auricle.classic.model.TrainingSet.Vector;
import io.auricle.feature.FeatureMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ClassicPartsTest {
  @Test
  void plattScalingFindsTheSigmoidThatMadeTheSides() {
    Random random = new Random(1);
    double[] margins = random.doubles(20_000, -3, 3).toArray();
    boolean[] positive = new boolean[margins.length];
    for (int i = 0; i < margins.length; i++) {
      positive[i] = random.nextDouble() < 1 / (1 + Math.exp(-(1.7 * margins[i] - 0.6)));
    }
    PlattScaling scaling = PlattScaling.fit(margins, positive);
    assertEquals(1.7, scaling.slope(), 0.1);
    assertEquals(-0.6, scaling.offset(), 0.1);
  }

  @Test
  void plattScalingOfSeparableMarginsStaysFinite() {
    double[] margins = new double[100];
    boolean[] positive = new boolean[100];
    for (int i = 0; i < 100; i++) {
      positive[i] = i % 2 == 0;
      margins[i] = positive[i] ? 1 + i * 0.01 : -1 - i * 0.01;
    }
    PlattScaling scaling = PlattScaling.fit(margins, positive);
    assertTrue(scaling.slope() > 1 && scaling.slope() < 1000, scaling.toString());
    assertTrue(scaling.logit(1) > 0 && scaling.logit(-1) < 0, scaling.toString());
  }

  @Test
  void neighbourCountsByItsDistance() {
    // At distances of 2, 1 and 3; scaling changes them all alike.
    TrainingSet data = line(List.of("a", "b"), new float[] {0, 1, 5}, new int[] {0, 1, 0});
    ClassicModel weighted = new NeighbourOptions(3, Weights.DISTANCE).train(data, 1);
    double a = 1 / 2.0 + 1 / 3.0;
    assertArrayEquals(new double[] {a / (a + 1), 1 / (a + 1)}, weighted.scores(row(2)), 1e-6);
    ClassicModel uniform = new NeighbourOptions(3, Weights.UNIFORM).train(data, 1);
    assertArrayEquals(new double[] {2 / 3.0, 1 / 3.0}, uniform.scores(row(2)), 1e-12);
    assertEquals(1, weighted.scores(row(1))[1], 1e-3);
  }

  @Test
  void forestLearnsWhatNoSingleColumnTells() {
    Random random = new Random(2);
    List<Vector> examples = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      float x = random.nextFloat() - 0.5f;
      float y = random.nextFloat() - 0.5f;
      examples.add(new Vector("t" + i, x * y > 0 ? 1 : 0, row(x, y)));
    }
    TrainingSet data = new TrainingSet(List.of("unlike", "alike"), examples);
    ClassicModel model = new ForestOptions(50, 5, 0, 1).train(data, 3);
    assertTrue(model.scores(row(0.3f, 0.3f))[1] > 0.9);
    assertTrue(model.scores(row(-0.3f, 0.3f))[1] < 0.1);
    ClassicModel stump = new ForestOptions(50, 5, 1, 0).train(data, 3);
    assertEquals(0.5, stump.scores(row(0.3f, 0.3f))[1], 0.25);
  }

  @Test
  void minSplitStopsATree() {
    TrainingSet data = line(List.of("a", "b"), new float[] {1, 2, 3, 4}, new int[] {0, 0, 1, 1});
    ClassicModel model = new ForestOptions(200, 5, 0, 0).train(data, 1);
    assertEquals(0.5, model.scores(row(1))[0], 0.1);
  }

  @Test
  void twoLabelsAreEnoughForEveryKind() {
    Random random = new Random(5);
    float[] values = new float[60];
    int[] labels = new int[60];
    for (int i = 0; i < 60; i++) {
      labels[i] = i % 2;
      values[i] = 3 * labels[i] + (float) random.nextGaussian() * 0.3f;
    }
    TrainingSet data = line(List.of("low", "high"), values, labels);
    for (ClassicOptions options :
        List.of(
            new SvmOptions(1.0, 0.0, false, SvmOptions.Scheme.ONE_VS_REST),
            new LogisticOptions(1.0, 100, 1e-4, false),
            new ForestOptions(20, 5, 0, 0),
            new BoostingOptions(20, 3, 0.3, 1.0, 1.0, 64, 1.0, 1.0),
            new NeighbourOptions(7, Weights.DISTANCE))) {
      ClassicModel model = options.train(data, 1);
      assertTrue(model.scores(row(0))[0] > 0.8, options.toString());
      assertTrue(model.scores(row(3))[1] > 0.8, options.toString());
      assertTrue(model.checkExport(model.toOnnx(), List.of(row(0), row(1.4f), row(3))) < 1e-5);
    }
  }

  @Test
  void exportThatDiffersEndsTheRun() {
    TrainingSet data = line(List.of("a", "b"), new float[] {0, 1, 5, 6}, new int[] {0, 0, 1, 1});
    TrainingSet turned = line(List.of("a", "b"), new float[] {0, 1, 5, 6}, new int[] {1, 1, 0, 0});
    LogisticOptions options = new LogisticOptions(1.0, 100, 1e-4, false);
    byte[] other = options.train(turned, 1).toOnnx();
    ClassicModel model = options.train(data, 1);
    assertThrows(IllegalStateException.class, () -> model.checkExport(other, List.of(row(0))));
  }

  @Test
  void badSettingsAreNamed() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> new ForestOptions(0, 5, 0, 0));
    assertEquals("trees=0 must be at least 1", e.getMessage());
    e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new BoostingOptions(5, 3, 0.1, 1.5, 1.0, 64, 1.0, 1.0));
    assertEquals("subsample=1.5 must be in (0, 1]", e.getMessage());
  }

  private static TrainingSet line(List<String> names, float[] values, int[] labels) {
    List<Vector> examples = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      examples.add(new Vector("track" + i, labels[i], row(values[i])));
    }
    return new TrainingSet(names, examples);
  }

  private static FeatureMatrix row(float... values) {
    return FeatureMatrix.of(1, values.length, values);
  }
}
