package io.auricle.library.sound;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the 24 major and minor keys.
 *
 * @param tonic its first pitch class, C is 0, in [0, 11]
 * @param minor whether it is minor
 */
public record MusicKey(int tonic, boolean minor) {
  /** As programs for DJs spell them, and as ID3's TKEY wants them. */
  private static final List<String> MAJORS =
      List.of("C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B");

  private static final List<String> MINORS =
      List.of("C", "C#", "D", "Eb", "E", "F", "F#", "G", "G#", "A", "Bb", "B");

  private static final Pattern NAME =
      Pattern.compile("([a-g])([#b\u266f\u266d]?)[ -]?(m|min|minor|maj|major|)");
  private static final Pattern WHEEL = Pattern.compile("(\\d{1,2})([abdm])");
  private static final List<Integer> LETTERS = List.of(9, 11, 0, 2, 4, 5, 7);
  private static final int FIFTH = 7;

  public MusicKey {
    if (tonic < 0 || tonic > 11) {
      throw new IllegalArgumentException("tonic=" + tonic + " must be in [0, 11]");
    }
  }

  /**
   * The key that a text names: {@code Am}, {@code A minor}, {@code F#}, {@code Gb major}, {@code
   * 8A} as on Camelot's wheel or {@code 1m} as an open key, whatever its case.
   */
  public static Optional<MusicKey> of(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    Matcher name = NAME.matcher(word);
    if (name.matches()) {
      String sign = name.group(2);
      int shift = sign.isEmpty() ? 0 : sign.equals("#") || sign.equals("\u266f") ? 1 : -1;
      int tonic = LETTERS.get(name.group(1).charAt(0) - 'a') + shift;
      boolean minor = name.group(3).startsWith("mi") || name.group(3).equals("m");
      return Optional.of(new MusicKey(Math.floorMod(tonic, 12), minor));
    }
    Matcher wheel = WHEEL.matcher(word);
    if (!wheel.matches() || Integer.parseInt(wheel.group(1)) % 13 == 0) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(wheel.group(1));
    if (hour > 12) {
      return Optional.empty();
    }
    char kind = wheel.group(2).charAt(0);
    boolean minor = kind == 'a' || kind == 'm';
    // C and A minor stand at 8 on Camelot's wheel and at 1 among open keys.
    int fifths = hour - (kind == 'a' || kind == 'b' ? 8 : 1);
    return Optional.of(new MusicKey(Math.floorMod(FIFTH * fifths + (minor ? 9 : 0), 12), minor));
  }

  /** Its name, at most three signs: {@code Am}, {@code C#m}, {@code Eb}. */
  public String name() {
    return minor ? MINORS.get(tonic) + "m" : MAJORS.get(tonic);
  }

  /** Its place on Camelot's wheel, where neighbours mix: {@code 8A} for A minor. */
  public String camelot() {
    int fifths = Math.floorMod(FIFTH * (tonic - (minor ? 9 : 0)), 12);
    return (Math.floorMod(fifths + 7, 12) + 1) + (minor ? "A" : "B");
  }
}
