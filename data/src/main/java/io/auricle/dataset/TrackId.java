package io.auricle.dataset;

import io.auricle.file.AudioExtension;
import java.util.regex.Pattern;

/**
 * The name of a recording within its data set, for instance {@code blues.00029}. It does not depend
 * on where the file lies, so that a split made on one machine is read on another.
 *
 * @param value one line of text without leading or trailing blanks
 */
public record TrackId(String value) implements Comparable<TrackId> {
  private static final Pattern GTZAN_FILE = Pattern.compile("([a-z]+)[._](\\d{5})");

  public TrackId {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "value=\"" + value + "\" must be one line of text without blanks around it");
    }
  }

  /** Whether a text may be a track id. */
  public static boolean isValid(String value) {
    return !value.isBlank()
        && value.equals(value.strip())
        && value.chars().noneMatch(Character::isISOControl);
  }

  /**
   * The id behind a file name as published lists and tables spell it: folders and the audio
   * extension are dropped, and {@code blues_00012} is {@code blues.00012}.
   *
   * @throws IllegalArgumentException if nothing is left
   */
  public static TrackId ofFileName(String fileName) {
    String name = fileName.substring(fileName.replace('\\', '/').lastIndexOf('/') + 1);
    String stem = AudioExtension.strip(name);
    var matcher = GTZAN_FILE.matcher(stem);
    return new TrackId(matcher.matches() ? matcher.group(1) + "." + matcher.group(2) : stem);
  }

  @Override
  public int compareTo(TrackId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
