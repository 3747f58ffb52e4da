package io.auricle.dataset;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** The endings by which audio files are known among others in a folder. */
public final class AudioExtension {
  private static final Set<String> KNOWN =
      Set.of(
          "aac", "aif", "aifc", "aiff", "ape", "au", "caf", "flac", "m4a", "m4b", "mka", "mp2",
          "mp3", "mp4", "mpc", "oga", "ogg", "opus", "snd", "spx", "tta", "wav", "wave", "webm",
          "wma", "wv");

  private AudioExtension() {}

  /** The ending after the last dot in lower case, empty if there is none. */
  public static String of(Path file) {
    return of(String.valueOf(file.getFileName()));
  }

  /** Whether a visible file is audio by its name. */
  public static boolean isAudio(Path file) {
    return !String.valueOf(file.getFileName()).startsWith(".") && KNOWN.contains(of(file));
  }

  /** A file name without its audio ending; other endings stay. */
  static String strip(String fileName) {
    return KNOWN.contains(of(fileName))
        ? fileName.substring(0, fileName.lastIndexOf('.'))
        : fileName;
  }

  private static String of(String fileName) {
    return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
