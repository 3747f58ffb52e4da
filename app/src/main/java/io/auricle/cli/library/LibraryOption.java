package io.auricle.cli.library;

import io.auricle.library.store.Database;
import io.auricle.library.store.LibraryPlace;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which library is meant. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class LibraryOption {
  @Option(
      names = "--database",
      paramLabel = "FILE",
      description =
          "The library's file (default: what AURICLE_LIBRARY names, else library.db in auricle of"
              + " the user's data folder, ~/.local/share).")
  private @Nullable Path database;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** Opens it, and makes it if it is not there. */
  Database make() throws IOException {
    return Database.open(file());
  }

  /** Opens one that is there. */
  public Database open() throws IOException {
    return Database.existing(file());
  }

  Path file() {
    if (database != null) {
      return database;
    }
    return LibraryPlace.file()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(), "there is no data folder; name a file with --database"));
  }
}
