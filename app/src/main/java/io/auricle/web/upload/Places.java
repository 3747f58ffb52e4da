package io.auricle.web.upload;

import io.auricle.web.http.ProblemException;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The places for requests that bring files: uploading, waiting for their turn or being analysed.
 * Whoever finds none gets that of an upload that stalls, or is told to come back, before anything
 * of the upload is read. Thread-safe.
 */
public final class Places {
  private static final double STALLED_SECONDS = 1;
  private static final long YIELD_MILLIS = 500;

  private final int total;
  private final Semaphore free;
  private final Set<UploadPace> uploads = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  public Places(int total) {
    this.total = total;
    this.free = new Semaphore(total);
  }

  /** A place that was taken; closing it frees it, once. */
  public interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Takes a place.
   *
   * @throws ProblemException if there is none
   */
  public Place take() {
    if (closed) {
      throw closing();
    }
    if (!free.tryAcquire() && !takeFromStalled()) {
      throw ProblemException.busy(
          "all %d places are taken; try again in a few seconds".formatted(total));
    }
    AtomicBoolean taken = new AtomicBoolean(true);
    return () -> {
      if (taken.getAndSet(false)) {
        free.release();
      }
    };
  }

  /** Notes that an upload has a place; it may lose it. */
  void begin(UploadPace upload) {
    uploads.add(upload);
  }

  /** Notes that an upload is here, or gone. */
  void end(UploadPace upload) {
    uploads.remove(upload);
  }

  private boolean takeFromStalled() {
    Optional<UploadPace> longest =
        uploads.stream()
            .filter(upload -> upload.waited() > STALLED_SECONDS)
            .max(Comparator.comparingDouble(UploadPace::waited));
    if (longest.isEmpty()) {
      return false;
    }
    longest.get().cut();
    try {
      return free.tryAcquire(YIELD_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  public static ProblemException closing() {
    return ProblemException.busy("the server is shutting down");
  }

  public int total() {
    return total;
  }

  public int taken() {
    return total - free.availablePermits();
  }

  public boolean areClosed() {
    return closed;
  }

  /**
   * Gives no more places and waits until all are free.
   *
   * @return whether they became free in time
   */
  public boolean close(double seconds) throws InterruptedException {
    closed = true;
    return free.tryAcquire(total, (long) (1000 * seconds), TimeUnit.MILLISECONDS);
  }
}
