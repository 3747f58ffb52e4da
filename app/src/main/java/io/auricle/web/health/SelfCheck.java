package io.auricle.web.health;

import io.auricle.audio.DecodeException;
import io.auricle.audio.DecodeLimits;
import io.auricle.audio.ErrorCode;
import io.auricle.audio.SampleStream;
import io.auricle.audio.decode.AudioDecoder;
import io.auricle.audio.decode.DecodeOptions;
import io.auricle.web.upload.UploadSpace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Finds out whether the server can do its work: an upload is stored, decoded by FFmpeg and removed.
 * It runs at the start, after every fault of the program, and again while the last one was bad;
 * always in the background. Thread-safe.
 */
public final class SelfCheck implements AutoCloseable {
  private static final int RATE_HZ = 22_050;
  private static final double CLIP_SECONDS = 0.25;
  private static final double WALL_SECONDS = 30;
  private static final long PATIENCE_SECONDS = 5;
  private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final UploadSpace.NewFile files;
  private final FaultLog faults;
  private final AudioDecoder decoder =
      AudioDecoder.of(
          new DecodeOptions(RATE_HZ, DecodeLimits.DEFAULT.withWallSeconds(WALL_SECONDS)));
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread made = new Thread(work, "auricle-self-check");
            made.setDaemon(true);
            return made;
          });
  private CompletableFuture<Optional<String>> last;
  private long ended;
  private boolean doubted;

  /**
   * Begins with the first check.
   *
   * @param faults learns why a check was bad
   */
  public SelfCheck(UploadSpace.NewFile files, FaultLog faults) {
    this.files = files;
    this.faults = faults;
    this.last = begin();
  }

  /** Has the next who asks wait for a new check: something went wrong that no file should cause. */
  public synchronized void doubt() {
    doubted = true;
  }

  /** Why the server is not ready, if it is not; waits for a check that runs. */
  public Optional<String> fault() throws InterruptedException {
    CompletableFuture<Optional<String>> now = current();
    try {
      return now.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return Optional.of("the self-check has not ended yet");
    } catch (ExecutionException e) {
      return Optional.of("the self-check failed");
    }
  }

  /** What is known already, without a wait. */
  public synchronized boolean isReady() {
    return last.isDone() && !last.isCompletedExceptionally() && last.join().isEmpty();
  }

  private synchronized CompletableFuture<Optional<String>> current() {
    boolean bad = last.isDone() && !isReady();
    if (last.isDone() && (doubted || (bad && System.nanoTime() - ended > AGAIN_NANOS))) {
      doubted = false;
      last = begin();
    }
    return last;
  }

  private CompletableFuture<Optional<String>> begin() {
    return CompletableFuture.supplyAsync(this::check, thread);
  }

  private Optional<String> check() {
    Optional<String> fault = Optional.empty();
    try {
      Path file = store();
      try {
        decode(file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      fault = Optional.of("uploads cannot be stored");
      faults.tell("not ready: " + fault.get() + ": " + e);
    } catch (DecodeException e) {
      fault = Optional.of("sound cannot be decoded");
      faults.tell("not ready: " + fault.get() + ": " + e.reason());
    } finally {
      synchronized (this) {
        ended = System.nanoTime();
      }
    }
    return fault;
  }

  private Path store() throws IOException {
    Path file = files.create();
    try (InputStream clip = SelfCheck.class.getResourceAsStream("self-check.flac")) {
      Files.write(file, Objects.requireNonNull(clip).readAllBytes());
      return file;
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private void decode(Path file) throws DecodeException {
    float[] block = new float[RATE_HZ];
    long samples = 0;
    try (SampleStream stream = decoder.open(file)) {
      int count = stream.read(block, 0, block.length);
      while (count > 0) {
        samples += count;
        count = stream.read(block, 0, block.length);
      }
    }
    if (samples < CLIP_SECONDS * RATE_HZ / 2) {
      throw new DecodeException(ErrorCode.INTERNAL, file, "a clip gives " + samples + " samples");
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      boolean ended = thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        faults.tell("the self-check does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
