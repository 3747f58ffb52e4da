package io.auricle.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Components, silhouettes, clusters and layouts beside those that scikit-learn finds. */
final class RecordedSetsTest {
  private static final int THREADS = 2;

  /** 1e-6 of the largest score: both programs solve the same eigenproblem in double precision. */
  @ParameterizedTest
  @ValueSource(strings = {"blobs", "units", "roll"})
  void componentsAreThoseOfScikitLearn(String name) {
    RecordedSet set = RecordedSet.of(name);
    Pca pca = Pca.of(set.points(), 3);
    assertSameUpToSign(set.components(), pca.scores(), 1e-6);
    for (int c = 0; c < 3; c++) {
      assertEquals(set.figure("varianceShare" + c), pca.varianceShares().get(c), 1e-9);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"blobs", "units", "roll"})
  void silhouettesAreThoseOfScikitLearn(String name) {
    RecordedSet set = RecordedSet.of(name);
    Silhouette silhouette = Silhouette.of(set.points(), set.groups(), THREADS);
    for (int row = 0; row < set.points().rows(); row++) {
      assertEquals(set.silhouettes().get(row), silhouette.values().get(row), 1e-6, "row " + row);
    }
    assertEquals(set.figure("silhouette"), silhouette.mean(), 1e-6);
  }

  /** Within 1 % above; a better result than the recorded one is welcome. */
  @ParameterizedTest
  @ValueSource(strings = {"blobs", "units", "roll"})
  void clustersAreAsTightAsThoseOfScikitLearn(String name) {
    RecordedSet set = RecordedSet.of(name);
    KMeansOptions options = KMeansOptions.of((int) set.figure("clusters"), 1);
    KMeans clusters = KMeans.of(set.points(), options, THREADS);
    assertEquals(1, clusters.inertia() / set.figure("inertia"), 0.01);
  }

  @ParameterizedTest
  @ValueSource(strings = {"blobs", "units", "roll"})
  void layoutsKeepNeighboursAsThoseOfScikitLearn(String name) {
    RecordedSet set = RecordedSet.of(name);
    Points layout = Tsne.of(set.points(), TsneOptions.of(30), THREADS, done -> {});
    double trust = Trustworthiness.of(set.points(), layout, 12, THREADS);
    assertEquals(set.figure("trustworthiness"), trust, 0.01);
  }

  /** The way of large matrices, tried on small ones. */
  @ParameterizedTest
  @ValueSource(strings = {"blobs", "units"})
  void krylovIterationFindsTheSameDirections(String name) {
    Points points = RecordedSet.of(name).points();
    double[] centred = points.values().clone();
    double[] means = points.means();
    for (int i = 0; i < centred.length; i++) {
      centred[i] -= means[i % means.length];
    }
    DMatrixRMaj matrix = DMatrixRMaj.wrap(points.rows(), points.columns(), centred);
    DMatrixRMaj directions = LeadingDirections.of(matrix, 2, 0);
    Points expected = Pca.of(points, 2).directions();
    for (int i = 0; i < directions.data.length; i++) {
      assertEquals(expected.values()[i], directions.data[i], 1e-7);
    }
  }

  static void assertSameUpToSign(Points expected, Points actual, double tolerance) {
    for (int c = 0; c < expected.columns(); c++) {
      double product = 0;
      double largest = 0;
      for (int row = 0; row < expected.rows(); row++) {
        product += expected.at(row, c) * actual.at(row, c);
        largest = Math.max(largest, Math.abs(expected.at(row, c)));
      }
      for (int row = 0; row < expected.rows(); row++) {
        assertEquals(
            expected.at(row, c),
            Math.signum(product) * actual.at(row, c),
            tolerance * largest,
            "component %d, row %d".formatted(c, row));
      }
    }
  }
}
