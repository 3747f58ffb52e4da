package io.auricle.cli;

import java.io.PrintWriter;
import java.io.Writer;
import picocli.CommandLine.Option;

/** How much is said on stderr; {@link Messages#failure} looks for the first option itself. */
final class VerboseOption {
  @Option(
      names = Messages.VERBOSE,
      description = "Show the stack trace of an error that ends the command.")
  private boolean verbose;

  @Option(
      names = {"-q", "--quiet"},
      description = "Say nothing on stderr but what failed: no progress, notes and warnings.")
  private boolean quiet;

  /** Where progress, notes and warnings go: to stderr, or nowhere. */
  PrintWriter notes(PrintWriter err) {
    return quiet ? new PrintWriter(Writer.nullWriter()) : err;
  }

  boolean isVerbose() {
    return verbose;
  }
}
