package io.auricle.predict;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** Many files on some threads, their results in the order of the files. */
final class FileBatch {
  /** So many that a long file among short ones does not stop the other threads. */
  private static final int AHEAD_A_THREAD = 16;

  private FileBatch() {}

  /**
   * Applies a task to each file. Whatever ends this early (an interruption, what a task or the sink
   * throws) ends the tasks, too, and is not said before none is under way.
   *
   * @param sink gets the results on the calling thread
   * @throws CancellationException if the calling thread is interrupted; it stays so
   */
  static <R> void run(
      List<Path> files, int threads, Function<Path, R> task, Consumer<? super R> sink) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads=" + threads + " must be at least 1");
    }
    ExecutorService executor =
        Executors.newFixedThreadPool(
            threads,
            work -> {
              Thread thread = new Thread(work, "auricle-batch");
              thread.setDaemon(true);
              return thread;
            });
    try {
      Queue<Future<R>> ahead = new ArrayDeque<>();
      Iterator<Path> rest = files.iterator();
      while (rest.hasNext() || !ahead.isEmpty()) {
        while (rest.hasNext() && ahead.size() < AHEAD_A_THREAD * threads) {
          Path file = rest.next();
          ahead.add(executor.submit(() -> task.apply(file)));
        }
        sink.accept(result(ahead.remove()));
      }
    } finally {
      executor.shutdownNow();
      awaitEnd(executor);
    }
  }

  private static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (CancellationException)
          new CancellationException("interrupted while classifying").initCause(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Interrupted tasks end soon: between two blocks of sound, or two operators of a model. */
  private static void awaitEnd(ExecutorService executor) {
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = executor.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
