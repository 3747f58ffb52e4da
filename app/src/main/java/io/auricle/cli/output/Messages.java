package io.auricle.cli.output;

import io.auricle.audio.DecodeException;
import io.auricle.text.FileFault;
import io.auricle.yaml.YamlException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Messages on stderr: each fault one line, whatever is in a file's name. */
public final class Messages {
  /** Makes {@link #failure} print the stack trace. */
  public static final String VERBOSE = "--verbose";

  private Messages() {}

  /** The line for a file that could not be analysed. */
  public static String of(DecodeException e) {
    return "auricle: " + oneLine(String.valueOf(e.getMessage())) + " [" + e.code() + "]";
  }

  /** The same of a file that is known by another name. */
  public static String of(String name, DecodeException e) {
    return "auricle: " + oneLine(name + ": " + e.reason()) + " [" + e.code() + "]";
  }

  public static String warning(String text) {
    return "auricle: warning: " + oneLine(text);
  }

  /** Reports what ended a command, and the stack trace only when {@code --verbose}. */
  public static void failure(PrintWriter err, Exception e, List<String> arguments) {
    complaint(err, e, reason(e));
    if (arguments.contains(VERBOSE)) {
      e.printStackTrace(err);
    }
  }

  /** What is wrong, a line for each fault of a file. */
  public static void complaint(PrintWriter err, Exception e, String text) {
    YamlException.lines(e, text).forEach(line -> err.println("auricle: " + oneLine(line)));
  }

  /** Reports what the JVM could not do, and what to set. */
  public static void breakdown(PrintWriter err, Error e, List<String> arguments) {
    err.println("auricle: " + oneLine(breakdown(e)));
    if (arguments.contains(VERBOSE)) {
      e.printStackTrace(err);
    }
  }

  private static String breakdown(Error e) {
    String message = String.valueOf(e.getMessage());
    if (e instanceof OutOfMemoryError && message.contains("native thread")) {
      return "no more threads can be started; raise the limit of processes (ulimit -u)";
    }
    if (e instanceof OutOfMemoryError) {
      return "out of memory: it may use %d MB; allow more with AURICLE_JAVA_OPTIONS=-Xmx2g, or do less at once with --threads 1"
          .formatted(Runtime.getRuntime().maxMemory() >> 20);
    }
    return "broke down: " + e + "; " + VERBOSE + " tells where";
  }

  private static String reason(Exception e) {
    if (e instanceof InterruptedException || e instanceof CancellationException) {
      return "interrupted";
    }
    if (e instanceof IOException || e instanceof UncheckedIOException) {
      return FileFault.message(e);
    }
    return e.getMessage() == null
        ? "a fault of the program; the same command with --verbose shows where"
        : e.getMessage();
  }

  /** The text with control characters escaped, so that it stays on one line and in one column. */
  public static String oneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        case '\t' -> line.append("\\t");
        default -> {
          if (Character.isISOControl(c)) {
            line.append("\\u%04x".formatted((int) c));
          } else {
            line.append(c);
          }
        }
      }
    }
    return line.toString();
  }
}
