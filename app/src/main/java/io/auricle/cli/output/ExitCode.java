package io.auricle.cli.output;

/** What a run of the program says to the shell that started it. */
public final class ExitCode {
  /** Everything asked for was done. */
  public static final int DONE = 0;

  /** Something failed; the rest was done. */
  public static final int FAILED = 1;

  /** The command line makes no sense; nothing was done. */
  public static final int USAGE = 2;

  private ExitCode() {}
}
