package io.auricle.cli.output;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/**
 * A progress bar on stderr, drawn only when stderr is a terminal (the launcher says so with {@code
 * -Dauricle.terminal=true}); in a pipe nothing of it is written.
 */
public final class ProgressBar implements AutoCloseable {
  private static final int WIDTH = 24;
  private static final long REDRAW_NANOS = 100_000_000;

  private final PrintWriter out;
  private final boolean drawn;
  private final String unit;
  private final int total;
  private final long start = System.nanoTime();
  private long lastDrawn;
  private int done;

  /**
   * @param unit what is counted, in the plural ("files")
   * @param total how many there are
   */
  public ProgressBar(PrintWriter out, String unit, int total) {
    this.out = out;
    this.drawn = Boolean.getBoolean("auricle.terminal") && total > 1;
    this.unit = unit;
    this.total = total;
    draw();
  }

  /** One more is done. */
  public synchronized void step() {
    done++;
    if (System.nanoTime() - lastDrawn > REDRAW_NANOS) {
      draw();
    }
  }

  /** Takes the bar away, so that a line can be written; it comes back with the next step. */
  public synchronized void clear() {
    if (drawn) {
      out.print("\r\033[K");
      out.flush();
    }
  }

  @Override
  public void close() {
    clear();
  }

  private void draw() {
    if (!drawn) {
      return;
    }
    lastDrawn = System.nanoTime();
    int filled = (int) ((long) WIDTH * done / total);
    out.printf(
        Locale.ROOT,
        "\r\033[K[%s%s] %d/%d %s%s",
        "#".repeat(filled),
        "-".repeat(WIDTH - filled),
        done,
        total,
        unit,
        pace());
    out.flush();
  }

  private String pace() {
    if (done == 0) {
      return "";
    }
    double seconds = Math.max(1e-3, (lastDrawn - start) / 1e9);
    return speed(done / seconds)
        + left(Duration.ofNanos((lastDrawn - start) / done * (total - done)));
  }

  /** How many a second, or how long one takes where that is longer. */
  private static String speed(double perSecond) {
    return perSecond >= 1
        ? String.format(Locale.ROOT, ", %.1f/s", perSecond)
        : String.format(Locale.ROOT, ", %.1f s each", 1 / perSecond);
  }

  private static String left(Duration left) {
    return left.toHours() > 0
        ? ", %d:%02d:%02d left"
            .formatted(left.toHours(), left.toMinutesPart(), left.toSecondsPart())
        : ", %d:%02d left".formatted(left.toMinutes(), left.toSecondsPart());
  }
}
