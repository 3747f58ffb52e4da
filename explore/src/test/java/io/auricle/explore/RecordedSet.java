package io.auricle.explore;

import io.auricle.dataset.CsvFile;
import io.auricle.dataset.DatasetException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Points and what scikit-learn makes of them, recorded by {@code tools/golden/explore.py}.
 *
 * @param points the coordinates
 * @param groups of the points
 * @param components the first principal components
 * @param silhouettes of the points by the groups
 * @param figures by name
 */
record RecordedSet(
    Points points,
    List<Integer> groups,
    Points components,
    List<Double> silhouettes,
    Map<String, Double> figures) {
  static RecordedSet of(String name) {
    try {
      CsvFile csv = CsvFile.read(file(name + ".csv"), List.of("group"));
      return new RecordedSet(
          points(csv, "x\\d+"),
          column(csv, "group").stream().map(Double::intValue).toList(),
          points(csv, "pc\\d+"),
          column(csv, "silhouette"),
          figures(name));
    } catch (DatasetException e) {
      throw new AssertionError(e);
    }
  }

  static Map<String, Double> figures(String name) {
    try {
      CsvFile csv = CsvFile.read(file(name + ".figures.csv"), List.of("figure", "value"));
      Map<String, Double> figures = new HashMap<>();
      for (CsvFile.Row row : csv.rows()) {
        if (!row.cells().get(0).matches("sklearn|numpy")) {
          figures.put(row.cells().get(0), Double.valueOf(row.cells().get(1)));
        }
      }
      return figures;
    } catch (DatasetException e) {
      throw new AssertionError(e);
    }
  }

  double figure(String name) {
    return Objects.requireNonNull(figures.get(name), name);
  }

  private static Points points(CsvFile csv, String columns) {
    List<String> names = csv.columns().stream().filter(c -> c.matches(columns)).toList();
    double[] values = new double[csv.rows().size() * names.size()];
    for (int c = 0; c < names.size(); c++) {
      List<Double> column = column(csv, names.get(c));
      for (int row = 0; row < column.size(); row++) {
        values[row * names.size() + c] = column.get(row);
      }
    }
    return Points.of(csv.rows().size(), names.size(), values);
  }

  private static List<Double> column(CsvFile csv, String name) {
    return csv.rows().stream().map(row -> Double.valueOf(csv.cell(row, name))).toList();
  }

  private static Path file(String name) {
    return Path.of(
        URI.create(
            Objects.requireNonNull(RecordedSet.class.getResource("/golden/explore/" + name), name)
                .toString()));
  }
}
