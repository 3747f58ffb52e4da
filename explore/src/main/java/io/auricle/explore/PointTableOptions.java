package io.auricle.explore;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a CSV file is read as points.
 *
 * @param label the column of labels; if empty {@code label} or {@code genre} where there is one,
 *     else a label is taken from a file name such as {@code blues.00000.wav}
 * @param dropped columns that are not features
 * @param sample how many rows to draw by chance; if empty all are read, of which there may be
 *     {@value #MAXIMUM_ROWS}
 * @param seed of the sample
 */
public record PointTableOptions(
    Optional<String> label, List<String> dropped, OptionalInt sample, long seed) {
  /** More points than these cannot be told apart in a picture. */
  public static final int MAXIMUM_ROWS = 50_000;

  public PointTableOptions {
    dropped = List.copyOf(dropped);
    if (sample.isPresent() && (sample.getAsInt() < 3 || sample.getAsInt() > MAXIMUM_ROWS)) {
      throw new IllegalArgumentException(
          "sample=%d must be in [3, %d]".formatted(sample.getAsInt(), MAXIMUM_ROWS));
    }
  }

  /** All rows and columns. */
  public static PointTableOptions all() {
    return new PointTableOptions(Optional.empty(), List.of(), OptionalInt.empty(), 1);
  }
}
