package io.auricle.text;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How tables are written as CSV (RFC 4180, lines end in a line feed). Spreadsheets take a cell that
 * begins with {@code =}, {@code +}, {@code -}, {@code @}, a tab or a line break for a formula, and
 * a file may be named so: such a text gets an apostrophe in front, which spreadsheets know as the
 * mark of a text. Numbers stay as they are. {@link #text} takes the apostrophe away again.
 *
 * @param guarded whether texts that look like formulas get the apostrophe
 * @param byteOrderMark whether a table begins with the mark by which Excel knows UTF-8
 */
public record CsvStyle(boolean guarded, boolean byteOrderMark) {
  /** Guarded, without a byte order mark. */
  public static final CsvStyle PLAIN = new CsvStyle(true, false);

  /**
   * The characters of OWASP's page on CSV injection, those of full width included. Apostrophes
   * before them count, so that names that have one of their own are read back as they were.
   */
  private static final Pattern FORMULA =
      Pattern.compile("'*[=+\\-@\\t\\r\\n\uff1d\uff0b\uff0d\uff20].*", Pattern.DOTALL);

  private static final Pattern GUARDED = Pattern.compile("'" + FORMULA.pattern(), Pattern.DOTALL);

  /** And a dash by itself, the name of standard input. */
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?|[+-]Infinity|-");

  private static final String SPECIAL = ",;\"\t\r\n";

  /** A table's first line, without its end, with the mark before it if there is one. */
  public String header(List<?> cells) {
    return (byteOrderMark ? "\ufeff" : "") + line(cells);
  }

  /** Cells as a line, without its end. */
  public String line(Object... cells) {
    return line(Arrays.asList(cells));
  }

  /** Cells as a line, without its end; a single empty one is quoted, lest the line be empty. */
  public String line(List<?> cells) {
    String line =
        cells.stream()
            .map(cell -> cell == null ? "" : cell(cell.toString()))
            .collect(Collectors.joining(","));
    return line.isEmpty() ? "\"\"" : line;
  }

  private String cell(String text) {
    String cell = guarded && isFormula(text) ? "'" + text : text;
    return needsQuotes(cell) ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }

  private static boolean isFormula(String text) {
    return FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches();
  }

  /** Semicolons and tabs, too: elsewhere than in English they divide cells. */
  private static boolean needsQuotes(String cell) {
    return !cell.isEmpty()
        && (cell.charAt(0) <= '#'
            || cell.charAt(cell.length() - 1) <= ' '
            || cell.chars().anyMatch(c -> SPECIAL.indexOf(c) >= 0));
  }

  /** The text of a cell as it was before it was guarded; what was not guarded stays. */
  public static String text(String cell) {
    return !cell.isEmpty() && cell.charAt(0) == '\'' && GUARDED.matcher(cell).matches()
        ? cell.substring(1)
        : cell;
  }

  /** The texts of several cells. */
  public static List<String> texts(Stream<String> cells) {
    return cells.map(CsvStyle::text).toList();
  }
}
