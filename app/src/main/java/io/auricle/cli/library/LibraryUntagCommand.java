package io.auricle.cli.library;

import io.auricle.cli.option.VerboseOption;
import io.auricle.cli.output.ExitCode;
import io.auricle.cli.output.Messages;
import io.auricle.file.FileName;
import io.auricle.library.format.TagException;
import io.auricle.library.query.Query;
import io.auricle.library.query.QueryException;
import io.auricle.library.song.Song;
import io.auricle.library.song.SongReader;
import io.auricle.library.store.Database;
import io.auricle.library.store.LibraryException;
import io.auricle.library.tag.TagUndo;
import io.auricle.work.AnsweredWork;
import io.auricle.work.FileAnswers;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code auricle library untag}: files as they were before their tags were written. */
@Command(
    name = "untag",
    description =
        "Give files back the tags, byte for byte, and the times that they had before library tag"
            + " wrote them. A file that was changed since stays as it is.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {"", "Try: auricle library untag --dry-run", "     auricle library untag album:Kind"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class LibraryUntagCommand implements Callable<Integer> {
  @Mixin private QueryWords query;

  @Option(names = "--dry-run", description = "Only show what was written into which files.")
  private boolean dryRun;

  @Option(
      names = "--break-links",
      description =
          "Also files with several names (hard links): this one becomes a file of its own.")
  private boolean breakLinks;

  @Mixin private LibraryOption library;

  @Mixin private VerboseOption verbose;

  @Spec private CommandSpec spec;

  private final FileAnswers answers = FileAnswers.within(FileAnswers.USUAL_MILLIS);
  private int done;
  private int failed;

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (Database database = library.open()) {
      SongReader reader = new SongReader(database);
      TagUndo undo = new TagUndo(database, breakLinks);
      List<List<Song>> files =
          undo.changed(reader.read(Query.read(query.text(), reader.models())), answers);
      return dryRun ? show(undo, files) : undo(undo, files);
    } catch (QueryException e) {
      QueryWords.complain(spec.commandLine().getErr(), e);
      return ExitCode.USAGE;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private int show(TagUndo undo, List<List<Song>> files) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    for (List<Song> file : files) {
      String name = Messages.oneLine(file.get(0).path());
      undo.changes(file).forEach(line -> out.println(name + ": " + Messages.oneLine(line)));
    }
    return ExitCode.DONE;
  }

  private int undo(TagUndo undo, List<List<Song>> files) throws InterruptedException {
    // One at a time, as each change is noted at once; the thread is there for what does not answer.
    new AnsweredWork<List<Song>>(
            answers,
            file -> FileName.path(file.get(0).path()),
            (file, silent) -> take(file, new Undone(false, TagLines.silent())))
        .run(
            files,
            1,
            file -> new Answer(file, undone(undo, file)),
            answer -> take(answer.file(), answer.undone()));
    verbose
        .notes(spec.commandLine().getErr())
        .println("auricle: %d files are as they were, %d failed".formatted(done, failed));
    return failed > 0 ? ExitCode.FAILED : ExitCode.DONE;
  }

  /** What became of a file. */
  private record Undone(boolean changed, @Nullable TagException fault) {}

  private record Answer(List<Song> file, Undone undone) {}

  private static Undone undone(TagUndo undo, List<Song> file) {
    try {
      return new Undone(undo.undo(file) > 0, null);
    } catch (TagException e) {
      return new Undone(false, e);
    } catch (LibraryException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(List<Song> file, Undone undone) {
    String name = Messages.oneLine(file.get(0).path());
    if (undone.fault() != null) {
      failed++;
      spec.commandLine().getErr().println(TagLines.fault(name, undone.fault()));
    } else if (undone.changed()) {
      done++;
      spec.commandLine().getOut().println(name);
    }
  }
}
