package io.auricle.cli.train;

import java.io.PrintWriter;

/** The program, as a command sees it that runs others. */
public interface CommandRunner {
  /** Runs a command line as the shell would and returns its exit code. */
  int runLine(PrintWriter out, PrintWriter err, String... words);
}
