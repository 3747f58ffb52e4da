package io.auricle.cli.output;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The program's stdout and stderr. Each line is written when it is printed. If whoever reads stdout
 * goes away ({@code | head -1}), the program ends at once and in silence, as programs do that a
 * SIGPIPE ends; if stdout cannot be written for another reason, such as a full disk, it says so and
 * ends.
 */
public final class StandardStreams {
  /** Ended since nobody reads on: what a shell says of a program that SIGPIPE has ended. */
  public static final int CLOSED_PIPE = 141;

  private static final int FAILED = 1;
  private static final int OUT = 1;
  private static final int ERR = 2;

  private final PrintWriter out;
  private final PrintWriter err;

  private StandardStreams(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  public static StandardStreams open() {
    PrintWriter err = writer(FileDescriptor.err, StandardStreams::messagesFailed);
    return new StandardStreams(writer(FileDescriptor.out, e -> resultsFailed(e, err)), err);
  }

  public PrintWriter out() {
    return out;
  }

  public PrintWriter err() {
    return err;
  }

  private static PrintWriter writer(FileDescriptor file, Consumer<IOException> failure) {
    return new PrintWriter(new WholeLines(new FileOutputStream(file), failure), true);
  }

  private static void resultsFailed(IOException e, PrintWriter err) {
    if (isClosedPipe(e)) {
      System.exit(CLOSED_PIPE);
    }
    err.println("auricle: stdout cannot be written: " + e.getMessage());
    System.exit(FAILED);
  }

  /** Messages that nobody reads are no reason to end, unless they go where results go. */
  private static void messagesFailed(IOException e) {
    if (isClosedPipe(e) && target(OUT).isPresent() && target(OUT).equals(target(ERR))) {
      System.exit(CLOSED_PIPE);
    }
  }

  private static boolean isClosedPipe(IOException e) {
    // The system's message may be in the user's language; what stdout is, is not.
    String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return said.contains("pipe")
        || said.contains("connection reset")
        || target(OUT).filter(name -> name.matches("(pipe|socket):.*")).isPresent();
  }

  /** What a descriptor leads to, where the system tells. */
  private static Optional<String> target(int descriptor) {
    try {
      return Optional.of(Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString());
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }
}
