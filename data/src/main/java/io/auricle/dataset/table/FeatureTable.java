package io.auricle.dataset.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * Named features of tracks or their pieces: {@code [rows][columns]}. Every value is finite.
 * Immutable.
 */
public final class FeatureTable {
  private final List<String> columns;
  private final List<PieceKey> rows;
  private final double[] values;
  private final List<String> warnings;

  private FeatureTable(
      List<String> columns, List<PieceKey> rows, double[] values, List<String> warnings) {
    this.columns = columns;
    this.rows = rows;
    this.values = values;
    this.warnings = warnings;
  }

  /** Begins a table of these columns. */
  public static Builder builder(List<String> columns) {
    return new Builder(columns);
  }

  /** Collects rows; not thread-safe. */
  public static final class Builder {
    private final List<String> columns;
    private final List<PieceKey> rows = new ArrayList<>();
    private double[] values = new double[1024];
    private List<String> warnings = List.of();

    private Builder(List<String> columns) {
      this.columns = List.copyOf(columns);
      if (columns.isEmpty() || new HashSet<>(columns).size() < columns.size()) {
        throw new IllegalArgumentException(
            "columns=" + columns + " must be at least one, each once");
      }
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException if there is not one finite value for each column
     */
    public Builder add(PieceKey key, double[] row) {
      if (row.length != columns.size()) {
        throw new IllegalArgumentException(
            "%s: row.length=%d must be columns=%d"
                .formatted(key.fileName(), row.length, columns.size()));
      }
      for (int c = 0; c < row.length; c++) {
        if (!Double.isFinite(row[c])) {
          throw new IllegalArgumentException(
              "%s: %s=%s must be finite".formatted(key.fileName(), columns.get(c), row[c]));
        }
      }
      int at = rows.size() * columns.size();
      if (at + row.length > values.length) {
        values = Arrays.copyOf(values, Math.max(2 * values.length, at + row.length));
      }
      System.arraycopy(row, 0, values, at, row.length);
      rows.add(key);
      return this;
    }

    /** Sets what somebody who uses the table has to know. */
    public Builder warn(List<String> texts) {
      warnings = List.copyOf(texts);
      return this;
    }

    /** The table of what was added. */
    public FeatureTable build() {
      return new FeatureTable(
          columns,
          List.copyOf(rows),
          Arrays.copyOf(values, rows.size() * columns.size()),
          warnings);
    }
  }

  public List<String> columns() {
    return columns;
  }

  /** What somebody who uses the table has to know, for instance of a column left out. */
  public List<String> warnings() {
    return warnings;
  }

  /** What each row is about. */
  public List<PieceKey> rows() {
    return rows;
  }

  public double at(int row, int column) {
    return values[row * columns.size() + column];
  }

  /** A copy of a row. */
  public double[] row(int row) {
    return Arrays.copyOfRange(values, row * columns.size(), (row + 1) * columns.size());
  }
}
