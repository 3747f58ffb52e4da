package io.auricle.web;

import io.auricle.audio.DecodeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that a client sent.
 *
 * @param name as the client calls it: a text to show, never a path
 * @param path where it lies here
 * @param refusal why it is not analysed, if it was refused while it came
 */
record UploadedFile(String name, Path path, Optional<DecodeException> refusal) {
  /** Removes the file; once it was removed, nothing happens. */
  void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(path + ": an upload cannot be removed", e);
    }
  }
}
