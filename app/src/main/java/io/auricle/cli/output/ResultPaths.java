package io.auricle.cli.output;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A file of results, its journal, and the copies that take their places together: first that of the
 * file, then that of the journal. As long as the first is there neither has moved.
 */
record ResultPaths(Path file, Path journal, Path part, Path journalPart) {
  static ResultPaths of(Path file) {
    return new ResultPaths(
        file, beside(file, ".journal"), beside(file, ".part"), beside(file, ".journal.part"));
  }

  private static Path beside(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  FileChannel open(Path path, StandardOpenOption... more) throws IOException {
    Set<StandardOpenOption> options =
        new HashSet<>(
            List.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
    options.addAll(List.of(more));
    return FileChannel.open(path, options);
  }

  void move() throws IOException {
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    Files.move(journalPart, journal, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Ends what a kill has interrupted between the two moves, or before. */
  void finishMoves() throws IOException {
    if (Files.exists(part)) {
      dropParts();
    } else if (Files.exists(journalPart)) {
      Files.move(journalPart, journal, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  void dropParts() throws IOException {
    // In this order: as long as the first is there, the second counts for nothing.
    Files.deleteIfExists(journalPart);
    Files.deleteIfExists(part);
  }
}
