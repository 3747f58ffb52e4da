package io.auricle.bundle;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Says which part of a card is missing: JSON gives null for it. */
final class Checks {
  private Checks() {}

  static void present(@Nullable Object value, String name) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
  }

  static void filled(@Nullable Collection<?> values, String name) {
    if (values == null || values.isEmpty()) {
      throw new IllegalArgumentException(name + " is missing or empty");
    }
  }
}
