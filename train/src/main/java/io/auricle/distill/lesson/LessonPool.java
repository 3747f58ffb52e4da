package io.auricle.distill.lesson;

import io.auricle.neural.Seeds;
import io.auricle.neural.batch.Lesson;
import io.auricle.neural.batch.LessonSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The lessons of each epoch, made while the network learns from those of the epoch before. A lesson
 * depends on the seed, its epoch and its number alone, so a training that goes on hears the same.
 */
final class LessonPool implements LessonSource, AutoCloseable {
  private final LessonMaker maker;
  private final Goals goals;
  private final long seed;
  private final int size;
  private final ExecutorService workers;
  private final TreeMap<Integer, List<Future<Lesson>>> epochs = new TreeMap<>();

  LessonPool(LessonMaker maker, Goals goals, long seed, int size, int threads) {
    this.maker = maker;
    this.goals = goals;
    this.seed = seed;
    this.size = size;
    this.workers = Executors.newFixedThreadPool(threads, LessonPool::thread);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "lessons");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public double temperature(int head) {
    return goals.heads().get(head).temperature();
  }

  @Override
  public List<Lesson> epoch(int epoch) {
    epochs.headMap(epoch).clear();
    begin(epoch);
    begin(epoch + 1);
    List<Lesson> lessons = new ArrayList<>();
    for (Future<Lesson> lesson : epochs.getOrDefault(epoch, List.of())) {
      lessons.add(done(lesson));
    }
    return lessons;
  }

  private void begin(int epoch) {
    if (!epochs.containsKey(epoch)) {
      List<Future<Lesson>> lessons = new ArrayList<>();
      for (long own : seeds(seed, epoch, size)) {
        lessons.add(workers.submit(() -> maker.make(own)));
      }
      epochs.put(epoch, lessons);
    }
  }

  /** The seeds of an epoch's lessons, none of which is one of another epoch. */
  static long[] seeds(long seed, int epoch, int size) {
    return new SplittableRandom(Seeds.of(seed, epoch)).longs(size).toArray();
  }

  private static Lesson done(Future<Lesson> lesson) {
    try {
      return lesson.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a lesson cannot be made: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while lessons were made", e);
    }
  }

  /** Begins no more lessons and waits for those at work, whose teachers may then be closed. */
  @Override
  public void close() {
    workers.shutdownNow();
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = workers.awaitTermination(1, TimeUnit.DAYS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
