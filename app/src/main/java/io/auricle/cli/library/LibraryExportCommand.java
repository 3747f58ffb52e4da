package io.auricle.cli.library;

import io.auricle.cli.output.ExitCode;
import io.auricle.library.query.Query;
import io.auricle.library.query.QueryException;
import io.auricle.library.song.SongReader;
import io.auricle.library.song.SongSelection;
import io.auricle.library.store.Database;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code auricle library export}: everything that is known, for other programs. */
@Command(
    name = "export",
    description =
        "Everything the library knows, as CSV or JSON lines: all scores, tags (JSON), times, also of"
            + " files that failed or are gone, unless a query says which.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {"", "Try: auricle library export -o music.csv"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class LibraryExportCommand implements Callable<Integer> {
  @Mixin private QueryWords query;

  @Mixin private SongOutput output;

  @Mixin private LibraryOption library;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    SongFormat format = output.format(SongFormat.jsonl);
    if (format != SongFormat.csv && format != SongFormat.jsonl) {
      throw new ParameterException(
          spec.commandLine(), "--format=%s must be csv or jsonl".formatted(format));
    }
    try (Database database = library.open()) {
      SongReader reader = new SongReader(database);
      SongSelection which =
          query.text().isBlank()
              ? SongSelection.where("1")
              : Query.read(query.text(), reader.models());
      output.write(format, reader.read(which), reader, true);
      return ExitCode.DONE;
    } catch (QueryException e) {
      QueryWords.complain(spec.commandLine().getErr(), e);
      return ExitCode.USAGE;
    }
  }
}
