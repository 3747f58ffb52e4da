package io.auricle.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.auricle.dataset.DatasetException;
import io.auricle.explore.ExploreOptions.ClusterSpace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole explorations of tables. */
final class ExplorerTest {
  private static PointTable table(int rows, int columns, @Nullable String... labels) {
    Random random = new Random(440);
    double[] values = new double[rows * columns];
    List<PointTable.Row> about = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      String label = labels.length == 0 ? null : labels[row % labels.length];
      about.add(new PointTable.Row("track " + row, label));
      for (int column = 0; column < columns; column++) {
        values[row * columns + column] =
            random.nextGaussian() + (labels.length == 0 ? 0 : 9 * (row % labels.length));
      }
    }
    return new PointTable(
        "test",
        IntStream.range(0, columns).mapToObj(c -> "f" + c).toList(),
        about,
        Points.of(rows, columns, values));
  }

  private static ExploreWishes wishes(
      boolean tsne, @Nullable Integer components, @Nullable Double perplexity) {
    return new ExploreWishes(
        Scaling.STANDARD, components, null, ClusterSpace.FEATURES, tsne, perplexity, 250, 1);
  }

  private static Exploration explore(PointTable table, ExploreWishes wishes) {
    return Explorer.explore(table, ExploreOptions.suiting(table, wishes), 2, done -> {});
  }

  @Test
  void groupsFarApartAreFoundByEveryView() {
    Exploration found = explore(table(60, 4, "hiss", "hum"), wishes(true, null, null));
    assertEquals(List.of("hiss", "hum"), found.labels());
    // Groups of deviation 1 in 4 dimensions, 18 apart: 1 - sqrt(8) / sqrt(18^2 + 8), nearly.
    assertEquals(0.845, measured(found.byLabel()).mean(), 0.03);
    assertEquals(measured(found.byLabel()).mean(), measured(found.byCluster()).mean(), 1e-12);
    assertEquals(30, found.count(1));
    for (int row = 2; row < 60; row++) {
      assertEquals(
          found.clusters().assignment().get(row % 2), found.clusters().assignment().get(row));
    }
    assertNotNull(found.trustworthiness());
    assertEquals(List.of(), found.notes());
  }

  @Test
  void constantColumnsAreLeftOutAndNamed() {
    PointTable table = table(20, 3, "a", "b");
    double[] values = table.points().values().clone();
    for (int i = 1; i < values.length; i += 3) {
      values[i] = 7;
    }
    PointTable constant =
        new PointTable("test", table.columns(), table.rows(), Points.of(20, 3, values));
    Exploration found = explore(constant, wishes(false, null, null));
    assertEquals(List.of("f0", "f2"), found.table().columns());
    assertEquals(List.of("The same in every row and left out: f1."), found.notes());
    assertEquals(2, found.pca().varianceShares().size());
  }

  @Test
  void oneLabelHasNoSilhouette() {
    Exploration found = explore(table(20, 3, "rock"), wishes(false, null, null));
    assertNull(found.byLabel());
    assertEquals(List.of("All labels are rock: labels have no silhouette."), found.notes());
  }

  @Test
  void rowsWithoutLabelAreDrawnAndNotMeasured() {
    Exploration found = explore(table(21, 3, "rock", "jazz", null), wishes(false, null, null));
    assertEquals(-1, found.groups().get(2));
    assertEquals(14, measured(found.byLabel()).values().size());
    assertEquals(List.of("7 of 21 rows have no label."), found.notes());
  }

  @Test
  void oneColumnIsALine() {
    Exploration found = explore(table(12, 1, "a", "b"), wishes(true, null, null));
    assertEquals(List.of(1.0, 0.0), found.pca().varianceShares());
    assertEquals(2, found.pca().scores().columns());
  }

  @Test
  void wishesThatDoNotSuitAreRefused() {
    PointTable table = table(20, 3, "a", "b");
    assertMessage(
        "components=4 must be at most 3: there are 3 columns that change and 20 rows",
        () -> explore(table, wishes(false, 4, null)));
    assertMessage(
        "perplexity=20.0 must be less than rows=20",
        () -> explore(table, wishes(true, null, 20.0)));
    assertMessage("components=1 must be at least 2", () -> explore(table, wishes(false, 1, null)));
    PointTable same =
        new PointTable("test", List.of("x"), table.rows(), Points.of(20, 1, new double[20]));
    assertMessage(
        "all rows are the same: there is nothing to see",
        () -> explore(same, wishes(false, null, null)));
  }

  private static Silhouette measured(@Nullable Silhouette silhouette) {
    return Objects.requireNonNull(silhouette);
  }

  private static double figure(Map<String, Double> figures, String name) {
    return Objects.requireNonNull(figures.get(name), name);
  }

  private static void assertMessage(String message, Executable run) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, run).getMessage());
  }

  /** Recorded with scikit-learn by {@code tools/golden/explore.py}. */
  @ParameterizedTest
  @ValueSource(strings = {"STANDARD", "MINMAX"})
  void publishedTableLooksAsWithScikitLearn(Scaling scaling) throws DatasetException {
    String data = System.getProperty("auricle.data", "");
    Path file = Path.of(data, "gtzan-features/features_30_sec.csv");
    assumeTrue(!data.isEmpty() && Files.exists(file), "auricle.data names no folder with " + file);
    Map<String, Double> figures = RecordedSet.figures("gtzan57");
    PointTable table = PointTableFile.read(file, PointTableOptions.all());
    ExploreWishes wishes =
        new ExploreWishes(scaling, 3, 10, ClusterSpace.FEATURES, true, null, 1000, 1);
    Exploration found = explore(table, wishes);
    String kind = scaling.name().toLowerCase(Locale.ROOT) + ".";
    for (int c = 0; c < 3; c++) {
      double share = found.pca().varianceShares().get(c);
      assertEquals(figure(figures, kind + "varianceShare" + c), share, 1e-9);
    }
    assertEquals(figure(figures, kind + "silhouette"), measured(found.byLabel()).mean(), 1e-6);
    assertEquals(1, found.clusters().inertia() / figure(figures, kind + "inertia"), 0.01);
    double trust = Objects.requireNonNull(found.trustworthiness());
    assertEquals(figure(figures, kind + "trustworthiness"), trust, 0.01);
  }
}
