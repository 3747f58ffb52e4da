package io.auricle.text;

import java.util.regex.Pattern;

/**
 * Numbers in tables of others. NumPy writes an array of one number as {@code [129.2]}, Python's
 * {@code repr} one as {@code np.float64(129.2)}: these are read as the number in them.
 */
public final class CsvNumber {
  private static final Pattern WRAPPED =
      Pattern.compile(
          "(?:(?:np\\.|numpy\\.)?(?:float\\d*|int\\d*|array|tensor))?\\((.*)\\)|\\[(.*)]");

  private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d*,\\d+(?:[eE][+-]?\\d+)?");

  private static final Pattern SEVERAL = Pattern.compile("[^,;\\s]+(?:\\s*[,;\\s]\\s*[^,;\\s]+)+");

  private CsvNumber() {}

  /**
   * The finite number that a cell holds.
   *
   * @param column named in messages
   * @throws IllegalArgumentException if it holds none; the message has column and cell, and what to
   *     do about it
   */
  public static double parse(String column, String cell) {
    if (cell.isEmpty()) {
      throw new IllegalArgumentException(column + " is empty");
    }
    String inside = unwrapped(cell);
    double value;
    try {
      value = Double.parseDouble(inside);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s=%s must be a number%s".formatted(column, cell, hint(inside)), e);
    }
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("%s=%s must be finite".formatted(column, cell));
    }
    return value;
  }

  private static String unwrapped(String cell) {
    String inside = cell.strip();
    var matcher = WRAPPED.matcher(inside);
    while (matcher.matches()) {
      inside = (matcher.group(1) == null ? matcher.group(2) : matcher.group(1)).strip();
      if (inside.endsWith(",")) {
        inside = inside.substring(0, inside.length() - 1).strip();
      }
      matcher = WRAPPED.matcher(inside);
    }
    return inside;
  }

  private static String hint(String inside) {
    if (DECIMAL_COMMA.matcher(inside).matches()) {
      return " with a decimal point: " + inside.replace(',', '.');
    }
    return SEVERAL.matcher(inside).matches() ? "; a cell holds one number, not several" : "";
  }
}
