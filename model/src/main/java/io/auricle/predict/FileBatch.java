package io.auricle.predict;

import io.auricle.work.OrderedWork;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** Many files on some threads, their results in the order of the files. */
final class FileBatch {
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
    ExecutorService executor = OrderedWork.threads(threads, "auricle-batch");
    try {
      OrderedWork.run(executor, threads, files, task, sink);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (CancellationException)
          new CancellationException("interrupted while classifying").initCause(e);
    } finally {
      executor.shutdownNow();
      awaitEnd(executor);
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
