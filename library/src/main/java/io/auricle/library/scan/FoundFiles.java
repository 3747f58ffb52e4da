package io.auricle.library.scan;

import io.auricle.file.AudioScan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files with sound below folders.
 *
 * @param folders absolute, that were looked through
 * @param files by their names in a library, each once
 * @param unreadable folders among them that could not be looked into: what a library knows of them
 *     stays as it is
 */
public record FoundFiles(List<Path> folders, Map<String, FoundFile> files, List<Path> unreadable) {
  /**
   * Looks through folders; a file may be named, too.
   *
   * @param hidden whether what is hidden or kept by systems is taken, too
   * @throws IOException if one of them is not there or cannot be read, as when a drive is not
   *     mounted; nothing is then known of what was removed
   */
  public static FoundFiles below(List<Path> folders, boolean hidden) throws IOException {
    List<Path> roots = new ArrayList<>();
    Map<String, FoundFile> files = new LinkedHashMap<>();
    List<Path> unreadable = new ArrayList<>();
    for (Path folder : folders) {
      Path root = folder.toAbsolutePath().normalize();
      roots.add(root);
      List<Path> found = Files.isDirectory(root) ? AudioScan.below(root, hidden) : List.of(root);
      for (Path path : found) {
        if (Files.isDirectory(path)) {
          unreadable.add(path);
        } else {
          FoundFile file = FoundFile.of(path);
          files.putIfAbsent(file.name(), file);
        }
      }
    }
    return new FoundFiles(List.copyOf(roots), files, List.copyOf(unreadable));
  }

  /** Whether a file would have been found if it were there. */
  boolean covers(Path file) {
    return folders.stream().anyMatch(file::startsWith)
        && unreadable.stream().noneMatch(file::startsWith);
  }
}
