package io.auricle.cli.library;

import io.auricle.cli.option.VerboseOption;
import io.auricle.cli.output.ExitCode;
import io.auricle.cli.output.Messages;
import io.auricle.library.playlist.Playlists;
import io.auricle.library.playlist.SavedPlaylist;
import io.auricle.library.query.Query;
import io.auricle.library.query.QueryException;
import io.auricle.library.song.Song;
import io.auricle.library.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle library playlist}: songs as a file for players, kept up to date by scans. */
@Command(
    name = "playlist",
    description = "Write the songs of a query as a playlist, and again after each scan.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Try: auricle library playlist evening mood:calm genre:jazz -o evening.m3u8",
      "     auricle library playlist like-this --like song.mp3 --length 2h -o like.m3u8"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class LibraryPlaylistCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "NAME", description = "What it is called.")
  private String name;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "QUERY",
      description = "Which songs, as of library list.")
  private List<String> words = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The playlist's file, M3U8; written in place of one that is there.")
  private @Nullable Path output;

  @Option(
      names = "--like",
      paramLabel = "FILE",
      description =
          "Begin with this song of the library, then go on to what sounds most like the last one, no"
              + " artist twice in a row where there are others.")
  private @Nullable Path like;

  @Option(
      names = "--length",
      paramLabel = "TIME",
      description = "With --like: how long at least, such as 2h, 90m or 45:00.")
  private @Nullable String length;

  @Option(names = "--absolute", description = "Name songs by whole paths, not from the file on.")
  private boolean absolute;

  @Option(names = "--once", description = "Do not keep it: scans do not write it again.")
  private boolean once;

  @Option(names = "--forget", description = "Keep the playlist no longer; its file stays.")
  private boolean forget;

  @Mixin private LibraryOption library;

  @Mixin private VerboseOption verbose;

  private CommandSpec spec;

  @Spec
  void takeMinus(CommandSpec own) {
    spec = own;
    spec.parser().unmatchedOptionsArePositionalParams(true);
  }

  @Override
  public Integer call() throws IOException {
    if (forget) {
      return forget();
    }
    SavedPlaylist list = list();
    try (Database database = library.open()) {
      Playlists playlists = new Playlists(database);
      List<Song> songs = playlists.write(list);
      if (!once) {
        playlists.save(list);
      }
      verbose
          .notes(spec.commandLine().getErr())
          .println(
              "auricle: "
                  + Messages.oneLine(
                      "wrote %s: %d songs, %s"
                          .formatted(
                              output,
                              songs.size(),
                              SongTable.clock(
                                  songs.stream()
                                      .mapToDouble(s -> s.seconds() == null ? 0 : s.seconds())
                                      .sum()))));
      return ExitCode.DONE;
    } catch (QueryException e) {
      QueryWords.complain(spec.commandLine().getErr(), e);
      return ExitCode.USAGE;
    }
  }

  private int forget() throws IOException {
    try (Database database = library.open()) {
      if (!new Playlists(database).forget(name)) {
        throw usage(
            "playlist=%s is not kept; a name of one that is must stand there".formatted(name));
      }
      return ExitCode.DONE;
    }
  }

  private SavedPlaylist list() {
    if (output == null) {
      throw usage("Missing required option: '--output=FILE'");
    }
    if (Files.isDirectory(output)) {
      throw usage("--output=%s is a folder; name a file in it".formatted(output));
    }
    if (length != null && like == null) {
      throw usage("--length goes with --like; a query has limit:N");
    }
    return new SavedPlaylist(
        name,
        String.join(" ", words),
        output.toAbsolutePath().normalize(),
        absolute,
        like == null ? null : like.toAbsolutePath().normalize(),
        length == null
            ? null
            : Query.seconds(length)
                .orElseThrow(
                    () ->
                        usage("--length=%s must be a time such as 2h or 45:00".formatted(length))));
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
