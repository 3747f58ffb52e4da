package io.auricle.cli;

import io.auricle.audio.DecodeException;
import io.auricle.audio.ErrorCode;
import io.auricle.dataset.AudioExtension;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files meant by the paths a user gives: a file is itself, whatever its name; a folder is all
 * files with the extension of an audio format below it, sorted by path. Links inside a folder are
 * not followed, so that no cycle can be entered.
 */
final class AudioFiles {
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

  /** The files without those that were there before, by whatever path. */
  static List<Path> distinct(List<Path> files) {
    Map<Path, Path> first = new LinkedHashMap<>();
    files.forEach(file -> first.putIfAbsent(file.toAbsolutePath().normalize(), file));
    return List.copyOf(first.values());
  }

  /**
   * The folder that all files of the paths are below: a single folder itself, else the nearest that
   * holds all paths.
   *
   * @throws IOException if there is none, as on two drives
   */
  static Path base(List<Path> paths) throws IOException {
    Path base = null;
    for (Path path : paths) {
      Path whole = path.toAbsolutePath().normalize();
      Path folder = Files.isDirectory(path) ? whole : whole.getParent();
      if (base == null) {
        base = folder;
      }
      while (base != null && folder != null && !folder.startsWith(base)) {
        base = base.getParent();
      }
    }
    if (base == null) {
      throw new IOException("the paths lie in no common folder; give them one by one");
    }
    return base;
  }

  /**
   * Refuses a folder: one that is still in the list has no audio in it, or cannot be read.
   *
   * @throws DecodeException if it is a folder
   */
  static void requireFile(Path file) throws DecodeException {
    if (Files.isDirectory(file)) {
      if (!Files.isReadable(file)) {
        throw new DecodeException(ErrorCode.CORRUPT, file, "no permission to read this folder");
      }
      throw new DecodeException(ErrorCode.EMPTY, file, "this folder holds no audio file");
    }
  }

  private static List<Path> below(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (AudioExtension.isAudio(file)) {
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
}
