package io.auricle.tune;

import io.auricle.text.CsvStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Trials as CSV: a row each, a column for each setting. */
public final class TrialTable {
  private static final List<String> HEAD =
      List.of("trial", "status", "mean", "deviation", "folds", "epochs", "seconds");

  private TrialTable() {}

  static void write(Path file, List<Trial> trials) throws IOException {
    Files.writeString(file, csv(trials, CsvStyle.PLAIN));
  }

  /**
   * The table with its head.
   *
   * @param trials in the order of the rows, one at least
   * @param style of cells and beginning
   */
  public static String csv(List<Trial> trials, CsvStyle style) {
    List<String> keys = List.copyOf(trials.get(0).settings().keySet());
    StringBuilder text = new StringBuilder();
    List<String> cells = new ArrayList<>(HEAD);
    cells.addAll(keys);
    text.append(style.header(cells)).append('\n');
    for (Trial trial : trials) {
      cells =
          new ArrayList<>(
              Arrays.asList(
                  Integer.toString(trial.number()),
                  trial.status().name().toLowerCase(Locale.ROOT),
                  number(trial.mean()),
                  number(trial.deviation()),
                  Integer.toString(trial.best().size()),
                  Integer.toString(trial.epochs()),
                  number(trial.seconds())));
      for (String key : keys) {
        cells.add(text(trial, key));
      }
      append(text, cells, style);
    }
    return text.toString();
  }

  private static void append(StringBuilder text, List<String> cells, CsvStyle style) {
    text.append(style.line(cells)).append('\n');
  }

  /** The value of a setting in one line. */
  public static String text(Trial trial, String key) {
    return TuneFolder.text(trial.settings().getOrDefault(key, ""));
  }

  /** Empty for what is not known. */
  private static String number(@Nullable Double value) {
    return value == null ? "" : String.format(Locale.ROOT, "%.4f", value);
  }
}
