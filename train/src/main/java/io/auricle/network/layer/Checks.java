package io.auricle.network.layer;

/** Ranges that the options of several layers share. */
final class Checks {
  private Checks() {}

  static void positive(String name, double value) {
    if (!(value > 0)) {
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
    if (!(value >= 0)) {
      throw new IllegalArgumentException("%s=%s must be 0 or more".formatted(name, plain(value)));
    }
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
