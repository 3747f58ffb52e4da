package io.auricle.file;

/** Tells words, markup and programs from sound by their first bytes. */
public final class TextBytes {
  private TextBytes() {}

  /** Whether the start of a file is that of a text; so is no byte at all. */
  public static boolean isText(byte[] head) {
    int first = head.length > 3 ? ((head[0] & 0xFF) << 8) | (head[1] & 0xFF) : 0;
    // UTF-16 in either order; FF FE may start MPEG audio as well.
    boolean wide = first == 0xFEFF || (first == 0xFFFE && head[3] == 0);
    if (wide) {
      return true;
    }
    for (byte b : head) {
      boolean space = b == '\t' || b == '\n' || b == '\r' || b == '\f';
      if ((b >= 0 && b < 0x20 && !space) || b == 0x7F) {
        return false;
      }
    }
    return true;
  }
}
