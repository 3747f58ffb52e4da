package io.auricle.extract;

import io.auricle.audio.DecodeException;
import io.auricle.audio.ErrorCode;
import io.auricle.bundle.Version;
import io.auricle.feature.FeatureMatrix;
import io.auricle.file.FileName;
import io.auricle.journal.FileState;
import io.auricle.parquet.ParquetField;
import io.auricle.parquet.ParquetFile;
import io.auricle.parquet.ParquetType;
import io.auricle.parquet.ResultFields;
import io.auricle.work.OrderedWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The features of many files as a Parquet table, a row a file, with the columns of docs/spark.md:
 * sets of statistics have a column a feature, sets of frames an array with its shape.
 */
public final class ParquetFeatures {
  private final FileFeatures features;
  private final FeatureWork.Watcher watcher;
  private final boolean arrays;

  /**
   * @param features of whole files
   */
  public ParquetFeatures(FileFeatures features, FeatureWork.Watcher watcher) {
    this.features = features;
    this.watcher = watcher;
    this.arrays = features.isPerFrame();
  }

  /** What came of a file. */
  private record Result(
      Path file,
      FileState state,
      Gathered rows,
      List<String> warnings,
      @Nullable DecodeException error) {}

  /**
   * Does the work; the table appears when all of it is done.
   *
   * @param gate refuses what is no file
   */
  public void run(List<Path> files, Path table, FeatureWork.Gate gate, MemoryPlan memory)
      throws IOException, InterruptedException {
    try (ParquetFile parquet = new ParquetFile(table, fields(), Version.program())) {
      watcher.begins(0, 0);
      OrderedWork.run(
          files,
          memory.threads(),
          file -> {
            Result result = extract(file, gate, memory.waitingValues());
            watcher.step();
            return result;
          },
          result -> add(result, parquet));
      parquet.finish();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private List<ParquetField> fields() {
    List<ParquetField> own = new ArrayList<>();
    own.add(ParquetField.of("set", ParquetType.TEXT));
    own.add(ParquetField.of("sample_rate_hz", ParquetType.INTEGER));
    own.add(ParquetField.of("length", ParquetType.LONG));
    if (arrays) {
      own.add(ParquetField.of("frames", ParquetType.INTEGER));
      own.add(ParquetField.of("columns", ParquetType.INTEGER));
      own.add(ParquetField.list("values", ParquetType.FLOAT));
    } else {
      features.columns().forEach(name -> own.add(ParquetField.of(name, ParquetType.FLOAT)));
    }
    return ResultFields.with(own);
  }

  private Result extract(Path file, FeatureWork.Gate gate, int mostValues) {
    FileState state = FileState.of(file);
    Gathered rows = new Gathered(mostValues);
    try {
      gate.check(file);
      List<String> warnings = features.extract(file, rows);
      return new Result(file, state, rows, warnings, null);
    } catch (TooMany e) {
      DecodeException error =
          new DecodeException(
              ErrorCode.TOO_LONG,
              file,
              "its features have over %d values, which do not fit into memory; write arrays to a folder"
                  .formatted(mostValues));
      return new Result(file, state, new Gathered(0), List.of(), error);
    } catch (DecodeException e) {
      return new Result(file, state, new Gathered(0), List.of(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(Result result, ParquetFile table) {
    watcher.report(result.file(), result.warnings(), result.error());
    int rateHz = features.options().sampleRateHz();
    boolean known = result.state().bytes() >= 0;
    Gathered rows = result.rows();
    @Nullable DecodeException error = result.error();
    List<@Nullable Object> row = new ArrayList<>();
    row.add(FileName.text(result.file()));
    row.add(known ? result.state().bytes() : null);
    row.add(known ? 1000 * result.state().modifiedMillis() : null);
    row.add(error == null ? (double) rows.length / rateHz : null);
    row.add(features.options().set());
    row.add(rateHz);
    row.add(error == null ? rows.length : null);
    int columns = features.columns().size();
    if (error != null) {
      row.addAll(Arrays.asList(new @Nullable Object[arrays ? 3 : columns]));
    } else if (arrays) {
      row.add(rows.filled / columns);
      row.add(columns);
      row.add(rows.list());
    } else {
      row.addAll(rows.list());
    }
    row.add(error == null ? result.warnings() : null);
    row.add(error == null ? null : error.code().name());
    row.add(error == null ? null : error.reason());
    try {
      table.add(row.toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** There are more values than may be held. */
  private static final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** All rows of a file. */
  private static final class Gathered implements TrackRows {
    private final int most;
    private float[] values = new float[256];
    private int filled;
    private long length;

    Gathered(int most) {
      this.most = most;
    }

    @Override
    public void add(int piece, long samples, FeatureMatrix rows) {
      float[] more = rows.toArray();
      if (more.length > most - filled) {
        throw new TooMany();
      }
      if (filled + more.length > values.length) {
        values = Arrays.copyOf(values, Math.max(filled + more.length, 2 * filled));
      }
      System.arraycopy(more, 0, values, filled, more.length);
      filled += more.length;
      length = samples;
    }

    List<Float> list() {
      return new AbstractList<>() {
        @Override
        public Float get(int i) {
          return values[i];
        }

        @Override
        public int size() {
          return filled;
        }
      };
    }

    @Override
    public void finish() {}

    @Override
    public void close() {}
  }
}
