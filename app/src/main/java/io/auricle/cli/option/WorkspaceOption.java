package io.auricle.cli.option;

import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where commands keep runs and features. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class WorkspaceOption {
  /** Where they are unless another folder is given. */
  public static final String HERE = ".";

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      defaultValue = HERE,
      description = "Where runs/ and cache/ are (default: the current folder).")
  private Path workspace;

  @Mixin private VerboseOption verbose;

  public Path folder() {
    return workspace;
  }

  /** Where progress, notes and warnings go: to stderr, or nowhere. */
  public PrintWriter notes(PrintWriter err) {
    return verbose.notes(err);
  }
}
