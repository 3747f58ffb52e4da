package io.auricle.library.scan;

import io.auricle.file.AudioScan;
import io.auricle.work.FileAnswers;
import io.auricle.work.NoAnswerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files with sound below folders.
 *
 * @param folders absolute, that were looked through
 * @param files by their names in a library, each once
 * @param unreadable folders among them that could not be looked into: what a library knows of them
 *     stays as it is
 * @param silent files and folders among them that did not answer: the same holds for those
 */
public record FoundFiles(
    List<Path> folders, Map<String, FoundFile> files, List<Path> unreadable, List<Path> silent) {
  /**
   * Looks through folders; a file may be named, too.
   *
   * @param hidden whether what is hidden or kept by systems is taken, too
   * @param answers how long is waited for those that do not answer
   * @throws IOException if one of them is not there or cannot be read, as when a drive is not
   *     mounted; nothing is then known of what was removed
   */
  public static FoundFiles below(List<Path> folders, boolean hidden, FileAnswers answers)
      throws IOException {
    List<Path> roots = new ArrayList<>();
    Map<String, FoundFile> files = new LinkedHashMap<>();
    List<Path> unreadable = new ArrayList<>();
    List<Path> silent = new ArrayList<>();
    for (Path folder : folders) {
      Path root = folder.toAbsolutePath().normalize();
      roots.add(root);
      try {
        if (answers.of(root, () -> Files.isDirectory(root))) {
          AudioScan.Found found = AudioScan.below(root, hidden, answers);
          found.files().forEach((path, facts) -> add(FoundFile.of(path, facts), files));
          unreadable.addAll(found.unreadable());
          silent.addAll(found.silent());
        } else {
          add(answers.of(root, () -> FoundFile.of(root, facts(root))), files);
        }
      } catch (NoAnswerException e) {
        silent.add(root);
      }
    }
    return new FoundFiles(List.copyOf(roots), files, List.copyOf(unreadable), List.copyOf(silent));
  }

  private static void add(FoundFile file, Map<String, FoundFile> files) {
    files.putIfAbsent(file.name(), file);
  }

  private static Optional<BasicFileAttributes> facts(Path file) {
    try {
      return Optional.of(Files.readAttributes(file, BasicFileAttributes.class));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whether a file would have been found if it were there. */
  boolean covers(Path file) {
    return folders.stream().anyMatch(file::startsWith)
        && unreadable.stream().noneMatch(file::startsWith)
        && silent.stream().noneMatch(file::startsWith);
  }
}
