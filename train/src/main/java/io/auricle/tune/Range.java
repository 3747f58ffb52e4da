package io.auricle.tune;

import io.auricle.yaml.YamlKeys;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Numbers between two ends, which belong to it. They are rounded to four digits, as they would be
 * written by hand.
 *
 * @param from lower end
 * @param to upper end, above {@code from}
 * @param logarithmic whether each factor, not each difference, is as likely
 * @param whole whether only whole numbers are meant
 * @param steps how many a grid has, evenly spaced, both ends among them; 0 if not said
 */
record Range(double from, double to, boolean logarithmic, boolean whole, int steps)
    implements SettingValues {
  private static final MathContext DIGITS = new MathContext(4);

  private enum Scale {
    LINEAR,
    LOG,
    INTEGER,
    LOG_INTEGER
  }

  Range {
    if (!(from < to && Double.isFinite(from) && Double.isFinite(to))) {
      throw new IllegalArgumentException("from=%s must be below to=%s".formatted(from, to));
    }
    if (logarithmic && from <= 0) {
      throw new IllegalArgumentException("from=" + from + " must be above 0 on a log scale");
    }
    if (whole && (from != Math.rint(from) || to != Math.rint(to))) {
      throw new IllegalArgumentException(
          "from=%s and to=%s must be whole on an integer scale".formatted(from, to));
    }
    if (steps < 0 || steps == 1) {
      throw new IllegalArgumentException("steps=" + steps + " must be at least 2");
    }
  }

  /** {@code {from: 0.1, to: 100, scale: log, steps: 7}}. */
  static Range of(YamlKeys keys) {
    Scale scale = keys.word("scale", Scale.LINEAR);
    boolean whole = scale == Scale.INTEGER || scale == Scale.LOG_INTEGER;
    boolean logarithmic = scale == Scale.LOG || scale == Scale.LOG_INTEGER;
    double from = keys.number("from");
    double to = keys.number("to");
    int steps = keys.integer("steps", 0);
    keys.check();
    return new Range(from, to, logarithmic, whole, steps);
  }

  @Override
  public Object draw(SplittableRandom random) {
    double share = random.nextDouble();
    // Each whole number gets the same room, the ends included.
    return whole ? at(from - 0.5, to + 0.5, share) : at(from, to, share);
  }

  @Override
  public List<Object> grid() {
    if (steps == 0) {
      throw new IllegalArgumentException("a range needs steps in a grid: {from: .., steps: 5}");
    }
    Set<Object> values = new LinkedHashSet<>();
    for (int step = 0; step < steps; step++) {
      values.add(at(from, to, step / (steps - 1.0)));
    }
    return new ArrayList<>(values);
  }

  private Object at(double low, double high, double share) {
    double value = logarithmic ? low * Math.pow(high / low, share) : low + (high - low) * share;
    if (whole) {
      return (long) Math.max(from, Math.min(to, Math.rint(value)));
    }
    double rounded = new BigDecimal(value).round(DIGITS).doubleValue();
    return Math.max(from, Math.min(to, rounded));
  }
}
