package io.auricle.dataset.known;

import io.auricle.dataset.DatasetException;
import io.auricle.file.AudioScan;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The sound in a folder of a data set. */
final class AudioFolder {
  private AudioFolder() {}

  /**
   * All files with sound below a folder, sorted by path.
   *
   * @throws DatasetException if it or a folder in it cannot be read
   */
  static List<Path> files(Path folder) throws DatasetException {
    try {
      List<Path> found = AudioScan.below(folder);
      for (Path file : found) {
        if (Files.isDirectory(file)) {
          throw new AccessDeniedException(file.toString());
        }
      }
      return found.stream().filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw DatasetException.unreadable(folder, e);
    }
  }
}
