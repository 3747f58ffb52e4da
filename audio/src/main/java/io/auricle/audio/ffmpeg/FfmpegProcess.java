package io.auricle.audio.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * FFmpeg at work on one file, its output read as a stream of bytes.
 *
 * <p>The file is FFmpeg's standard input, by descriptor: formats that must seek can, the name never
 * reaches a command line, and since {@code fd} is the only protocol allowed, a hostile file cannot
 * make FFmpeg open another file or address. A thread of its own reads the messages and ends the
 * process when a read waits too long or its thread is interrupted.
 */
final class FfmpegProcess extends InputStream {
  private static final int WATCH_MILLIS = 10;

  private final Process process;
  private final Thread watcher;
  private final FfmpegMessages messages = new FfmpegMessages();
  private final long wallNanos;
  private volatile @Nullable Thread reader;
  private volatile long waitedNanos;
  private volatile long waitStart;
  private volatile boolean timedOut;

  /**
   * @param command one of {@link FfmpegCommand}
   * @throws IOException if the program cannot be started
   */
  FfmpegProcess(FfmpegExecutable executable, List<String> command, Path path, double wallSeconds)
      throws IOException {
    this.wallNanos = (long) Math.min(0x1p62, wallSeconds * 1e9);
    ProcessBuilder builder = new ProcessBuilder(command);
    ShellInput.give(path, builder);
    builder.environment().keySet().removeAll(List.of("FFREPORT", "AV_LOG_FORCE_COLOR"));
    builder.environment().put("AV_LOG_FORCE_NOCOLOR", "1");
    // Each arena of glibc would claim address space of its own and count against the limit.
    builder.environment().put("MALLOC_ARENA_MAX", "1");
    executable.prepare(builder);
    this.process = builder.start();
    LiveProcesses.add(process);
    this.watcher = new Thread(this::watch, "auricle-ffmpeg");
    watcher.setDaemon(true);
    watcher.start();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    waitStart = System.nanoTime();
    reader = Thread.currentThread();
    int count;
    try {
      count = process.getInputStream().read(buffer, offset, length);
    } finally {
      reader = null;
      waitedNanos = waitedNanos + System.nanoTime() - waitStart;
    }
    if (count <= 0 && (Thread.currentThread().isInterrupted() || LiveProcesses.areEnding())) {
      close();
      throw new CancellationException("interrupted while decoding");
    }
    return count;
  }

  /** Whether the process was ended because it took too long. */
  boolean timedOut() {
    return timedOut;
  }

  /**
   * Waits for the end of the process, after the end of its output.
   *
   * @return the exit code
   */
  int await() {
    try {
      watcher.join();
      int exit = process.waitFor();
      if (LiveProcesses.areEnding()) {
        // It may have been killed between the end of its output and its own end.
        throw new CancellationException("interrupted while decoding");
      }
      return exit;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw (CancellationException)
          new CancellationException("interrupted while decoding").initCause(e);
    }
  }

  /** What FFmpeg counted; complete after {@link #await}. */
  FfmpegAccount account() {
    return messages.account();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    LiveProcesses.remove(process);
    try {
      process.getInputStream().close();
    } catch (IOException e) {
      // The process is gone; so is its pipe.
    }
  }

  private void watch() {
    byte[] block = new byte[4096];
    try (InputStream errors = process.getErrorStream()) {
      boolean alive = true;
      while (alive) {
        alive = process.isAlive();
        while (errors.available() > 0) {
          messages.take(block, errors.read(block));
        }
        // In this order: a read that ends just now must not count twice.
        long before = waitedNanos;
        Thread waiting = reader;
        boolean late = waiting != null && before + System.nanoTime() - waitStart > wallNanos;
        timedOut |= late;
        if (late || (waiting != null && waiting.isInterrupted())) {
          process.destroyForcibly();
        }
        if (alive) {
          process.waitFor(WATCH_MILLIS, TimeUnit.MILLISECONDS);
        }
      }
      messages.finish();
    } catch (IOException | InterruptedException e) {
      process.destroyForcibly();
    } finally {
      LiveProcesses.remove(process);
    }
  }
}
