package io.auricle.folder;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes a file under a name that nobody else has, then renames it: it is there whole or not at
 * all, and no other file is touched but the one that it replaces.
 */
public final class WholeFile {
  private WholeFile() {}

  /** Writes what is in a file. */
  @FunctionalInterface
  public interface Content {
    void write(OutputStream out) throws IOException;
  }

  /** Writes a file, in place of one that is there already. */
  public static void write(Path file, Content content) throws IOException {
    Path partial = file.resolveSibling("." + file.getFileName() + "-" + UUID.randomUUID());
    try {
      try (OutputStream out = Files.newOutputStream(partial, StandardOpenOption.CREATE_NEW)) {
        content.write(out);
      }
      Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(partial);
    }
  }
}
