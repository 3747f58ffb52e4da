package io.auricle.cli;

import java.time.Duration;

/** Waits for what comes by itself, as long as it may take on a machine on which much else runs. */
public final class Until {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long PAUSE_MILLIS = 5;

  private Until() {}

  /** What is waited for. */
  public interface Condition {
    /** Whether it is so now. */
    boolean holds() throws Exception;
  }

  /** Returns once a condition holds; the test fails if it never does. */
  public static void holds(String what, Condition condition) throws Exception {
    long start = System.nanoTime();
    while (!condition.holds()) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new AssertionError("waited in vain: " + what);
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }
}
