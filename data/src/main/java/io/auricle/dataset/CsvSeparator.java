package io.auricle.dataset;

import java.io.BufferedReader;
import java.io.IOException;

/**
 * What divides the cells of a table: commas, or semicolons or tabs as spreadsheets write them where
 * the comma is in use for decimals. The header line shows which.
 *
 * @param character the separator
 * @param skippedLines 1 if the table begins with Excel's line {@code sep=;}, else 0
 */
record CsvSeparator(char character, int skippedLines) {
  private static final int LONGEST_HEADER = 1 << 20;
  private static final String SAID = "sep=";
  private static final String CANDIDATES = ",;\t";

  /** Looks at the beginning of a table, which is then read from its header on. */
  static CsvSeparator of(BufferedReader reader) throws IOException {
    reader.mark(LONGEST_HEADER);
    char[] start = new char[SAID.length() + 1];
    int count = reader.read(start);
    String text = new String(start, 0, Math.max(0, count));
    int next = reader.read();
    if (text.startsWith(SAID) && text.length() == start.length && (next == '\r' || next == '\n')) {
      reader.mark(1);
      if (next == '\r' && reader.read() != '\n') {
        reader.reset();
      }
      return new CsvSeparator(text.charAt(SAID.length()), 1);
    }
    reader.reset();
    reader.mark(LONGEST_HEADER);
    int[] counts = new int[CANDIDATES.length()];
    boolean quoted = false;
    for (int i = 0; i < LONGEST_HEADER - 1; i++) {
      int c = reader.read();
      if (c < 0 || (!quoted && (c == '\n' || c == '\r'))) {
        break;
      }
      quoted ^= c == '"';
      int candidate = CANDIDATES.indexOf(c);
      if (!quoted && candidate >= 0) {
        counts[candidate]++;
      }
    }
    reader.reset();
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return new CsvSeparator(CANDIDATES.charAt(best), 0);
  }
}
