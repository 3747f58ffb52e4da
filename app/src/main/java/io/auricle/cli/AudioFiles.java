package io.auricle.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The files meant by the paths a user gives: a file is itself, whatever its name; a folder is all
 * files with the extension of an audio format below it, sorted by path. Links inside a folder are
 * not followed, so that no cycle can be entered.
 */
final class AudioFiles {
  private static final Set<String> EXTENSIONS =
      Set.of(
          "aac", "aif", "aifc", "aiff", "ape", "au", "caf", "flac", "m4a", "m4b", "mka", "mp2",
          "mp3", "mp4", "mpc", "oga", "ogg", "opus", "snd", "spx", "tta", "wav", "wave", "webm",
          "wma", "wv");

  private AudioFiles() {}

  /**
   * The files of the paths, in the order given. A path that does not exist, and a folder without
   * audio, stand for themselves: whoever opens them reports why that is not possible.
   */
  static List<Path> of(List<Path> paths) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        List<Path> found = below(path);
        files.addAll(found.isEmpty() ? List.of(path) : found);
      } else {
        files.add(path);
      }
    }
    return files;
  }

  private static List<Path> below(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (hasAudioExtension(file)) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            // Reported when somebody tries to read it, as any other file that cannot be read.
            found.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    found.sort(null);
    return found;
  }

  private static boolean hasAudioExtension(Path file) {
    String name = file.getFileName().toString();
    // Names that begin with a dot are hidden: macOS leaves "._song.mp3" beside "song.mp3".
    return !name.startsWith(".")
        && EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }
}
