package io.auricle.work;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@link OrderedWork} on files, some of which may not answer. A task that takes long is no fault: a
 * byte is asked of its file, and only if that does not come, either, the file is left, and with it
 * all that lies below the highest folder that does not answer. Its thread, which nothing wakes, is
 * replaced by another one.
 *
 * @param <T> what is worked on
 */
public final class AnsweredWork<T> {
  private static final long A_MOMENT_MILLIS = 50;

  private final FileAnswers answers;
  private final Function<? super T, Path> place;
  private final BiConsumer<? super T, Path> left;

  /**
   * @param place the file of an item, absolute
   * @param left gets what does not answer, in place of its result, with the file or folder of it
   *     that is silent
   */
  public AnsweredWork(
      FileAnswers answers, Function<? super T, Path> place, BiConsumer<? super T, Path> left) {
    this.answers = answers;
    this.place = place;
    this.left = left;
  }

  /**
   * Applies {@code task} to each item on {@code threads} threads; {@code sink} gets the results on
   * the calling thread, in the order of the items.
   *
   * @throws InterruptedException if the calling thread is interrupted; the tasks then are, too
   */
  public <R> void run(
      List<T> items, int threads, Function<? super T, R> task, Consumer<? super R> sink)
      throws InterruptedException {
    // A thread that is replaced still counts, so that it is one more.
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            threads,
            Integer.MAX_VALUE,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread thread = new Thread(work, "auricle-worker");
              thread.setDaemon(true);
              return thread;
            });
    Queue<Piece<T, R>> ahead = new ArrayDeque<>();
    Iterator<T> rest = items.iterator();
    try {
      while (rest.hasNext() || !ahead.isEmpty()) {
        while (rest.hasNext() && ahead.size() < OrderedWork.AHEAD_A_THREAD * threads) {
          Piece<T, R> piece = new Piece<>(this, rest.next(), task);
          ahead.add(piece);
          executor.execute(piece);
        }
        Piece<T, R> piece = ahead.remove();
        Optional<R> result = result(piece, executor);
        if (result.isPresent()) {
          sink.accept(result.get());
        } else {
          Path path = place.apply(piece.item);
          left.accept(piece.item, answers.silence(path).orElse(path));
        }
      }
    } catch (CancellationException e) {
      // Of a question that was broken off because this thread was interrupted.
      if (Thread.interrupted()) {
        throw (InterruptedException) new InterruptedException("interrupted").initCause(e);
      }
      throw e;
    } finally {
      executor.shutdownNow();
    }
  }

  /** A task; empty if its file lies where nothing answers. */
  private static final class Piece<T, R> extends FutureTask<Optional<R>> {
    private final T item;
    private volatile long startedNanos;
    private volatile boolean started;

    Piece(AnsweredWork<T> work, T item, Function<? super T, R> task) {
      super(() -> work.isSilent(item) ? Optional.empty() : Optional.of(task.apply(item)));
      this.item = item;
    }

    @Override
    public void run() {
      startedNanos = System.nanoTime();
      started = true;
      super.run();
    }

    boolean isSlow(long millis) {
      return started && System.nanoTime() - startedNanos >= millis * 1_000_000;
    }
  }

  private <R> Optional<R> result(Piece<T, R> piece, ThreadPoolExecutor executor)
      throws InterruptedException {
    while (true) {
      // Where nothing answers others have waited long enough.
      long millis = isSilent(piece.item) ? A_MOMENT_MILLIS : answers.millis();
      try {
        return piece.get(millis, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        Path path = place.apply(piece.item);
        if (piece.isSlow(millis) && !answers.isThereSoon(path) && !piece.isDone()) {
          answers.silent(path);
          piece.cancel(true);
          executor.setCorePoolSize(executor.getCorePoolSize() + 1);
          return Optional.empty();
        }
      } catch (ExecutionException e) {
        throw thrown(e.getCause());
      }
    }
  }

  private static RuntimeException thrown(@Nullable Throwable cause) {
    if (cause instanceof Error e) {
      throw e;
    }
    return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
  }

  private boolean isSilent(T item) {
    return answers.silence(place.apply(item)).isPresent();
  }
}
