package io.auricle.library.song;

import java.util.Collections;
import java.util.List;

/**
 * How songs lie by what a model says of them, or by a text that many have in common. Asking for
 * each song by itself takes five times as long as reading all of it from an index, which these
 * statements do.
 *
 * @param statements each gives rows of numbers of songs, with commas between them, and their label;
 *     without a label each number has its key behind a space. Later ones hold in place of earlier
 * @param labels all that there are; nothing if the rows come in the order of their labels
 * @param descending whether the highest comes first; songs of which nothing is known are last
 */
public record SongOrder(List<Statement> statements, List<String> labels, boolean descending) {
  /** A statement with its parameters. */
  public record Statement(String sql, List<Object> values) {
    public Statement {
      values = List.copyOf(values);
    }
  }

  public SongOrder {
    statements = List.copyOf(statements);
    labels = labels.stream().sorted().toList();
  }

  /**
   * The place of a label among all; one that is not among them lies between its neighbours.
   *
   * @param row that has it
   */
  int place(String label, int row) {
    if (labels.isEmpty()) {
      return row;
    }
    int found = Collections.binarySearch(labels, label);
    return found >= 0 ? 2 * found + 1 : -2 * (found + 1);
  }
}
