package io.auricle.predict;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The mean of the rows of matrices. Not thread-safe. */
final class MeanRow {
  private double[] sum = new double[0];
  private int count;

  /** Adds all rows; null adds nothing. */
  void add(float @Nullable [][] rows) {
    if (rows == null) {
      return;
    }
    for (float[] row : rows) {
      sum = count == 0 ? new double[row.length] : sum;
      for (int i = 0; i < row.length; i++) {
        sum[i] += row[i];
      }
      count++;
    }
  }

  /** Empty without any row. */
  Optional<List<Double>> mean() {
    return count == 0
        ? Optional.empty()
        : Optional.of(Arrays.stream(sum).map(value -> value / count).boxed().toList());
  }
}
