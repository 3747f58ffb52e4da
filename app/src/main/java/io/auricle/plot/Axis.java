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
public record Axis(String title, List<Tick> ticks) {
  private static final double CLOCK_FROM_SECONDS = 120;

  /** Steps of a clock in seconds. */
  private static final List<Integer> CLOCK_STEPS =
      List.of(1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400);

  public Axis {
    ticks = List.copyOf(ticks);
  }

  /**
   * A mark.
   *
   * @param at share of the axis from its beginning, in [0, 1]
   * @param text beside it
   */
  public record Tick(double at, String text) {}

  /** Evenly divided from {@code low} to {@code high}, marks at round numbers. */
  public static Axis linear(String title, double low, double high, int most) {
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

  /**
   * Time in seconds; from two minutes on in minutes and seconds, from an hour on with hours.
   *
   * @param low seconds at the beginning
   * @param high seconds at the end
   * @param most marks
   */
  public static Axis time(double low, double high, int most) {
    if (high < CLOCK_FROM_SECONDS) {
      return linear("time (s)", low, high, most);
    }
    int step = 1;
    for (int longer : CLOCK_STEPS) {
      step = longer;
      if ((high - low) / step <= most) {
        break;
      }
    }
    if (high - low < most) {
      return linear("time (s)", low, high, most);
    }
    boolean hours = high >= 3600;
    List<Tick> ticks = new ArrayList<>();
    for (long at = (long) Math.ceil(low / step) * step; at <= high; at += step) {
      String text =
          hours
              ? "%d:%02d:%02d".formatted(at / 3600, at / 60 % 60, at % 60)
              : "%d:%02d".formatted(at / 60, at % 60);
      ticks.add(new Tick((at - low) / (high - low), text));
    }
    return new Axis(hours ? "time (h:min:s)" : "time (min:s)", ticks);
  }

  private static String number(double value, int decimals) {
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return text.replace('-', '\u2212');
  }
}
