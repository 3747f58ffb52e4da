package io.auricle.extract;

import io.auricle.audio.DecodeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Extracts the features of many files on several threads and writes them in their order. */
public final class FeatureWork {
  private final TrackFeatures features;
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

  public FeatureWork(TrackFeatures features, FeatureOutput output, Watcher watcher) {
    this.features = features;
    this.output = output;
    this.watcher = watcher;
  }

  /**
   * Does the work.
   *
   * @param gate refuses what is no file
   * @param resume whether interrupted work goes on if there is some
   * @throws IOException if the output cannot be written
   */
  public void run(List<Path> files, Gate gate, MemoryPlan memory, boolean resume)
      throws IOException, InterruptedException {
    try (Table table = output.open(features, files, resume)) {
      int kept = table.done().size();
      watcher.begins(
          kept, (int) table.done().stream().filter(entry -> entry.failure() != null).count());
      OrderedWork.run(
          files.subList(kept, files.size()),
          memory.threads(),
          file -> {
            Result result = extract(file, gate, memory.spillBytes());
            watcher.step();
            return result;
          },
          result -> append(result, table));
      table.finish();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Result extract(Path file, Gate gate, int spillBytes) {
    FileState state = FileState.of(file);
    Spill lines = new Spill(output.spillFolder(), spillBytes);
    try {
      gate.check(file);
      try (TrackRows rows = output.format().open(file, lines)) {
        List<String> warnings = features.extract(file, rows);
        rows.finish();
        return new Result(file, state, lines, warnings, null);
      }
    } catch (DecodeException e) {
      return new Result(file, state, lines, List.of(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void append(Result result, Table table) {
    try (Spill lines = result.lines()) {
      watcher.report(result.file(), result.warnings(), result.error());
      table.append(result.state(), lines, result.error());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
