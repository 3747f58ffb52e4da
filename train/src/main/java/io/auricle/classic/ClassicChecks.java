package io.auricle.classic;

import org.jspecify.annotations.Nullable;

/** Defaults and limits of settings. */
final class ClassicChecks {
  private ClassicChecks() {}

  static <T> T orElse(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }

  static void atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + "=" + value + " must be at least " + least);
    }
  }

  static void aboveZero(String name, double value) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(name + "=" + value + " must be above 0");
    }
  }

  static void notNegative(String name, double value) {
    if (!(value >= 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(name + "=" + value + " must be 0 or above");
    }
  }

  static void share(String name, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(name + "=" + value + " must be in (0, 1]");
    }
  }
}
