package io.auricle.library.store;

import java.io.IOException;
import java.nio.file.Path;

/** A library that cannot be opened, read or written. The message names its file and the reason. */
public final class LibraryException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param file of the library, first in the message
   * @param reason what is wrong and what to do next
   */
  public LibraryException(Path file, String reason) {
    super(file + ": " + reason);
  }

  LibraryException(Path file, String reason, Throwable cause) {
    super(file + ": " + reason, cause);
  }
}
