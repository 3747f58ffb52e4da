package io.auricle.web.upload;

import io.auricle.audio.DecodeException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that a client sent.
 *
 * @param name as the client calls it: a text to show, never a path
 * @param stored where it lies here
 * @param refusal why it is not analysed, if it was refused while it came
 */
public record UploadedFile(String name, StoredUpload stored, Optional<DecodeException> refusal) {
  public Path path() {
    return stored.path();
  }

  /** Removes the file; once it was removed, nothing happens. */
  public void delete() {
    stored.delete();
  }
}
