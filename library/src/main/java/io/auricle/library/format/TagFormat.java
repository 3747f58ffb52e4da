package io.auricle.library.format;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * What a file of one format says of itself.
 *
 * <p>Fields are {@link #GENRE}, {@link #MOOD} and names that begin with {@link #OWN}. They go where
 * programs of each format look for them: ID3 has TCON, TMOO (2.4) or TXXX:MOOD, and TXXX; Vorbis
 * comments have the names themselves; MP4 has ©gen, ----:com.apple.iTunes:MOOD and
 * ----:com.auricle:NAME; ASF has WM/Genre, WM/Mood and the names themselves.
 */
public interface TagFormat {
  String GENRE = "GENRE";
  String MOOD = "MOOD";

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
    return name.equals(GENRE) || name.equals(MOOD) || name.startsWith(OWN);
  }
}
