package io.auricle.cli;

import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where commands keep runs and features. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class WorkspaceOption {
  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "Where runs/ and cache/ are (default: the current folder).")
  private Path workspace;

  @SuppressWarnings("unused") // read from the arguments themselves, see Messages
  @Mixin
  private VerboseOption verbose;

  Path folder() {
    return workspace;
  }
}
