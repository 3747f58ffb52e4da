package io.auricle.web.health;

import java.io.PrintWriter;

/** Where faults of this program are written, for those who run it; clients never see them. */
public final class FaultLog {
  private final PrintWriter out;

  public FaultLog(PrintWriter out) {
    this.out = out;
  }

  /** Writes what happened, where a stack trace says no more. */
  public synchronized void tell(String what) {
    out.println("auricle: " + what);
    out.flush();
  }

  /** Writes what happened with its stack trace. */
  public synchronized void write(String what, Throwable fault) {
    out.println("auricle: " + what);
    fault.printStackTrace(out);
    out.flush();
  }
}
