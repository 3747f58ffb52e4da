package io.auricle.library.format;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a file of one format says of itself.
 *
 * <p>Fields are {@link #GENRE}, {@link #MOOD}, {@link #TEMPO}, {@link #KEY} and names that begin
 * with {@link #OWN}. They go where programs of each format look for them: ID3 has TCON, TMOO (2.4)
 * or TXXX:MOOD, TBPM, TKEY, and TXXX; Vorbis comments have the names themselves; MP4 has ©gen,
 * tmpo, ----:com.apple.iTunes:MOOD and initialkey, and ----:com.auricle:NAME; ASF has WM/Genre,
 * WM/Mood, WM/BeatsPerMinute, WM/InitialKey and the names themselves.
 */
public interface TagFormat {
  String GENRE = "GENRE";
  String MOOD = "MOOD";

  /** Beats a minute, a whole number, as ID3 and MP4 want it. */
  String TEMPO = "BPM";

  /** A name such as {@code Am}. */
  String KEY = "INITIALKEY";

  /** What names of the program's own fields begin with. */
  String OWN = "AURICLE_";

  /** The values of fields that are there, in the file's order. */
  Map<String, List<String>> fields() throws TagException;

  /**
   * The file with other values of some fields.
   *
   * @param fields by their names; one without values is taken away
   */
  Patch with(Map<String, List<String>> fields) throws IOException, TagException;

  /** Whether a field is one of those that are read and written. */
  static boolean isField(String name) {
    return isPlain(name) || name.startsWith(OWN);
  }

  private static boolean isPlain(String name) {
    return name.equals(GENRE) || name.equals(MOOD) || name.equals(TEMPO) || name.equals(KEY);
  }

  /**
   * The field that a name means in formats whose names are free, in capitals: programs also write
   * KEY and TEMPO.
   */
  static String field(String name) {
    return switch (name) {
      case "KEY", "INITIAL KEY", "INITIAL_KEY" -> KEY;
      case "TEMPO" -> TEMPO;
      default -> name;
    };
  }

  /** Whether FFmpeg may call one of the fields so. */
  static boolean isNamed(String ofFfmpeg) {
    String name = ofFfmpeg.toUpperCase(Locale.ROOT);
    return isField(field(name)) || OTHER_NAMES.contains(name);
  }

  /** Names under which FFmpeg passes fields on without translating them. */
  Set<String> OTHER_NAMES =
      Set.of(
          "TBPM",
          "TBP",
          "TMPO",
          "TKEY",
          "TKE",
          "TMOO",
          "WM/MOOD",
          "WM/BEATSPERMINUTE",
          "WM/INITIALKEY");
}
