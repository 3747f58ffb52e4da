package io.auricle.cli.files;

import io.auricle.audio.DecodeException;
import io.auricle.audio.ErrorCode;
import io.auricle.file.AudioScan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The files meant by the paths a user gives: a file is itself, whatever its name; a folder is what
 * {@link AudioScan} finds below it.
 */
public final class GivenFiles {
  private GivenFiles() {}

  /**
   * The files of the paths, in the order given. A path that does not exist, and a folder without
   * audio, stand for themselves: whoever opens them reports why that is not possible. A file that
   * is named by itself is there as often as it is named; a folder adds only what is not there yet.
   *
   * @param hidden whether folders give what is hidden in them, too
   */
  public static List<Path> of(List<Path> paths, boolean hidden) throws IOException {
    List<Path> files = new ArrayList<>();
    Set<Path> there = new HashSet<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        List<Path> found = below(path, hidden);
        found.stream().filter(file -> there.add(whole(file))).forEach(files::add);
      } else {
        files.add(path);
        there.add(whole(path));
      }
    }
    return files;
  }

  /** The files without those that were there before, by whatever path. */
  public static List<Path> distinct(List<Path> files) {
    Map<Path, Path> first = new LinkedHashMap<>();
    files.forEach(file -> first.putIfAbsent(whole(file), file));
    return List.copyOf(first.values());
  }

  /**
   * The folder that all files of the paths are below: a single folder itself, else the nearest that
   * holds all paths.
   *
   * @throws IOException if there is none, as on two drives
   */
  public static Path base(List<Path> paths) throws IOException {
    Path base = null;
    for (Path path : paths) {
      Path whole = whole(path);
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
  public static void requireFile(Path file) throws DecodeException {
    if (Files.isDirectory(file)) {
      if (!Files.isReadable(file)) {
        throw new DecodeException(ErrorCode.CORRUPT, file, "no permission to read this folder");
      }
      throw new DecodeException(ErrorCode.EMPTY, file, "this folder holds no audio file");
    }
  }

  private static List<Path> below(Path folder, boolean hidden) throws IOException {
    if (!Files.isReadable(folder)) {
      return List.of(folder);
    }
    List<Path> found = AudioScan.below(folder, hidden);
    return found.isEmpty() ? List.of(folder) : found;
  }

  private static Path whole(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
