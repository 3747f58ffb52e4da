package io.auricle.extract;

import io.auricle.audio.DecodeException;
import io.auricle.journal.FileState;
import io.auricle.work.OrderedWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Extracts the features of many files on several threads and writes them in their order. */
public final class FeatureWork {
  private final FileFeatures features;
  private final FeatureOutput output;
  private final Watcher watcher;

  /** Is told what happens. */
  public interface Watcher {
    /** Before all else: so many files are done from before, and so many of them have failed. */
    void begins(int kept, int failed);

    /** One more file is analysed; from any thread. */
    void step();

    /** In the order of the files: what came of one. */
    void report(Path file, List<String> warnings, @Nullable DecodeException error);
  }

  /** What came of a file. */
  private record Result(
      int index,
      Path file,
      FileState state,
      Spill lines,
      List<String> warnings,
      @Nullable DecodeException error) {}

  /** A file as the worker gets it: refused already, or to be analysed. */
  public interface Gate {
    /**
     * Refuses what is no file.
     *
     * @throws DecodeException if so
     */
    void check(Path file) throws DecodeException;
  }

  public FeatureWork(FileFeatures features, FeatureOutput output, Watcher watcher) {
    this.features = features;
    this.output = output;
    this.watcher = watcher;
  }

  /**
   * Does the work.
   *
   * @param gate refuses what is no file
   * @param earlier what is done with what an earlier run has written
   * @throws IOException if the output cannot be written
   */
  public void run(List<Path> files, Gate gate, MemoryPlan memory, Earlier earlier)
      throws IOException, InterruptedException {
    try (Table table = output.open(features, files, earlier)) {
      int[] all = IntStream.range(0, files.size()).toArray();
      List<Integer> rest = IntStream.of(all).filter(i -> !table.isDone(i)).boxed().toList();
      int failed = (int) IntStream.of(all).filter(table::hasFailed).count();
      watcher.begins(files.size() - rest.size(), failed);
      OrderedWork.run(
          rest,
          memory.threads(),
          index -> {
            Result result = extract(index, files.get(index), gate, memory.spillBytes());
            watcher.step();
            return result;
          },
          result -> append(result, table));
      table.finish();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Result extract(int index, Path file, Gate gate, int spillBytes) {
    FileState state = FileState.of(file);
    Spill lines = new Spill(output.spillFolder(), spillBytes);
    try {
      gate.check(file);
      try (TrackRows rows = output.format().open(file, lines)) {
        List<String> warnings = features.extract(file, rows);
        rows.finish();
        return new Result(index, file, state, lines, warnings, null);
      }
    } catch (DecodeException e) {
      return new Result(index, file, state, lines, List.of(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void append(Result result, Table table) {
    try (Spill lines = result.lines()) {
      watcher.report(result.file(), result.warnings(), result.error());
      String stamp = output.format().stamp(result.file());
      table.append(result.index(), result.state(), stamp, lines, result.error());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
