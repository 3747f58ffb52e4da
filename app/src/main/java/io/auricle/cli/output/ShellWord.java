package io.auricle.cli.output;

import java.io.File;
import java.util.regex.Pattern;

/** Words of commands that a program prints to be typed. */
public final class ShellWord {
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_@%+=:,./~-]+");

  /** What means something between double quotes. */
  private static final Pattern SPECIAL = Pattern.compile("[\"$`\\\\!]");

  private ShellWord() {}

  /**
   * A word as a shell takes it for one: as it is, in double quotes, which Windows knows as well, or
   * in single ones.
   */
  public static String of(String word) {
    // A backslash is plain in Windows' paths.
    if (PLAIN.matcher(word.replace(File.separatorChar, '/')).matches()) {
      return word;
    }
    return SPECIAL.matcher(word).find() ? "'" + word.replace("'", "'\\''") + "'" : '"' + word + '"';
  }
}
