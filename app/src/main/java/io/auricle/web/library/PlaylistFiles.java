package io.auricle.web.library;

import io.auricle.library.playlist.Playlists;
import io.auricle.library.playlist.SavedPlaylist;
import io.auricle.library.query.QueryException;
import io.auricle.library.store.Database;
import io.auricle.web.health.FaultLog;
import io.auricle.web.http.ProblemException;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The playlists that a library keeps, written again after it changed: behind the answers, once for
 * many changes. Thread-safe.
 */
final class PlaylistFiles implements AutoCloseable {
  private final OpenLibrary library;
  private final FaultLog faults;
  private final AtomicBoolean waits = new AtomicBoolean();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "auricle-playlists");
            thread.setDaemon(true);
            return thread;
          });

  PlaylistFiles(OpenLibrary library, FaultLog faults) {
    this.library = library;
    this.faults = faults;
  }

  /** Has them written. */
  void writeSoon() {
    if (!waits.compareAndSet(false, true)) {
      return;
    }
    try {
      worker.execute(
          () -> {
            waits.set(false);
            try {
              library.ask(this::write);
            } catch (IOException | ProblemException e) {
              faults.tell("playlists were not written: " + e.getMessage());
            }
          });
    } catch (RejectedExecutionException e) {
      waits.set(false); // the server ends; the next scan writes them
    }
  }

  /** One that cannot be written is no reason for the others not to be. */
  boolean write(Database database) throws IOException {
    Playlists playlists = new Playlists(database);
    for (SavedPlaylist list : playlists.all()) {
      try {
        playlists.write(list);
      } catch (IOException | QueryException e) {
        faults.tell("playlist %s was not written: %s".formatted(list.name(), e.getMessage()));
      }
    }
    return true;
  }

  @Override
  public void close() {
    worker.shutdown();
  }
}
