package io.auricle.cli.output;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Text as UTF-8, handed to the system in whole lines: what is flushed goes in one piece, so that a
 * program that is killed leaves no half of a row, and what has to go earlier goes up to the end of
 * a line. A failure is told at once, since whoever prints does not ask.
 */
final class WholeLines extends Writer {
  /** So many characters wait for a flush. */
  static final int MOST_WAITING = 1 << 16;

  private final OutputStream out;
  private final Consumer<IOException> failure;
  private final StringBuilder waiting = new StringBuilder();

  /**
   * @param out unbuffered
   * @param failure told of what goes wrong, before it is thrown
   */
  WholeLines(OutputStream out, Consumer<IOException> failure) {
    this.out = out;
    this.failure = failure;
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    synchronized (lock) {
      waiting.append(text, from, length);
      if (waiting.length() > MOST_WAITING) {
        send(waiting.lastIndexOf("\n") + 1);
      }
    }
  }

  @Override
  public void flush() throws IOException {
    synchronized (lock) {
      send(waiting.length());
    }
  }

  private void send(int length) throws IOException {
    if (length == 0) {
      return;
    }
    byte[] bytes = waiting.substring(0, length).getBytes(StandardCharsets.UTF_8);
    waiting.delete(0, length);
    try {
      out.write(bytes);
    } catch (IOException e) {
      failure.accept(e);
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    flush();
    out.close();
  }
}
