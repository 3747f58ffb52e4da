package io.auricle.cli.output;

import java.io.PrintWriter;

/** Says, if a signal ends the program meanwhile, that the work can go on. */
public final class UnfinishedHint implements AutoCloseable {
  private final Thread hint;

  /**
   * @param resumable whether it can
   */
  public UnfinishedHint(PrintWriter err, boolean resumable) {
    this.hint =
        new Thread(
            () -> err.println("auricle: not finished; the same command with --resume goes on"));
    if (resumable) {
      Runtime.getRuntime().addShutdownHook(hint);
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hint);
    } catch (IllegalStateException e) {
      // The program is ending: that is what the hint is for.
    }
  }
}
