package io.auricle.cli.output;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Rows of cells as a table for people: columns as wide as they need to be. */
public final class TextTable {
  private TextTable() {}

  /**
   * Prints the rows.
   *
   * @param rows all of the same length
   */
  public static void print(List<List<String>> rows, PrintWriter out) {
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < row.size(); c++) {
        int column = c;
        int width = rows.stream().mapToInt(r -> r.get(column).length()).max().orElse(0);
        line.append(String.format(Locale.ROOT, "%-" + (width + 2) + "s", row.get(c)));
      }
      out.println(line.toString().stripTrailing());
    }
  }
}
