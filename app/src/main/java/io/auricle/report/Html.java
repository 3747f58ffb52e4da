package io.auricle.report;

import java.util.Locale;

/** Text and numbers as they stand in HTML. */
public final class Html {
  private Html() {}

  /** Text with the characters replaced that mean something in HTML. */
  public static String escape(Object text) {
    return text.toString()
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Formats with a decimal point wherever the machine stands. */
  static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  /** A figure with three decimals; a dash if it is not defined. */
  static String number(double value) {
    return Double.isNaN(value) ? "–" : format("%.3f", value);
  }
}
