package io.auricle.cli;

import picocli.CommandLine.Option;

/** The option that {@link Messages#failure} looks for; every command that can fail has it. */
final class VerboseOption {
  @Option(
      names = Messages.VERBOSE,
      description = "Show the stack trace of an error that ends the command.")
  private boolean verbose;

  boolean isVerbose() {
    return verbose;
  }
}
