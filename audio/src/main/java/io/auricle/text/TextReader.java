package io.auricle.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The characters of a file in UTF-8, strictly: what is none ends with its line, never with
 * replacement characters. A byte order mark before the first character is left out.
 */
final class TextReader extends Reader {
  private static final int BLOCK = 1 << 16;
  private static final char MARK = '\ufeff';

  private final Path file;
  private final InputStream in;
  private final long mostBytes;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer bytes = ByteBuffer.allocate(BLOCK).flip();
  private final CharBuffer chars = CharBuffer.allocate(BLOCK).flip();
  private long read;
  private long line = 1;
  private boolean afterReturn;
  private boolean begun;
  private boolean ended;

  TextReader(Path file, InputStream in, long mostBytes) {
    this.file = file;
    this.in = in;
    this.mostBytes = mostBytes;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    while (!chars.hasRemaining()) {
      if (ended) {
        return -1;
      }
      fill();
    }
    int count = Math.min(length, chars.remaining());
    chars.get(target, offset, count);
    return count;
  }

  private void fill() throws IOException {
    bytes.compact();
    int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (count > 0) {
      read += count;
      bytes.position(bytes.position() + count);
    }
    bytes.flip();
    if (read > mostBytes) {
      throw RegularFile.tooLarge(file, mostBytes);
    }
    chars.clear();
    CoderResult result = decoder.decode(bytes, chars, count < 0);
    chars.flip();
    long zero = look();
    if (result.isError()) {
      throw new TextFileException(file, line, notUtf8());
    }
    if (zero > 0) {
      throw new TextFileException(
          file, zero, "is not UTF-8 text: it holds a byte 0, as UTF-16 and binary files do");
    }
    ended = count < 0;
    if (!begun && chars.hasRemaining()) {
      begun = true;
      if (chars.get(chars.position()) == MARK) {
        chars.get();
      }
    }
  }

  /**
   * Counts the lines of what was decoded.
   *
   * @return the line of the first character of code 0, which text has not, or 0
   */
  private long look() {
    long zero = 0;
    for (int i = 0; i < chars.limit(); i++) {
      char c = chars.get(i);
      if (c == '\r' || (c == '\n' && !afterReturn)) {
        line++;
      } else if (c == 0 && zero == 0) {
        zero = line;
      }
      afterReturn = c == '\r';
    }
    return zero;
  }

  private String notUtf8() {
    int first = bytes.get(bytes.position()) & 0xff;
    if (!begun && chars.limit() == 0 && (first == 0xff || first == 0xfe)) {
      return "is not UTF-8 but UTF-16; save the file as UTF-8";
    }
    return "is not UTF-8 (byte 0x%02X); save the file as UTF-8".formatted(first);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
