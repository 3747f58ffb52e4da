package io.auricle.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A process whose output goes to a file; ended with its children when it is closed. */
final class SparkProcess implements AutoCloseable {
  /** For machines that are busy; a test waits for what happens, not for so long. */
  private static final long PATIENCE_SECONDS = 1200;

  private final Process process;
  private final Path log;

  SparkProcess(ProcessBuilder builder, Path log) throws IOException {
    this.log = log;
    this.process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** What it has said so far. */
  String said() throws IOException {
    return Files.readString(log);
  }

  /** Waits for its end, which is to be a good one. */
  String good() throws IOException, InterruptedException {
    assertEquals(0, exit(), this::tail);
    return said();
  }

  int exit() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("still running: " + tail());
    }
    return process.exitValue();
  }

  /** Waits until it has said something. */
  String until(Predicate<String> said) throws IOException, InterruptedException {
    for (long i = 0; i < 10 * PATIENCE_SECONDS; i++) {
      String text = said();
      if (said.test(text)) {
        return text;
      }
      if (!process.isAlive()) {
        throw new AssertionError("ended: " + tail());
      }
      Thread.sleep(100);
    }
    throw new AssertionError("waited in vain: " + tail());
  }

  /** As {@code kill -9}. */
  void kill() {
    process.destroyForcibly();
  }

  private String tail() {
    try {
      String text = said();
      return log + ": " + text.substring(Math.max(0, text.length() - 6000));
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join();
  }

  /** The words that a process was started with; Java's own way to them knows a page at most. */
  static String command(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
          .replace('\0', ' ');
    } catch (IOException e) {
      // It has ended, or is another user's.
      return "";
    }
  }
}
