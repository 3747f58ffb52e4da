package io.auricle.cli.library;

import io.auricle.cli.output.ExitCode;
import io.auricle.library.query.Query;
import io.auricle.library.query.QueryException;
import io.auricle.library.song.Song;
import io.auricle.library.song.SongReader;
import io.auricle.library.store.Database;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code auricle library list}: the songs that a query means. */
@Command(
    name = "list",
    description = "The songs that a query means; without one, all that are there and were heard.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Try: auricle library list genre:jazz 'score>0.7' mood:calm year:..1969 sort:arousal",
      "     auricle library list fault:yes --format csv"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class LibraryListCommand implements Callable<Integer> {
  @Mixin private QueryWords query;

  @Mixin private SongOutput output;

  @Mixin private LibraryOption library;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    SongFormat format = output.format(SongFormat.table);
    try (Database database = library.open()) {
      SongReader reader = new SongReader(database);
      List<Song> songs = reader.read(Query.read(query.text(), reader.models()));
      output.write(format, songs, reader, false);
      return ExitCode.DONE;
    } catch (QueryException e) {
      QueryWords.complain(spec.commandLine().getErr(), e);
      return ExitCode.USAGE;
    }
  }
}
