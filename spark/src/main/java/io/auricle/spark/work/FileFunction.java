package io.auricle.spark.work;

import io.auricle.audio.DecodeException;
import io.auricle.audio.ErrorCode;
import io.auricle.audio.decode.AudioDecoder;
import io.auricle.audio.decode.DecodeOptions;
import io.auricle.spark.input.CatalogueFile;
import io.auricle.spark.input.CatalogueSound;
import io.auricle.spark.input.FileColumns;
import io.auricle.spark.input.SoundLocator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * What a task does: file by file, a bad one gives a row with its code. Rows are made when they are
 * asked for, so one file is in memory at a time.
 */
abstract class FileFunction implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;
  private static final int TRIES = 3;
  private static final long PAUSE_MILLIS = 500;

  /** A decoder has tables that are worth keeping; keyed by options, shared by all tasks. */
  private static final Map<DecodeOptions, AudioDecoder> DECODERS = new ConcurrentHashMap<>();

  private final FileTask task;

  FileFunction(FileTask task) {
    this.task = task;
  }

  /** Loads what the work needs, before the first file. */
  abstract void start(Meters meters) throws IOException;

  /**
   * Analyses a sound.
   *
   * @param opener decodes it
   * @return the values of each row, whose file is filled in already
   * @throws DecodeException if it is bad
   */
  abstract List<Result> analyse(CatalogueSound sound, SoundOpener opener) throws DecodeException;

  /** The rows of a file that has failed. */
  abstract List<Result> failed(DecodeException error);

  @Override
  public final Iterator<Row> call(Iterator<Row> rows) throws IOException {
    start(task.meters());
    SoundLocator finder = new SoundLocator(task.hadoop().value());
    Queue<Row> ready = new ArrayDeque<>();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        while (ready.isEmpty() && rows.hasNext()) {
          ready.addAll(results(rows.next(), finder));
        }
        return !ready.isEmpty();
      }

      @Override
      public Row next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return ready.remove();
      }
    };
  }

  private List<Row> results(Row row, SoundLocator finder) {
    for (int i = 1; ; i++) {
      List<Row> results = attempt(row, finder, i == TRIES);
      if (!results.isEmpty()) {
        return results;
      }
      pause(i * PAUSE_MILLIS);
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (CancellationException) new CancellationException("interrupted").initCause(e);
    }
  }

  /** The results of a file; none if what failed may pass. */
  private List<Row> attempt(Row row, SoundLocator finder, boolean last) {
    Stopwatch watch = new Stopwatch();
    CatalogueFile file = task.columns().file(row);
    List<Result> results;
    @Nullable DecodeException error = null;
    try (CatalogueSound sound = task.columns().sound(row, finder)) {
      file = known(file, sound);
      try {
        results = analyse(sound, rate -> open(sound, rate, watch));
      } catch (DecodeException e) {
        if (sound.mayPass() && !last) {
          return List.of();
        }
        error = e;
        results = failed(e);
      } catch (CancellationException e) {
        throw e;
      } catch (RuntimeException e) {
        // A fault of the program on one file must not take the results of all others with it.
        error = new DecodeException(ErrorCode.INTERNAL, Path.of("input"), e.toString());
        results = failed(error);
      }
    } catch (DecodeException e) {
      error = e;
      results = failed(e);
    }
    watch.stop(task.meters(), file.path(), error == null ? CodeCounts.GOOD : error.code().name());
    CatalogueFile whole = file;
    return results.stream().map(result -> row(row, whole, result)).toList();
  }

  private MeteredStream open(CatalogueSound sound, int rateHz, Stopwatch watch)
      throws DecodeException {
    DecodeOptions options = new DecodeOptions(rateHz, task.limits().decoding());
    AudioDecoder decoder = DECODERS.computeIfAbsent(options, AudioDecoder::of);
    long start = System.nanoTime();
    try {
      return new MeteredStream(sound.open(decoder), watch);
    } finally {
      watch.opened(System.nanoTime() - start);
    }
  }

  /** What the input did not say of a file. */
  private static CatalogueFile known(CatalogueFile file, CatalogueSound sound) {
    if (file.size() != CatalogueFile.UNKNOWN && file.modifiedMillis() != CatalogueFile.UNKNOWN) {
      return file;
    }
    try {
      CatalogueFile found = sound.file();
      return new CatalogueFile(
          file.path(),
          file.size() == CatalogueFile.UNKNOWN ? found.size() : file.size(),
          file.modifiedMillis() == CatalogueFile.UNKNOWN
              ? found.modifiedMillis()
              : file.modifiedMillis());
    } catch (IOException e) {
      // Whoever opens it says why.
      return file;
    }
  }

  private Row row(Row input, CatalogueFile file, Result result) {
    Object[] values = new Object[task.table().all().length()];
    Row stamp = FileColumns.row(file);
    for (int i = 0; i < stamp.length(); i++) {
      values[i] = stamp.get(i);
    }
    result.values().forEach((column, value) -> values[task.table().place(column)] = value);
    int next = task.table().own().length();
    for (int place : task.columns().others()) {
      values[next++] = input.get(place);
    }
    return RowFactory.create(values);
  }
}
