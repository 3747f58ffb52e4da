package io.auricle.cli.output;

import io.auricle.text.CsvStyle;
import picocli.CommandLine.Option;

/** How tables are written: options of every command that writes CSV. */
public final class CsvOptions {
  @Option(
      names = "--bom",
      description = "Begin CSV with a byte order mark, by which Excel knows UTF-8.")
  private boolean byteOrderMark;

  @Option(
      names = "--raw-csv",
      description =
          "Write texts as they are, also those that spreadsheets take for formulas (without it"
              + " =1+1.mp3 is written as '=1+1.mp3).")
  private boolean raw;

  /** The style that was chosen. */
  public CsvStyle style() {
    return new CsvStyle(!raw, byteOrderMark);
  }

  /** The first of the options that was given; empty if none was. */
  public String given() {
    return byteOrderMark ? "--bom" : raw ? "--raw-csv" : "";
  }
}
