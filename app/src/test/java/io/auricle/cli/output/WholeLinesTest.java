package io.auricle.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WholeLinesTest {
  private final List<String> writes = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();

  private PrintWriter writer() {
    OutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void write(byte[] bytes) {
            writes.add(new String(bytes, UTF_8));
          }
        };
    return new PrintWriter(new WholeLines(out, e -> failures.add(e.getMessage())), true);
  }

  @Test
  void lineIsOneWriteWhateverItsLength() {
    String lng = "\u00e9".repeat(3 * WholeLines.MOST_WAITING);
    PrintWriter out = writer();
    out.println(lng);
    out.println("b");
    String end = System.lineSeparator();
    assertEquals(List.of(lng + end, "b" + end), writes);
  }

  @Test
  void whatIsNotFlushedGoesInWholeLines() {
    PrintWriter out = writer();
    String line = "x".repeat(1000) + "\n";
    for (int i = 0; i < 200; i++) {
      out.print(line);
    }
    assertTrue(writes.size() >= 2, writes.size() + " writes");
    assertTrue(writes.stream().allMatch(text -> text.endsWith("\n")));
    out.flush();
    assertEquals(line.repeat(200), String.join("", writes));
  }

  @Test
  void failureIsTold() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    PrintWriter out =
        new PrintWriter(new WholeLines(full, e -> failures.add(e.getMessage())), true);
    out.println("x");
    assertEquals(List.of("No space left on device"), failures);
    assertTrue(out.checkError());
  }
}
