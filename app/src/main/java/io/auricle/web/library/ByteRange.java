package io.auricle.web.library;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of a file that a request asks for (RFC 9110, section 14).
 *
 * @param first from 0
 * @param last the last one, too; before the first if there are none
 */
record ByteRange(long first, long last) {
  private static final Pattern ONE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

  /**
   * What a header asks for; nothing for the whole file: where there is no header, where it is not
   * understood, and where it asks for several ranges, of which a player has no need.
   */
  static Optional<ByteRange> of(@Nullable String header, long size) {
    Matcher range = ONE.matcher(header == null ? "" : header);
    if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
      return Optional.empty();
    }
    if (range.group(1).isEmpty()) {
      long count = Long.parseLong(range.group(2));
      return Optional.of(
          count == 0
              ? new ByteRange(size, size - 1)
              : new ByteRange(Math.max(0, size - count), size - 1));
    }
    long first = Long.parseLong(range.group(1));
    if (range.group(2).isEmpty()) {
      return Optional.of(new ByteRange(first, size - 1));
    }
    long last = Long.parseLong(range.group(2));
    return last < first
        ? Optional.empty()
        : Optional.of(new ByteRange(first, Math.min(last, size - 1)));
  }

  /** Whether the file has none of them. */
  boolean isOutside() {
    return last < first;
  }

  long length() {
    return last - first + 1;
  }
}
