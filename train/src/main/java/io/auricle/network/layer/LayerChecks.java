package io.auricle.network.layer;

import java.util.regex.Pattern;

/** Ranges and forms that the options of several layers share. */
final class LayerChecks {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");

  private LayerChecks() {}

  /** A part of the names of weights, which are joined by dots. */
  static void name(String owner, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "%s name=%s must be made of letters, digits, - and _".formatted(owner, name));
    }
  }

  static void positive(String name, double value) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException("%s=%s must be above 0".formatted(name, plain(value)));
    }
  }

  /** In [0, 1): rates of dropout, momenta. */
  static void share(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException("%s=%s must be in [0, 1)".formatted(name, plain(value)));
    }
  }

  static void notNegative(String name, double value) {
    if (!(value >= 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException("%s=%s must be 0 or more".formatted(name, plain(value)));
    }
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
