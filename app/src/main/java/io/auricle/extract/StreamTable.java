package io.auricle.extract;

import io.auricle.audio.DecodeException;
import io.auricle.journal.FileState;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A table on a stream such as stdout, which cannot go on later. */
final class StreamTable implements Table {
  private final PrintWriter out;

  StreamTable(PrintWriter out, String header) {
    this.out = out;
    out.print(header + "\n");
  }

  @Override
  public boolean isDone(int file) {
    return false;
  }

  @Override
  public boolean hasFailed(int file) {
    return false;
  }

  @Override
  public void append(
      int file, FileState state, String stamp, Spill lines, @Nullable DecodeException error)
      throws IOException {
    if (error == null) {
      try (InputStream bytes = lines.read()) {
        new InputStreamReader(bytes, StandardCharsets.UTF_8).transferTo(out);
      }
      if (out.checkError()) {
        throw new IOException("the output cannot be written; was it closed?");
      }
    }
  }

  @Override
  public void finish() {
    out.flush();
  }

  @Override
  public void close() {}
}
