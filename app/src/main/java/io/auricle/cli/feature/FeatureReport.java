package io.auricle.cli.feature;

import io.auricle.audio.DecodeException;
import io.auricle.cli.output.Messages;
import io.auricle.cli.output.ProgressBar;
import io.auricle.cli.output.UnfinishedHint;
import io.auricle.extract.FeatureWork;
import io.auricle.file.FileName;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells on stderr how {@link FeatureWork} gets on. */
final class FeatureReport implements FeatureWork.Watcher, AutoCloseable {
  private final PrintWriter err;
  private final PrintWriter notes;
  private final int files;
  private final UnfinishedHint hint;
  private ProgressBar progress;
  private int failed;

  /**
   * @param err where failures go
   * @param notes where all else goes
   * @param files how many there are
   * @param resumable whether the work could go on after an interruption
   */
  FeatureReport(PrintWriter err, PrintWriter notes, int files, boolean resumable) {
    this.err = err;
    this.notes = notes;
    this.files = files;
    this.progress = new ProgressBar(notes, "files", files);
    this.hint = new UnfinishedHint(notes, resumable);
  }

  /** How many files have failed. */
  int failed() {
    return failed;
  }

  @Override
  public void begins(int kept, int keptFailures) {
    if (kept > 0) {
      progress.clear();
      notes.println("auricle: %d of %d files are done already".formatted(kept, files));
      progress = new ProgressBar(notes, "files", files - kept);
    }
    failed = keptFailures;
  }

  @Override
  public void step() {
    progress.step();
  }

  @Override
  public void report(Path file, List<String> warnings, @Nullable DecodeException error) {
    progress.clear();
    for (String warning : warnings) {
      notes.println(Messages.warning(FileName.text(file) + ": " + warning));
    }
    if (error != null) {
      err.println(Messages.of(error));
      failed++;
    }
  }

  @Override
  public void close() {
    progress.close();
    hint.close();
  }
}
