package io.auricle.web.library;

import io.auricle.bundle.Bundles;
import io.auricle.library.scan.FoundFiles;
import io.auricle.library.scan.LibraryScan;
import io.auricle.library.scan.ScanCounts;
import io.auricle.library.scan.ScanModels;
import io.auricle.library.scan.SongOutcome;
import io.auricle.library.song.Song;
import io.auricle.library.song.SongReader;
import io.auricle.library.song.SongSelection;
import io.auricle.library.store.Database;
import io.auricle.predict.Classifier;
import io.auricle.predict.Classifiers;
import io.auricle.web.health.FaultLog;
import io.auricle.work.OrderedWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * A scan that the page asks for: of the folders that were scanned before, by the models that heard
 * the library before. One at a time. Thread-safe.
 */
final class ServedScan implements AutoCloseable {
  private static final long CLOSING_MILLIS = 5_000;

  private final OpenLibrary library;
  private final List<String> served;
  private final int threads;
  private final PlaylistFiles playlists;
  private final FaultLog faults;
  private volatile ScanProgress progress = ScanProgress.IDLE;
  private @Nullable Thread worker;

  /**
   * @param served the models of the server, which are asked if they heard the library
   */
  ServedScan(
      OpenLibrary library,
      List<String> served,
      int threads,
      PlaylistFiles playlists,
      FaultLog faults) {
    this.library = library;
    this.served = List.copyOf(served);
    this.threads = threads;
    this.playlists = playlists;
    this.faults = faults;
  }

  ScanProgress progress() {
    return progress;
  }

  /** Begins, unless it is at work already. */
  synchronized void start() {
    if (worker != null && worker.isAlive()) {
      return;
    }
    Path file = library.file();
    progress = new ScanProgress("running", 0, -1, 0, null, null);
    worker = new Thread(() -> run(file), "auricle-scan");
    worker.setDaemon(true);
    worker.start();
  }

  /** Breaks it off; what was heard is kept. */
  synchronized void cancel() {
    if (worker != null) {
      worker.interrupt();
    }
  }

  private void run(Path file) {
    List<Classifier> models = new ArrayList<>();
    try (Database database = Database.existing(file)) {
      List<Path> folders = LibraryScan.folders(database);
      FoundFiles found = FoundFiles.below(folders, false);
      load(models, heardBy(database));
      scan(database, LibraryScan.begin(database, new ScanModels(models), found, false, false));
    } catch (InterruptedException | CancellationException e) {
      end("cancelled", null);
    } catch (UncheckedIOException e) {
      @Nullable Throwable cause = e.getCause();
      end("failed", String.valueOf(cause == null ? e.getMessage() : cause.getMessage()));
    } catch (IOException e) {
      end("failed", String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      faults.write("a fault while scanning:", e);
      end("failed", "a fault of this program; its log has the details");
    } finally {
      models.forEach(Classifier::close);
    }
  }

  /** The names of the models that spoke of the first song that was heard, in their order. */
  private static Set<String> heardBy(Database database) throws IOException {
    SongReader reader = new SongReader(database);
    SongSelection first =
        new SongSelection("f.fault_code IS NULL", List.of(), "f.id", List.of(), 1);
    Set<String> names = new LinkedHashSet<>();
    for (Song song : reader.read(first)) {
      names.addAll(reader.scores(song).keySet());
    }
    return names;
  }

  /** Others would hear every song again. */
  private void load(List<Classifier> models, Set<String> heardBy) throws IOException {
    if (heardBy.isEmpty()) {
      for (String name : Bundles.bundled()) {
        models.add(Classifiers.load(name));
      }
      return;
    }
    Map<String, String> places = new HashMap<>();
    for (List<String> choice : List.of(Bundles.known(), served)) {
      for (String place : choice) {
        nameOf(place).ifPresent(name -> places.put(name, place));
      }
    }
    for (String name : heardBy) {
      @Nullable String place = places.get(name);
      if (place == null) {
        throw new IOException(
            ("model=%s heard this library and is not here; serve with --model, or scan by: auricle"
                    + " library scan --model NAME ...")
                .formatted(name));
      }
      models.add(Classifiers.load(place));
    }
  }

  /** The name of a model; nothing of one that is broken, which is missed only if it heard. */
  private static Optional<String> nameOf(String place) {
    try {
      return Optional.of(Bundles.find(place).card().about().name());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void scan(Database database, LibraryScan scan) throws IOException, InterruptedException {
    int total = scan.changed().size();
    long start = System.nanoTime();
    int[] counts = new int[2];
    progress = new ScanProgress("running", 0, total, 0, null, null);
    try {
      if (total > 0) {
        OrderedWork.run(
            scan.changed(),
            Math.min(threads, total),
            scan::hear,
            outcome -> {
              record(scan, outcome);
              counts[0]++;
              counts[1] += outcome.fault() == null ? 0 : 1;
              double left = (System.nanoTime() - start) / 1e9 / counts[0] * (total - counts[0]);
              progress = new ScanProgress("running", counts[0], total, counts[1], left, null);
            });
      }
    } finally {
      scan.write();
    }
    ScanCounts all = scan.finish();
    playlists.write(database);
    end(
        "done",
        "%d heard, %d known by their sound, %d unchanged, %d removed, %d failed"
            .formatted(all.heard(), all.known(), all.unchanged(), all.removed(), all.failed()));
  }

  private static void record(LibraryScan scan, SongOutcome outcome) {
    try {
      scan.record(outcome);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void end(String state, @Nullable String message) {
    ScanProgress last = progress;
    progress =
        new ScanProgress(
            state, last.done(), Math.max(0, last.total()), last.faults(), null, message);
  }

  @Override
  public void close() {
    @Nullable Thread last;
    synchronized (this) {
      last = worker;
    }
    if (last != null) {
      last.interrupt();
      try {
        last.join(CLOSING_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
