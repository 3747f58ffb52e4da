package io.auricle.feature.custom;

import io.auricle.feature.statistics.ColumnSummary;
import io.auricle.feature.statistics.Statistic;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Statistics of each column over all rows. */
final class SummedRows implements ColumnSink {
  private final List<Statistic> statistics;
  private final ColumnSummary[] columns;

  SummedRows(int columns, List<Statistic> statistics) {
    this.statistics = statistics;
    this.columns = new ColumnSummary[columns];
    Arrays.setAll(this.columns, i -> new ColumnSummary(Set.copyOf(statistics)));
  }

  @Override
  public void add(float[] values, int from, int count) {
    for (int i = 0; i < columns.length; i++) {
      columns[i].add(values, from + i, from + count * columns.length, columns.length);
    }
  }

  @Override
  public int ready() {
    return 1;
  }

  @Override
  public int width() {
    return columns.length * statistics.size();
  }

  @Override
  public void take(float[] target, int offset) {
    int at = offset;
    for (ColumnSummary column : columns) {
      for (Statistic statistic : statistics) {
        target[at++] = (float) column.value(statistic);
      }
    }
  }
}
