package io.auricle.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What holds for every set of points. */
final class ExploreLawsTest {
  private static Points noise(int rows, int columns) {
    Random random = new Random(440);
    double[] values = new double[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian() * (1 + i % columns);
    }
    return Points.of(rows, columns, values);
  }

  @Test
  void directionsAreOrthonormalAndSharesFallAndSumToOne() {
    Pca pca = Pca.of(noise(50, 6), 6);
    for (int a = 0; a < 6; a++) {
      for (int b = 0; b < 6; b++) {
        double product = 0;
        for (int i = 0; i < 6; i++) {
          product += pca.directions().at(a, i) * pca.directions().at(b, i);
        }
        assertEquals(a == b ? 1 : 0, product, 1e-12);
      }
      assertTrue(a == 0 || pca.varianceShares().get(a) <= pca.varianceShares().get(a - 1));
    }
    assertEquals(1, pca.varianceShares().stream().mapToDouble(d -> d).sum(), 1e-12);
  }

  @Test
  void moreColumnsThanRowsGiveTheSameComponentsAsTheirTranspose() {
    Points wide = noise(12, 1200);
    Pca direct = Pca.of(wide, 4);
    // Turned into its own 11 components, nothing of the points is lost.
    Points narrow = Pca.of(wide, 11).scores();
    RecordedSetsTest.assertSameUpToSign(direct.scores(), Pca.of(narrow, 4).scores(), 1e-9);
  }

  @Test
  void moreComponentsThanColumnsAreRefused() {
    assertMessage(
        "components=7 must be in [1, 6], the smaller of rows=50 less one and columns=6",
        () -> Pca.of(noise(50, 6), 7));
    assertMessage(
        "all rows are the same: there is nothing to see",
        () -> Pca.of(Points.of(3, 1, new double[] {2, 2, 2}), 1));
  }

  @Test
  void sameSeedSameClustersForAnyNumberOfThreads() {
    Points points = noise(400, 5);
    KMeans one = KMeans.of(points, KMeansOptions.of(7, 3), 1);
    KMeans three = KMeans.of(points, KMeansOptions.of(7, 3), 3);
    assertEquals(one, three);
    for (int c = 1; c < 7; c++) {
      assertTrue(
          Collections.frequency(one.assignment(), c)
              <= Collections.frequency(one.assignment(), c - 1));
    }
  }

  @Test
  void asManyClustersAsPointsHaveNoInertia() {
    KMeans clusters = KMeans.of(noise(9, 3), KMeansOptions.of(9, 1), 1);
    assertEquals(0, clusters.inertia());
    assertEquals(9, new HashSet<>(clusters.assignment()).size());
  }

  @Test
  void clustersWithoutPointsAreRefused() {
    Points twins = Points.of(4, 1, new double[] {1, 1, 5, 5});
    assertMessage(
        "clusters=3 must be at most the number of different rows",
        () -> KMeans.of(twins, KMeansOptions.of(3, 1), 1));
    assertMessage(
        "clusters=5 must be at most rows=4", () -> KMeans.of(twins, KMeansOptions.of(5, 1), 1));
  }

  @Test
  void farGroupsHaveASilhouetteOfOneAndALonePointOfZero() {
    Points points = Points.of(5, 1, new double[] {0, 1e-9, 10, 10, -10});
    Silhouette silhouette = Silhouette.of(points, List.of(0, 0, 1, 1, 2), 1);
    assertEquals(List.of(1.0, 1.0, 0.0), rounded(silhouette.groupMeans()));
    assertEquals(0.8, silhouette.mean(), 1e-8);
  }

  @Test
  void oneGroupHasNoSilhouette() {
    assertMessage(
        "group sizes=[3] must be at least two, none empty",
        () -> Silhouette.of(noise(3, 2), List.of(0, 0, 0), 1));
  }

  @Test
  void aPictureThatIsItsSpaceIsTrustworthyAndAShuffledOneIsNot() {
    Points points = noise(200, 2);
    assertEquals(1, Trustworthiness.of(points, points, 10, 2));
    assertEquals(0.5, Trustworthiness.of(points, new Shuffled(points, 1).points(), 10, 2), 0.05);
  }

  @Test
  void layoutIsTheSameForAnyNumberOfThreads() {
    Points points = noise(150, 4);
    TsneOptions options = new TsneOptions(10, 300, 0.5);
    assertEquals(Tsne.of(points, options, 1, done -> {}), Tsne.of(points, options, 3, done -> {}));
  }

  @Test
  void repulsionByTreeIsThatOfAllPairs() {
    double[] y = noise(300, 2).values().clone();
    y[10] = y[20];
    y[11] = y[21];
    QuadTree tree = new QuadTree(y);
    QuadTree.Repulsion felt = new QuadTree.Repulsion();
    for (int point = 0; point < 300; point++) {
      double weight = 0;
      double force = 0;
      for (int other = 0; other < 300; other++) {
        if (other != point) {
          double dx = y[2 * point] - y[2 * other];
          double dy = y[2 * point + 1] - y[2 * other + 1];
          double q = 1 / (1 + dx * dx + dy * dy);
          weight += q;
          force += q * q * dx;
        }
      }
      tree.repel(point, 0, felt);
      assertEquals(weight, felt.weight, 1e-9);
      assertEquals(force, felt.x, 1e-9);
      tree.repel(point, 0.5, felt);
      assertEquals(weight, felt.weight, 0.02 * weight);
    }
  }

  @Test
  void manyEqualPointsAreLaidOutFinitely() {
    double[] values = new double[120];
    for (int i = 80; i < 120; i++) {
      values[i] = i;
    }
    Points layout = Tsne.of(Points.of(60, 2, values), new TsneOptions(5, 300, 0.5), 2, d -> {});
    assertEquals(60, layout.rows());
  }

  @Test
  void perplexityMustBeBelowTheNumberOfPoints() {
    assertMessage(
        "perplexity=30.0 must be less than rows=30",
        () -> Tsne.of(noise(30, 3), TsneOptions.of(30), 1, done -> {}));
    assertMessage("perplexity=0.5 must be at least 1", () -> TsneOptions.of(0.5));
    assertMessage(
        "rows=2 must be at least 3", () -> Tsne.of(noise(2, 3), TsneOptions.of(1), 1, done -> {}));
  }

  @Test
  void constantColumnsBecomeZero() {
    Points points = Points.of(2, 2, new double[] {7, 1, 7, 3});
    assertEquals(Points.of(2, 2, new double[] {0, -1, 0, 1}), Scaling.STANDARD.apply(points));
    assertEquals(Points.of(2, 2, new double[] {0, 0, 0, 1}), Scaling.MINMAX.apply(points));
    assertEquals(Points.of(2, 2, new double[] {0, 1, 0, 3}), Scaling.NONE.apply(points));
  }

  /** The same points in another order. */
  private record Shuffled(Points original, long seed) {
    Points points() {
      List<Integer> order = new ArrayList<>(IntStream.range(0, original.rows()).boxed().toList());
      Collections.shuffle(order, new Random(seed));
      double[] values = new double[original.rows() * original.columns()];
      for (int row = 0; row < order.size(); row++) {
        for (int c = 0; c < original.columns(); c++) {
          values[row * original.columns() + c] = original.at(order.get(row), c);
        }
      }
      return Points.of(original.rows(), original.columns(), values);
    }
  }

  private static List<Double> rounded(List<Double> values) {
    return values.stream().map(value -> Math.round(1e6 * value) / 1e6).toList();
  }

  private static void assertMessage(String message, Executable run) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, run).getMessage());
  }
}
