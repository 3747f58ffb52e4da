package io.auricle.work;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A file or folder of which the system said nothing for too long. */
public final class NoAnswerException extends FileSystemException {
  private static final long serialVersionUID = 1;

  private final transient Path path;

  public NoAnswerException(Path path) {
    super(path.toString(), null, "does not answer");
    this.path = path;
  }

  public Path path() {
    return path;
  }
}
