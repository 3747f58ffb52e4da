package io.auricle.label;

/**
 * One word of a taxonomy, for instance {@code hiphop}. Labels are equal when their names are.
 *
 * @param name one line of text without leading or trailing blanks
 */
public record Label(String name) implements Comparable<Label> {
  public Label {
    if (!isValid(name)) {
      throw new IllegalArgumentException(
          "name=\"" + name + "\" must be one line of text without blanks around it");
    }
  }

  /** Whether a text may be a label. */
  public static boolean isValid(String name) {
    return !name.isBlank()
        && name.equals(name.strip())
        && name.chars().noneMatch(Character::isISOControl);
  }

  @Override
  public int compareTo(Label other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
