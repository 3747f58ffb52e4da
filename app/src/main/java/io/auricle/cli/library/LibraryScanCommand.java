package io.auricle.cli.library;

import io.auricle.audio.DecodeException;
import io.auricle.bundle.Bundles;
import io.auricle.cli.help.KnownNames;
import io.auricle.cli.option.WorkOptions;
import io.auricle.cli.output.ExitCode;
import io.auricle.cli.output.Messages;
import io.auricle.cli.output.ProgressBar;
import io.auricle.file.FileName;
import io.auricle.library.scan.FolderWatch;
import io.auricle.library.scan.FoundFiles;
import io.auricle.library.scan.LibraryScan;
import io.auricle.library.scan.ScanCounts;
import io.auricle.library.scan.ScanModels;
import io.auricle.library.scan.ScanWork;
import io.auricle.library.scan.SongOutcome;
import io.auricle.library.store.Backup;
import io.auricle.library.store.Database;
import io.auricle.library.store.LibraryException;
import io.auricle.predict.Classifier;
import io.auricle.predict.Classifiers;
import io.auricle.work.FileAnswers;
import io.auricle.work.NoAnswerException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle library scan}: hears what is new in folders. */
@Command(
    name = "scan",
    description =
        "Hear what is new or changed in folders, and note what is gone. Whatever stops it, the next"
            + " scan goes on.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Files that failed are not tried again before they change. Exit code 0: all heard; 1: some"
          + " failed; 2: wrong usage.",
      "",
      "Try: auricle library scan ~/Music"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class LibraryScanCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..*",
      paramLabel = "DIR",
      description = "Folders (or single files); without one all that were scanned before.")
  private List<Path> folders = new ArrayList<>();

  @Option(
      names = "--model",
      paramLabel = "NAME|DIR",
      completionCandidates = KnownNames.Models.class,
      description =
          "Model that hears each file; several times for several (default: all that come along).")
  private List<String> names = new ArrayList<>();

  @Option(names = "--retry", description = "Try again what failed.")
  private boolean retry;

  @Option(
      names = "--whole",
      description =
          "Hear all of long files, too, not four excerpts of ten seconds; those heard so before are"
              + " heard again.")
  private boolean whole;

  @Option(
      names = "--watch",
      description =
          "Then follow the folders: what is new, changed, moved or gone is noted as it happens,"
              + " until Ctrl-C.")
  private boolean watch;

  @Option(
      names = "--hidden",
      description = "Also hidden files and folders, and those that systems keep.")
  private boolean hidden;

  @Mixin private LibraryOption library;

  @Mixin private WorkOptions work;

  @Spec private CommandSpec spec;

  private final FileAnswers answers = FileAnswers.within(FileAnswers.USUAL_MILLIS);

  /** What was said not to answer. */
  private final Set<Path> told = new HashSet<>();

  /** Whether something did not answer last time. */
  private boolean silence;

  @Override
  public Integer call() throws IOException, InterruptedException {
    work.threads();
    if (new HashSet<>(names).size() < names.size()) {
      throw usage("--model=%s names a model twice".formatted(names));
    }
    for (Path folder : folders) {
      if (isMissing(folder)) {
        throw usage("%s: no such folder".formatted(folder));
      }
    }
    List<Classifier> models = new ArrayList<>();
    try (Ending ending = new Ending(watch);
        Database database = library.make()) {
      List<Path> roots = folders.isEmpty() ? LibraryScan.folders(database) : folders;
      if (roots.isEmpty()) {
        throw usage("Missing required parameter: 'DIR'; nothing was scanned before");
      }
      if (watch) {
        return follow(database, roots, models, ending);
      }
      FoundFiles found = FoundFiles.below(roots, hidden, answers);
      load(models);
      return scan(database, new ScanModels(models), found, retry);
    } finally {
      models.forEach(Classifier::close);
    }
  }

  /** Of what does not answer the scan says so. */
  private boolean isMissing(Path folder) throws IOException {
    try {
      return !answers.of(folder, () -> Files.exists(folder));
    } catch (NoAnswerException e) {
      return false;
    }
  }

  private void load(List<Classifier> models) throws IOException {
    for (String name : names.isEmpty() ? Bundles.bundled() : names) {
      models.add(Classifiers.load(name));
    }
  }

  /** Scans, and again whenever something changed, until the program is to end. */
  private int follow(Database database, List<Path> roots, List<Classifier> models, Ending ending)
      throws IOException, InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    try (FolderWatch folders = FolderWatch.of(roots, answers)) {
      load(models);
      ScanModels together = new ScanModels(models);
      scan(database, together, FoundFiles.below(roots, hidden, answers), retry);
      work.notes(err)
          .println(
              "auricle: following the folders; Ctrl-C ends it"
                  + (folders.seesAll()
                      ? ""
                      : "; the system does not tell of all of them, so they are looked through"
                          + " every minute"));
      while (true) {
        folders.await(silence);
        try {
          FoundFiles found = FoundFiles.below(roots, hidden, answers);
          scan(database, together, found, false);
        } catch (LibraryException e) {
          throw e;
        } catch (IOException e) {
          // A drive that is gone comes back.
          err.println("auricle: " + Messages.oneLine("cannot look: " + e.getMessage()));
        }
      }
    } catch (InterruptedException | CancellationException e) {
      if (!ending.isAsked()) {
        throw e;
      }
      work.notes(err).println("auricle: ended; the library is whole");
      return ExitCode.DONE;
    }
  }

  private int scan(Database database, ScanModels models, FoundFiles found, boolean again)
      throws IOException, InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    PrintWriter notes = work.notes(err);
    long start = System.nanoTime();
    for (Path folder : found.unreadable()) {
      err.println("auricle: " + Messages.oneLine(folder + ": no permission to read this folder"));
    }
    told.retainAll(found.silent());
    found.silent().forEach(path -> tell(path, err));
    LibraryScan scan = LibraryScan.begin(database, models, found, again, whole, answers);
    try (ProgressBar progress = new ProgressBar(notes, "files", scan.changed().size())) {
      new ScanWork(scan, answers, new Lines(err, progress)).run(work.threads());
    }
    ScanCounts counts = scan.finish();
    KeptPlaylists.write(database, notes, answers);
    boolean other = counts.heard() + counts.known() + counts.removed() > 0;
    if (other && Backup.isDue(database.file())) {
      backup(database, notes);
    }
    notes.println(
        "auricle: "
            + Messages.oneLine(
                String.format(
                    Locale.ROOT,
                    "%d heard, %d known by their sound, %d unchanged, %d removed, %d failed, %d"
                        + " failed before%s; %.1f s; library %s",
                    counts.heard(),
                    counts.known(),
                    counts.unchanged(),
                    counts.removed(),
                    counts.failed(),
                    counts.faulty(),
                    counts.left() == 0 ? "" : ", %d do not answer".formatted(counts.left()),
                    (System.nanoTime() - start) / 1e9,
                    database.file())));
    silence = found.silent().size() + counts.left() > 0;
    boolean done = counts.failed() + found.unreadable().size() == 0 && !silence;
    return done ? ExitCode.DONE : ExitCode.FAILED;
  }

  /** What is told of each file. */
  private final class Lines implements ScanWork.Listener {
    private final PrintWriter err;
    private final ProgressBar progress;

    Lines(PrintWriter err, ProgressBar progress) {
      this.err = err;
      this.progress = progress;
    }

    @Override
    public void heard() {
      progress.step();
    }

    @Override
    public void recorded(SongOutcome outcome) {
      @Nullable DecodeException fault = outcome.fault();
      if (fault != null) {
        progress.clear();
        err.println(Messages.of(outcome.file().name(), fault));
      }
    }

    @Override
    public void silent(Path path) {
      progress.clear();
      tell(path, err);
    }
  }

  /** Once, until it answers. */
  private void tell(Path path, PrintWriter err) {
    if (told.add(path)) {
      err.println(silent(path));
    }
  }

  private static String silent(Path path) {
    return "auricle: %s [TIMEOUT]"
        .formatted(
            Messages.oneLine(
                FileName.text(path)
                    + ": does not answer; the next scan tries it and what lies below it again"));
  }

  /** A backup that cannot be made is no reason for a scan to fail. */
  private static void backup(Database database, PrintWriter notes) {
    try {
      Backup.make(database);
    } catch (IOException e) {
      notes.println(Messages.warning("no backup of the library was made: " + e.getMessage()));
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
