package io.auricle.dataset;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** The endings by which audio files are known among others in a folder. */
public final class AudioExtension {
  private static final Set<String> KNOWN =
      Set.of(
          "wav", "au", "snd", "aif", "aiff", "aifc", "mp3", "flac", "ogg", "oga", "opus", "m4a",
          "mp4", "aac", "wma");

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
