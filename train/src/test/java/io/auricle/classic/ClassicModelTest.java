package io.auricle.classic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.auricle.classic.NeighbourOptions.Weights;
import io.auricle.classic.SvmOptions.Scheme;
import io.auricle.classic.model.ClassicModel;
import io.auricle.classic.model.ColumnScaling;
import io.auricle.classic.model.LogisticModel;
import io.auricle.classic.model.Scaler;
import io.auricle.classic.model.SvmModel;
import io.auricle.classic.model.TrainingSet;
import io.auricle.classic.model.TrainingSet.Vector;
import io.auricle.feature.FeatureMatrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ClassicModelTest {
  private static final List<String> LABELS = List.of("rock", "blues", "jazz", "classical");
  private static final int COLUMNS = 9;

  static Stream<ClassicOptions> kinds() {
    return Stream.of(
        new SvmOptions(3.0, 0.0, true, Scheme.ONE_VS_ONE),
        new SvmOptions(3.0, 0.0, true, Scheme.ONE_VS_REST),
        new SvmOptions(3.0, 0.0, false, Scheme.ONE_VS_ONE, true, ColumnScaling.MIN_MAX),
        new LogisticOptions(1.0, 100, 1e-4, false, ColumnScaling.NONE),
        new MultinomialOptions(1.0, 100, 1e-6, true, ColumnScaling.STANDARD),
        new NeighbourOptions(5, Weights.UNIFORM, ColumnScaling.MIN_MAX),
        new LogisticOptions(1.0, 100, 1e-4, false),
        new ForestOptions(60, 5, 0, 0),
        new BoostingOptions(40, 3, 0.2, 0.8, 1.0, 64, 1.0, 1.0),
        new NeighbourOptions(7, Weights.DISTANCE),
        new NeighbourOptions(5, Weights.UNIFORM));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void onnxGivesTheSameScores(ClassicOptions options) throws OrtException {
    ClassicModel model = options.train(clouds(160, 1), 7);
    List<Vector> others = clouds(80, 2).examples();
    float[][] scores = onnx(model.toOnnx(), others);
    for (int i = 0; i < scores.length; i++) {
      double[] expected = model.scores(others.get(i).values());
      for (int label = 0; label < expected.length; label++) {
        assertEquals(expected[label], scores[i][label], 1e-5);
      }
      assertEquals(1, Arrays.stream(expected).sum(), 1e-6);
    }
  }

  /** All kernel values are almost 1, and large coefficients of both signs almost cancel. */
  @ParameterizedTest
  @EnumSource(Scheme.class)
  void tinyGammaIsExportedAsWell(Scheme scheme) {
    ClassicModel model = new SvmOptions(1000.0, 1e-5, true, scheme).train(noisy(200, 5), 7);
    List<FeatureMatrix> others = noisy(80, 6).examples().stream().map(Vector::values).toList();
    assertEquals(0, model.checkExport(model.toOnnx(), others), 1e-6);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void separableCloudsAreToldApart(ClassicOptions options) {
    ClassicModel model = options.train(clouds(160, 1), 7);
    List<Vector> others = clouds(200, 3).examples();
    long right = others.stream().filter(v -> best(model.scores(v.values())) == v.label()).count();
    assertTrue(right >= 180, "right=" + right + " of 200");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void sameSeedGivesTheSameBytes(ClassicOptions options) {
    byte[] first = options.train(clouds(160, 1), 7).toOnnx();
    assertArrayEquals(first, options.train(clouds(160, 1), 7).toOnnx());
  }

  @Test
  void filesOfTheLibrariesAreWritten(@TempDir Path folder) throws IOException {
    new SvmOptions(3.0, 0.0, true, Scheme.ONE_VS_ONE).train(clouds(80, 1), 7).save(folder);
    new LogisticOptions(1.0, 100, 1e-4, false).train(clouds(80, 1), 7).save(folder);
    new BoostingOptions(5, 3, 0.1, 0.8, 1.0, 64, 1.0, 1.0).train(clouds(80, 1), 7).save(folder);
    for (String name : List.of("svm.tribuo", "logistic.tribuo", "xgboost.json")) {
      assertTrue(Files.size(folder.resolve(name)) > 1000, name);
    }
  }

  @Test
  void marginsAgreeWithLibSvmsOwnDecision() {
    SvmModel model =
        (SvmModel) new SvmOptions(3.0, 0.0, false, Scheme.ONE_VS_ONE).train(clouds(160, 1), 7);
    for (Vector vector : clouds(80, 4).examples()) {
      assertEquals(model.vote(vector.values()), mostPairs(model.pairMargins(vector.values())));
    }
  }

  @Test
  void logisticScoresAreTheLibrarysOwn() {
    LogisticModel model =
        (LogisticModel) new LogisticOptions(1.0, 100, 1e-4, false).train(clouds(80, 1), 7);
    for (Vector vector : clouds(20, 4).examples()) {
      double[] scores = model.scores(vector.values());
      for (int label = 0; label < scores.length; label++) {
        double expected = model.libraryScore(vector.values(), LABELS.get(label));
        assertEquals(expected, scores[label], 1e-9);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Scheme.class)
  void calibratedScoresAreNeitherBoldNorTimid(Scheme scheme) {
    TrainingSet noisy = noisy(600, 5);
    ClassicModel model = new SvmOptions(1.0, 0.0, false, scheme).train(noisy, 7);
    double confidence = 0;
    double right = 0;
    List<Vector> others = noisy(1000, 6).examples();
    for (Vector vector : others) {
      double[] scores = model.scores(vector.values());
      confidence += scores[best(scores)] / others.size();
      right += best(scores) == vector.label() ? 1.0 / others.size() : 0;
    }
    assertEquals(right, confidence, 0.06);
  }

  @Test
  void columnThatNeverChangesIsIgnored() {
    FeatureMatrix one = FeatureMatrix.of(1, 2, new float[] {5, 1});
    FeatureMatrix two = FeatureMatrix.of(1, 2, new float[] {5, 3});
    TrainingSet data =
        new TrainingSet(
            List.of("a", "b"), List.of(new Vector("x", 0, one), new Vector("y", 1, two)));
    double[] scaled =
        Scaler.fit(ColumnScaling.STANDARD, data).apply(FeatureMatrix.of(1, 2, new float[] {99, 3}));
    assertArrayEquals(new double[] {0, 1}, scaled, 1e-9);
  }

  @Test
  void labelWithoutExampleIsNamed() {
    FeatureMatrix row = FeatureMatrix.of(1, 1, new float[] {5});
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new TrainingSet(List.of("a", "b"), List.of(new Vector("x", 0, row))));
    assertEquals("label=b must have at least one example to learn from", e.getMessage());
  }

  private static String mostPairs(double[] margins) {
    int[] votes = new int[LABELS.size()];
    int pair = 0;
    for (int i = 0; i < votes.length; i++) {
      for (int j = i + 1; j < votes.length; j++) {
        votes[margins[pair++] > 0 ? i : j]++;
      }
    }
    double[] counts = Arrays.stream(votes).asDoubleStream().toArray();
    return LABELS.get(best(counts));
  }

  private static int best(double[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    return best;
  }

  private static TrainingSet clouds(int n, long seed) {
    return data(n, seed, 1);
  }

  private static TrainingSet noisy(int n, long seed) {
    return data(n, seed, 4);
  }

  /** Clouds around one corner a label; columns of very different sizes. */
  private static TrainingSet data(int n, long seed, double spread) {
    Random random = new Random(seed);
    List<Vector> examples = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      int label = (i + 2) % LABELS.size();
      float[] row = new float[COLUMNS];
      for (int c = 0; c < COLUMNS; c++) {
        double centre = c % LABELS.size() == label ? 2 : 0;
        row[c] = (float) ((centre + spread * 0.7 * random.nextGaussian()) * Math.pow(10, c - 3));
      }
      examples.add(new Vector("track" + i, label, FeatureMatrix.of(1, COLUMNS, row)));
    }
    return new TrainingSet(LABELS, examples);
  }

  private static float[][] onnx(byte[] model, List<Vector> vectors) throws OrtException {
    float[][] rows = vectors.stream().map(v -> v.values().toArray()).toArray(float[][]::new);
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(model);
        OnnxTensor input = OnnxTensor.createTensor(environment, rows);
        OrtSession.Result result = session.run(Map.of("features", input))) {
      return (float[][]) result.get(0).getValue();
    }
  }
}
