package io.auricle.web.upload;

import java.util.function.DoubleConsumer;

/**
 * Whether an upload comes fast enough. It may be a few seconds behind its slowest speed and never
 * more, however fast it was before: who stalls loses its place after that time, and earlier if
 * others want it. One thread reads; others may only cut off.
 */
final class UploadPace {
  private static final double GRACE_SECONDS = 5;

  /** Changes of the grace below this are not told to the connection. */
  private static final double STEP_SECONDS = 0.25;

  private final UploadLimits limits;
  private final DoubleConsumer patience;
  private double grace = GRACE_SECONDS;
  private double told = Double.POSITIVE_INFINITY;
  private double total;
  private volatile long waitsSince;
  private volatile boolean waits;
  private volatile boolean cut;

  /**
   * @param patience takes how many seconds a read may wait
   */
  UploadPace(UploadLimits limits, DoubleConsumer patience) {
    this.limits = limits;
    this.patience = patience;
  }

  /** Before a read: lets it wait no longer than it may. */
  void begin() {
    double left = Math.min(limits.seconds() - total, hasSpeed() ? grace : Double.MAX_VALUE);
    if (Math.abs(left - told) > STEP_SECONDS) {
      patience.accept(left);
      told = left;
    }
    waitsSince = System.nanoTime();
    waits = true;
  }

  /**
   * After a read.
   *
   * @return whether the upload may go on
   */
  boolean came(long bytes) {
    waits = false;
    return came(bytes, (System.nanoTime() - waitsSince) / 1e9);
  }

  /** The same with the seconds that the read waited. */
  boolean came(long bytes, double seconds) {
    total += seconds;
    if (hasSpeed()) {
      grace += (double) bytes / limits.bytesPerSecond() - seconds;
      grace = Math.min(grace, GRACE_SECONDS);
    }
    return !cut && grace >= 0 && total <= limits.seconds();
  }

  /** How long the present read has waited, in seconds; 0 if there is none, or it was cut off. */
  double waited() {
    return waits && !cut ? (System.nanoTime() - waitsSince) / 1e9 : 0;
  }

  /** Ends the upload, by whoever needs its place. */
  void cut() {
    cut = true;
    patience.accept(0);
  }

  private boolean hasSpeed() {
    return limits.bytesPerSecond() > 0;
  }
}
