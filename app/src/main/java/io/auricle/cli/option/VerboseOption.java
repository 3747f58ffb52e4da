package io.auricle.cli.option;

import io.auricle.cli.output.Messages;
import java.io.PrintWriter;
import java.io.Writer;
import picocli.CommandLine.Option;

/** How much is said on stderr; {@link Messages#failure} looks for the first option itself. */
public final class VerboseOption {
  @Option(
      names = Messages.VERBOSE,
      description = "Show the stack trace of an error that ends the command.")
  private boolean verbose;

  @Option(
      names = {"-q", "--quiet"},
      description = "Say nothing on stderr but what failed: no progress, notes and warnings.")
  private boolean quiet;

  /** Where progress, notes and warnings go: to stderr, or nowhere. */
  public PrintWriter notes(PrintWriter err) {
    return quiet ? new PrintWriter(Writer.nullWriter()) : err;
  }

  boolean isVerbose() {
    return verbose;
  }
}
