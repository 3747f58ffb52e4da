package io.auricle.cli.train;

import io.auricle.cli.output.TextTable;
import io.auricle.tune.Trial;
import io.auricle.tune.TrialTable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints trials as a table for people: columns as wide as they need to be. */
final class TrialPrinter {
  private TrialPrinter() {}

  /**
   * Prints the trials in their order.
   *
   * @param trials one at least
   */
  static void print(List<Trial> trials, PrintWriter out) {
    List<String> keys = List.copyOf(trials.get(0).settings().keySet());
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("trial", "mean", "+-", "folds", "s", "status"));
    keys.forEach(key -> head.add(shortened(key, keys)));
    rows.add(head);
    for (Trial trial : trials) {
      List<String> row =
          new ArrayList<>(
              List.of(
                  Integer.toString(trial.number()),
                  number(trial.mean(), 4),
                  number(trial.deviation(), 4),
                  Integer.toString(trial.best().size()),
                  number(trial.seconds(), 1),
                  trial.status().name().toLowerCase(Locale.ROOT)));
      keys.forEach(key -> row.add(TrialTable.text(trial, key)));
      rows.add(row);
    }
    TextTable.print(rows, out);
  }

  /** The last word of a key, unless another ends with it too. */
  private static String shortened(String key, List<String> keys) {
    String last = key.substring(key.lastIndexOf('.') + 1);
    return keys.stream().filter(k -> k.equals(last) || k.endsWith("." + last)).count() > 1
        ? key
        : last;
  }

  private static String number(@Nullable Double value, int decimals) {
    return value == null ? "-" : String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
