package io.auricle.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Work on ranges of rows, several threads at once. What is done for a row may depend on nothing
 * that is done for another, so that the result is the same for any number of threads.
 */
final class Ranges implements AutoCloseable {
  private static final int RANGES_A_THREAD = 8;

  private final int threads;
  private final ExecutorService workers;

  /** Work on rows {@code from} to {@code end}, the latter excluded. */
  interface Body {
    void run(int from, int end);
  }

  Ranges(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads=" + threads + " must be at least 1");
    }
    this.threads = threads;
    this.workers =
        Executors.newFixedThreadPool(
            threads,
            work -> {
              Thread thread = new Thread(work, "auricle-explore");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Runs the body over all rows and returns when all is done. */
  void run(int rows, Body body) {
    int pieces = threads == 1 ? 1 : Math.min(rows, RANGES_A_THREAD * threads);
    if (pieces <= 1) {
      body.run(0, rows);
      return;
    }
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int p = 0; p < pieces; p++) {
      int from = (int) ((long) rows * p / pieces);
      int end = (int) ((long) rows * (p + 1) / pieces);
      tasks.add(
          () -> {
            body.run(from, end);
            return null;
          });
    }
    try {
      for (Future<Void> done : workers.invokeAll(tasks)) {
        done.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
