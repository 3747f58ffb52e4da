package io.auricle.work;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks files and folders that may not answer, as those of a drive in a network that is gone: the
 * system lets whoever asks wait, and nothing wakes him. So threads of their own ask, and one whose
 * question is not answered is left behind. Thread-safe.
 */
public final class FileAnswers {
  /** Disks that sleep need some seconds to wake. */
  public static final long USUAL_MILLIS = 10_000;

  /** Once something did not answer, this part of the time is enough to ask what is about it. */
  private static final int HURRY = 3;

  private final long millis;
  private final ExecutorService threads;

  /** What did not answer until now. */
  private final Set<Path> silent = ConcurrentHashMap.newKeySet();

  private FileAnswers(long millis) {
    this.millis = millis;
    this.threads =
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "auricle-asking");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Waits for each answer for so long. */
  public static FileAnswers within(long millis) {
    if (millis < HURRY) {
      throw new IllegalArgumentException("millis=" + millis + " must be at least " + HURRY);
    }
    return new FileAnswers(millis);
  }

  /** Waits for answers as long as the system does, on the thread of whoever asks. */
  public static FileAnswers whenever() {
    return new FileAnswers(0);
  }

  /** How long a question may wait; 0 for ever. */
  public long millis() {
    return millis;
  }

  /**
   * Asks something that may take long, as long as the file or folder gives a byte or an entry.
   *
   * @throws NoAnswerException if it does not answer, or what is above it; whatever the question
   *     brings later is lost
   * @throws IOException of the question; what else it throws is the cause of one, errors aside
   * @throws CancellationException if the thread is interrupted; it stays so
   */
  public <T extends @Nullable Object> T of(Path path, Callable<T> question) throws IOException {
    return millis == 0 ? here(question) : asked(path, millis, () -> isThereSoon(path), question);
  }

  /**
   * The same of what answers in parts.
   *
   * @param sign another number whenever a part came; it is waited as long as parts come in time
   */
  public <T extends @Nullable Object> T of(Path path, LongSupplier sign, Callable<T> question)
      throws IOException {
    long[] seen = {sign.getAsLong()};
    BooleanSupplier goesOn = () -> seen[0] != (seen[0] = sign.getAsLong());
    return millis == 0 ? here(question) : asked(path, millis, goesOn, question);
  }

  /** The same of what is done in a moment, or not at all. */
  public <T extends @Nullable Object> T soon(Path path, Callable<T> question) throws IOException {
    return millis == 0 ? here(question) : asked(path, millis / HURRY, () -> false, question);
  }

  private <T extends @Nullable Object> T asked(
      Path path, long mostMillis, BooleanSupplier goesOn, Callable<T> question) throws IOException {
    Optional<Path> above = silence(path);
    if (above.isPresent()) {
      throw new NoAnswerException(above.get());
    }
    Future<T> answer = threads.submit(question);
    while (true) {
      try {
        return answer.get(mostMillis, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (!goesOn.getAsBoolean() && !answer.isDone()) {
          answer.cancel(true);
          throw new NoAnswerException(path);
        }
      } catch (InterruptedException e) {
        answer.cancel(true);
        Thread.currentThread().interrupt();
        throw (CancellationException) new CancellationException("interrupted").initCause(e);
      } catch (ExecutionException e) {
        throw thrown(e.getCause());
      }
    }
  }

  private static <T extends @Nullable Object> T here(Callable<T> question) throws IOException {
    try {
      return question.call();
    } catch (Exception e) {
      throw thrown(e);
    }
  }

  private static IOException thrown(@Nullable Throwable cause) {
    if (cause instanceof RuntimeException e) {
      throw e;
    }
    if (cause instanceof Error e) {
      throw e;
    }
    if (cause instanceof IOException e) {
      return e;
    }
    return new IOException(cause == null ? null : cause.getMessage(), cause);
  }

  /**
   * Whether a file gives one of its bytes, or a folder an entry; an error is an answer, too. What
   * does not answer is kept in mind, with all that is below it, until it does.
   */
  public boolean isThereSoon(Path path) {
    AtomicBoolean ended = new AtomicBoolean();
    try {
      soon(
          path,
          () -> {
            try {
              return touch(path);
            } finally {
              ended.set(true);
              silent.remove(path);
            }
          });
      return true;
    } catch (NoAnswerException e) {
      silent.add(e.path());
      if (e.path().equals(path) && ended.get()) {
        silent.remove(path);
      }
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** Of a file any byte, since the first ones may still lie in memory. */
  private static boolean touch(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
        return entries.iterator().hasNext();
      }
    }
    try (SeekableByteChannel channel = Files.newByteChannel(path)) {
      channel.position(ThreadLocalRandom.current().nextLong(Math.max(1, channel.size())));
      return channel.read(ByteBuffer.allocate(1)) > 0;
    }
  }

  /**
   * Finds out what of the way to a file or folder does not answer, such as the place where a drive
   * is.
   *
   * @return the highest folder that does not, or the path itself
   */
  public Path silent(Path path) {
    Path highest = path;
    for (@Nullable Path at = path; at != null && !isThereSoon(at); at = at.getParent()) {
      highest = at;
    }
    return silence(path).orElse(highest);
  }

  /** What is known not to answer of the way to a file or folder, the highest first. */
  public Optional<Path> silence(Path path) {
    return silent.stream().filter(path::startsWith).min(Comparator.comparing(Path::getNameCount));
  }
}
