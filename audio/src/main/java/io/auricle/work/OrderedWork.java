package io.auricle.work;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Runs tasks on several threads and hands over the results in the order of the tasks. */
public final class OrderedWork {
  /** So many that a long file among short ones does not stop the other threads. */
  public static final int AHEAD_A_THREAD = 16;

  private OrderedWork() {}

  /**
   * Applies {@code task} to each item on {@code threads} threads; {@code sink} gets the results on
   * the calling thread, in the order of the items, as soon as that order allows. At most 16 items a
   * thread are ahead of the sink, so memory does not grow with their number.
   *
   * @throws InterruptedException if the calling thread is interrupted; the tasks then are, too
   */
  public static <T, R> void run(
      List<T> items, int threads, Function<T, R> task, Consumer<? super R> sink)
      throws InterruptedException {
    ExecutorService executor = threads(threads, "auricle-worker");
    try {
      run(executor, threads, items, task, sink);
    } finally {
      executor.shutdownNow();
    }
  }

  /** The same on threads that their owner ends. */
  public static <T, R> void run(
      ExecutorService executor,
      int threads,
      List<T> items,
      Function<T, R> task,
      Consumer<? super R> sink)
      throws InterruptedException {
    Queue<Future<R>> ahead = new ArrayDeque<>();
    Iterator<T> rest = items.iterator();
    while (rest.hasNext() || !ahead.isEmpty()) {
      while (rest.hasNext() && ahead.size() < (long) AHEAD_A_THREAD * threads) {
        T item = rest.next();
        ahead.add(executor.submit(() -> task.apply(item)));
      }
      sink.accept(result(ahead.remove()));
    }
  }

  /** So many threads of a name, none of which keeps the program from ending. */
  public static ExecutorService threads(int count, String name) {
    return Executors.newFixedThreadPool(
        count,
        work -> {
          Thread thread = new Thread(work, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  private static <R> R result(Future<R> future) throws InterruptedException {
    try {
      return future.get();
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
}
