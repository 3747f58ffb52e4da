package io.auricle.cli.option;

import java.io.PrintWriter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of every command that works on many files. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class WorkOptions {
  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Files analysed at once (default: the number of cores).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Mixin private VerboseOption verbose;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  public int threads() {
    if (threads < 1) {
      throw new ParameterException(
          spec.commandLine(), "--threads=" + threads + " must be at least 1");
    }
    return threads;
  }

  /** Where progress, notes and warnings go: to stderr, or nowhere. */
  public PrintWriter notes(PrintWriter err) {
    return verbose.notes(err);
  }
}
