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

  /** The part that published splits call by a word, such as {@code training} or {@code valid}. */
  static Optional<Part> ofPublished(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "train", "training" -> Optional.of(TRAIN);
      case "valid", "validation", "dev" -> Optional.of(VALIDATION);
      case "test", "testing" -> Optional.of(TEST);
      default -> Optional.empty();
    };
  }

  /** The part of a name in files. */
  static Optional<Part> ofTitle(String title) {
    return Arrays.stream(values()).filter(part -> part.title().equals(title)).findFirst();
  }
}
