package io.auricle.library.scan;

import io.auricle.library.store.LibraryException;
import io.auricle.work.AnsweredWork;
import io.auricle.work.FileAnswers;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Hears what changed on several threads and gives it to the library. Files that do not answer are
 * left for the next scan, and others go on.
 */
public final class ScanWork {
  private final LibraryScan scan;
  private final FileAnswers answers;
  private final Listener listener;

  /** Is told how far it is. */
  public interface Listener {
    /** A file was heard or could not be; on any thread. */
    default void heard() {}

    /** It is recorded; on the thread of {@link ScanWork#run}. */
    void recorded(SongOutcome outcome);

    /** A file or folder does not answer; once for each, on the same thread. */
    void silent(Path path);
  }

  public ScanWork(LibraryScan scan, FileAnswers answers, Listener listener) {
    this.scan = scan;
    this.answers = answers;
    this.listener = listener;
  }

  /**
   * Whatever ends it, what was heard is written.
   *
   * @throws InterruptedException if the thread is interrupted
   */
  public void run(int threads) throws LibraryException, InterruptedException {
    List<FoundFile> changed = scan.changed();
    Set<Path> told = new HashSet<>();
    try {
      if (!changed.isEmpty()) {
        new AnsweredWork<FoundFile>(
                answers,
                FoundFile::path,
                (file, silent) -> {
                  scan.leave();
                  if (told.add(silent)) {
                    listener.silent(silent);
                  }
                })
            .run(changed, Math.min(threads, changed.size()), this::hear, this::record);
      }
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof LibraryException cause) {
        throw cause;
      }
      throw e;
    } finally {
      scan.write();
    }
  }

  private SongOutcome hear(FoundFile file) {
    SongOutcome outcome = scan.hear(file);
    listener.heard();
    return outcome;
  }

  private void record(SongOutcome outcome) {
    listener.recorded(outcome);
    try {
      scan.record(outcome);
    } catch (LibraryException e) {
      throw new UncheckedIOException(e);
    }
  }
}
