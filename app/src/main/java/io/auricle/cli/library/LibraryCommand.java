package io.auricle.cli.library;

import io.auricle.cli.output.ExitCode;
import io.auricle.cli.output.Messages;
import io.auricle.cli.output.TextTable;
import io.auricle.library.similar.NearCopies;
import io.auricle.library.similar.NearSong;
import io.auricle.library.similar.SimilarSongs;
import io.auricle.library.similar.SongSpace;
import io.auricle.library.song.LibraryCounts;
import io.auricle.library.song.SameSounds;
import io.auricle.library.song.Song;
import io.auricle.library.song.SongReader;
import io.auricle.library.song.WrongTag;
import io.auricle.library.store.Backup;
import io.auricle.library.store.Database;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle library}: a collection that is scanned once and then asked. */
@Command(
    name = "library",
    description = "Scan folders into a library; list, compare and play what is in it.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      LibraryScanCommand.class,
      LibraryListCommand.class,
      LibraryExportCommand.class,
      LibraryPlaylistCommand.class,
      LibraryCorrectCommand.class,
      LibraryTagCommand.class,
      LibraryUntagCommand.class
    },
    footer = {
      "",
      "Try: auricle library scan ~/Music",
      "     auricle library list genre:jazz mood:calm sort:arousal"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class LibraryCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "one of scan, list, show, stats, wrong, similar, playlist, correct, tag, untag, duplicates,"
            + " export and check must follow library");
  }

  @Command(
      name = "show",
      description = "All that the library knows of a file.",
      mixinStandardHelpOptions = true)
  int show(
      @Parameters(paramLabel = "FILE", description = "The file.") Path file,
      @Mixin LibraryOption library)
      throws IOException {
    try (Database database = library.open()) {
      SongReader reader = new SongReader(database);
      Optional<Song> song = SongArgument.find(reader, file, spec.commandLine().getErr());
      if (song.isEmpty()) {
        return ExitCode.FAILED;
      }
      SongFacts.print(
          song.get(),
          reader.tags(song.get()),
          reader.scores(song.get()),
          spec.commandLine().getOut());
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "stats",
      description = "How many files, hours, labels and faults.",
      mixinStandardHelpOptions = true)
  int stats(@Mixin LibraryOption library) throws IOException {
    try (Database database = library.open()) {
      PrintWriter out = spec.commandLine().getOut();
      LibraryCounts counts = LibraryCounts.of(database);
      out.println(
          String.format(
              Locale.ROOT,
              "%d songs, %.1f hours; %d files removed",
              counts.heard(),
              counts.seconds() / 3600,
              counts.removed()));
      List<List<String>> rows = new ArrayList<>();
      counts
          .labels()
          .forEach(
              (model, labels) ->
                  labels.forEach(
                      (label, count) ->
                          rows.add(
                              List.of(
                                  model,
                                  label.isEmpty() ? "not sure" : label,
                                  String.valueOf(count)))));
      counts.faults().forEach((code, count) -> rows.add(List.of("fault", code, "" + count)));
      TextTable.print(rows, out);
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "wrong",
      description =
          "Files whose tags say another genre or mood than what is heard or was corrected, surest"
              + " first.",
      mixinStandardHelpOptions = true)
  int wrong(@Mixin LibraryOption library) throws IOException {
    try (Database database = library.open()) {
      List<List<String>> rows = new ArrayList<>();
      for (WrongTag wrong : WrongTag.all(database)) {
        if (rows.isEmpty()) {
          rows.add(List.of("TAG", "SAYS", "HEARD", "SCORE", "FILE"));
        }
        rows.add(
            List.of(
                wrong.name(),
                Messages.oneLine(wrong.value()),
                wrong.heard().label(),
                wrong.heard().corrected() ? "corrected" : SongTable.percent(wrong.heard().score()),
                Messages.oneLine(wrong.path())));
      }
      TextTable.print(rows, spec.commandLine().getOut());
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "similar",
      description = "The songs that sound most like one, nearest first.",
      mixinStandardHelpOptions = true)
  int similar(
      @Parameters(paramLabel = "FILE", description = "A file of the library.") Path file,
      @Option(
              names = {"-n", "--count"},
              paramLabel = "N",
              defaultValue = "10",
              description = "How many (default: ${DEFAULT-VALUE}).")
          int count,
      @Mixin LibraryOption library)
      throws IOException {
    if (count < 1) {
      throw new ParameterException(spec.commandLine(), "--count=" + count + " must be at least 1");
    }
    try (Database database = library.open()) {
      SongReader reader = new SongReader(database);
      Optional<Song> song = SongArgument.find(reader, file, spec.commandLine().getErr());
      if (song.isEmpty()) {
        return ExitCode.FAILED;
      }
      PrintWriter err = spec.commandLine().getErr();
      Optional<SongSpace> space = SongSpace.of(database, song.get());
      if (space.isEmpty()) {
        err.println("auricle: " + Messages.oneLine(file + ": no model could hear this file"));
        return ExitCode.FAILED;
      }
      if (space.get().isOfScores()) {
        err.println("auricle: no model gives an embedding, so songs are compared by their scores");
      }
      List<List<String>> rows = new ArrayList<>();
      for (NearSong near : SimilarSongs.nearest(space.get(), song.get(), count, id -> true)) {
        for (Song other : reader.ofIds(near.id())) {
          rows.add(
              List.of(
                  String.format(Locale.ROOT, "%.3f", near.cosine()),
                  Messages.oneLine(other.path())));
        }
      }
      TextTable.print(rows, spec.commandLine().getOut());
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "duplicates",
      description = "Files with the very same sound, whatever their names and tags.",
      mixinStandardHelpOptions = true)
  int duplicates(
      @Option(
              names = "--near",
              description =
                  "Also the same recording in another encoding, or with some seconds cut off: how"
                      + " much of it agrees with the longest, and what that has in front.")
          boolean near,
      @Mixin LibraryOption library)
      throws IOException {
    try (Database database = library.open()) {
      PrintWriter out = spec.commandLine().getOut();
      if (near) {
        copies(NearCopies.all(database), out);
        return ExitCode.DONE;
      }
      String between = "";
      for (List<Song> same : SameSounds.all(database)) {
        out.print(between);
        same.forEach(song -> out.println(Messages.oneLine(song.path())));
        between = "\n";
      }
      return ExitCode.DONE;
    }
  }

  private static void copies(List<List<NearCopies.Copy>> groups, PrintWriter out) {
    String between = "";
    for (List<NearCopies.Copy> group : groups) {
      out.print(between);
      List<List<String>> rows = new ArrayList<>();
      for (NearCopies.Copy copy : group) {
        Double seconds = copy.song().seconds();
        rows.add(
            List.of(
                SongTable.percent(copy.share()),
                String.format(Locale.ROOT, "%+.1f s", copy.seconds()),
                seconds == null ? "" : SongTable.clock(seconds),
                Messages.oneLine(copy.song().path())));
      }
      TextTable.print(rows, out);
      between = "\n";
    }
  }

  @Command(
      name = "check",
      description =
          "Read every page of the library's file and say what is damaged; of one that is whole make"
              + " a backup beside it.",
      mixinStandardHelpOptions = true)
  int check(
      @Option(
              names = "--restore",
              description =
                  "Put the backup, which scans and checks make, in the place of the library; what"
                      + " was there is kept as FILE.torn.")
          boolean restore,
      @Mixin LibraryOption library)
      throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    if (restore) {
      Path torn = Backup.restore(library.file());
      err.println(
          "auricle: "
              + Messages.oneLine(
                  "%s: restored; what was there is %s, and a scan hears what came since"
                      .formatted(library.file(), torn)));
    }
    try (Database database = library.open()) {
      List<String> faults = database.faults();
      if (faults.isEmpty()) {
        Backup.make(database);
        err.println("auricle: " + Messages.oneLine(database.file() + ": whole"));
      } else {
        // What is damaged means something to nobody but those who know the inside of SQLite.
        String first = faults.get(0).lines().reduce((before, last) -> last).orElse("");
        err.println(
            "auricle: "
                + Messages.oneLine(
                    ("%s: is damaged (%s): auricle library check --restore puts its last backup in"
                            + " its place")
                        .formatted(database.file(), first)));
      }
      return faults.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }
  }
}
