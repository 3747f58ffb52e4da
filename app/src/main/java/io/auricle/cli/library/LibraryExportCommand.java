package io.auricle.cli.library;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.auricle.cli.output.ExitCode;
import io.auricle.folder.WholeFile;
import io.auricle.library.query.Query;
import io.auricle.library.query.QueryException;
import io.auricle.library.song.Song;
import io.auricle.library.song.SongReader;
import io.auricle.library.song.SongSelection;
import io.auricle.library.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
            + " files that failed or are gone, unless a query says which. As JAMS a file for each"
            + " song that was heard, in a folder.",
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
    if (format == SongFormat.table || format == SongFormat.m3u8) {
      throw new ParameterException(
          spec.commandLine(), "--format=%s must be csv, jsonl or jams".formatted(format));
    }
    try (Database database = library.open()) {
      SongReader reader = new SongReader(database);
      SongSelection which =
          query.text().isBlank()
              ? SongSelection.where("1")
              : Query.read(query.text(), reader.models());
      if (format == SongFormat.jams) {
        jams(reader.read(which), reader);
      } else {
        output.write(format, reader.read(which), reader, true);
      }
      return ExitCode.DONE;
    } catch (QueryException e) {
      QueryWords.complain(spec.commandLine().getErr(), e);
      return ExitCode.USAGE;
    }
  }

  private void jams(List<Song> songs, SongReader reader) throws IOException {
    Path folder = output.folder();
    Files.createDirectories(folder);
    int width = String.valueOf(songs.size()).length();
    int number = 0;
    for (Song song : songs) {
      number++;
      if (song.fault() == null) {
        String name = SongJams.name(song, String.format(Locale.ROOT, "%0" + width + "d", number));
        String text = SongJams.of(song, reader.models(), reader.scores(song), reader.tags(song));
        WholeFile.write(folder.resolve(name), stream -> stream.write(text.getBytes(UTF_8)));
      }
    }
  }
}
