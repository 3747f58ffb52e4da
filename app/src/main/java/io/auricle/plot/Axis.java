package io.auricle.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An axis: what it shows and where its marks stand.
 *
 * @param title what is shown, with its unit
 * @param ticks marks, each at a share of the axis
 */
record Axis(String title, List<Tick> ticks) {
  Axis {
    ticks = List.copyOf(ticks);
  }

  /**
   * A mark.
   *
   * @param at share of the axis from its beginning, in [0, 1]
   * @param text beside it
   */
  record Tick(double at, String text) {}

  /** Evenly divided from {@code low} to {@code high}, marks at round numbers. */
  static Axis linear(String title, double low, double high, int most) {
    double rough = (high - low) / most;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double share = rough / power;
    double step = power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    List<Tick> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; i++) {
      double value = i * step;
      ticks.add(new Tick((value - low) / (high - low), number(value, decimals)));
    }
    return new Axis(title, ticks);
  }

  private static String number(double value, int decimals) {
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return text.replace('-', '\u2212');
  }
}
