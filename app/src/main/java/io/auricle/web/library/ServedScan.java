package io.auricle.web.library;

import io.auricle.bundle.Bundles;
import io.auricle.file.FileName;
import io.auricle.library.scan.FoundFiles;
import io.auricle.library.scan.LibraryScan;
import io.auricle.library.scan.ScanCounts;
import io.auricle.library.scan.ScanModels;
import io.auricle.library.scan.ScanWork;
import io.auricle.library.scan.SongOutcome;
import io.auricle.library.song.Song;
import io.auricle.library.song.SongReader;
import io.auricle.library.song.SongSelection;
import io.auricle.library.store.Database;
import io.auricle.predict.Classifier;
import io.auricle.predict.Classifiers;
import io.auricle.web.health.FaultLog;
import io.auricle.work.FileAnswers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
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
  private final FileAnswers answers = FileAnswers.within(FileAnswers.USUAL_MILLIS);
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
      FoundFiles found = FoundFiles.below(folders, false, answers);
      load(models, heardBy(database));
      ScanModels together = new ScanModels(models);
      scan(database, LibraryScan.begin(database, together, found, false, false, answers), found);
    } catch (InterruptedException | CancellationException e) {
      end("cancelled", null);
    } catch (IOException e) {
      end("failed", String.valueOf(e.getMessage()));
    } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
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

  private void scan(Database database, LibraryScan scan, FoundFiles found)
      throws IOException, InterruptedException {
    int total = scan.changed().size();
    progress = new ScanProgress("running", 0, total, 0, null, null);
    Told told = new Told(total, found.silent());
    new ScanWork(scan, answers, told).run(threads);
    ScanCounts all = scan.finish();
    playlists.write(database);
    end(
        "done",
        "%d heard, %d known by their sound, %d unchanged, %d removed, %d failed"
                .formatted(all.heard(), all.known(), all.unchanged(), all.removed(), all.failed())
            + told.silence());
  }

  /** Keeps the progress; on the thread of the scan. */
  private final class Told implements ScanWork.Listener {
    private final int total;
    private final long start = System.nanoTime();
    private final List<Path> silent;
    private int done;
    private int faults;

    Told(int total, List<Path> silent) {
      this.total = total;
      this.silent = new ArrayList<>(silent);
    }

    @Override
    public void recorded(SongOutcome outcome) {
      done++;
      faults += outcome.fault() == null ? 0 : 1;
      double left = (System.nanoTime() - start) / 1e9 / done * (total - done);
      progress = new ScanProgress("running", done, total, faults, left, null);
    }

    @Override
    public void silent(Path path) {
      silent.add(path);
    }

    String silence() {
      return silent.isEmpty()
          ? ""
          : silent.stream()
              .map(FileName::text)
              .collect(Collectors.joining(", ", "; these do not answer: ", ""));
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
