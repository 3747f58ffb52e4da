package io.auricle.explore;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Points with names and labels.
 *
 * @param title what the points are, for instance the name of the file they came from
 * @param columns a name for each dimension
 * @param rows what each point is about
 * @param points the points
 * @param warnings what is to be known of the file they came from
 */
public record PointTable(
    String title, List<String> columns, List<Row> rows, Points points, List<String> warnings) {
  /**
   * What a point is about.
   *
   * @param name of the track, or of its piece
   * @param label of the track, or null if it has none
   */
  public record Row(String name, @Nullable String label) {}

  public PointTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    warnings = List.copyOf(warnings);
    if (columns.size() != points.columns() || rows.size() != points.rows()) {
      throw new IllegalArgumentException(
          "columns=%d and rows=%d must be those of the points, %d and %d"
              .formatted(columns.size(), rows.size(), points.columns(), points.rows()));
    }
  }

  /** As above, with nothing to be known. */
  public PointTable(String title, List<String> columns, List<Row> rows, Points points) {
    this(title, columns, rows, points, List.of());
  }

  /** The labels that occur, in alphabetical order. */
  public List<String> labels() {
    return rows.stream().map(Row::label).filter(Objects::nonNull).distinct().sorted().toList();
  }

  /** The columns that have the same value in every row. */
  public List<String> constantColumns() {
    boolean[] changes = new boolean[columns.size()];
    for (int row = 1; row < rows.size(); row++) {
      for (int column = 0; column < changes.length; column++) {
        changes[column] |= points.at(row, column) != points.at(0, column);
      }
    }
    return IntStream.range(0, changes.length)
        .filter(column -> !changes[column])
        .mapToObj(columns::get)
        .toList();
  }

  /** The same without some columns. */
  PointTable without(Set<String> dropped) {
    int[] kept =
        IntStream.range(0, columns.size())
            .filter(column -> !dropped.contains(columns.get(column)))
            .toArray();
    double[] values = new double[rows.size() * kept.length];
    for (int row = 0; row < rows.size(); row++) {
      for (int i = 0; i < kept.length; i++) {
        values[row * kept.length + i] = points.at(row, kept[i]);
      }
    }
    return new PointTable(
        title,
        Arrays.stream(kept).mapToObj(columns::get).toList(),
        rows,
        Points.wrap(rows.size(), kept.length, values),
        warnings);
  }
}
