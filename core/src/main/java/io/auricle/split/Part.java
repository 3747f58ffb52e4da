package io.auricle.split;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The sides of a split. */
public enum Part {
  /** What models, scalers and vocabularies are fitted to. */
  TRAIN,
  /** What choices are made on. */
  VALIDATION,
  /** What figures are reported on. */
  TEST;

  /** The name in files: lower case. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The part of a name in files. */
  static Optional<Part> ofTitle(String title) {
    return Arrays.stream(values()).filter(part -> part.title().equals(title)).findFirst();
  }
}
