package io.auricle.foreign;

import java.io.IOException;
import java.nio.file.Path;

/** A model or its card that is not understood, with its file. */
public final class ForeignException extends IOException {
  private static final long serialVersionUID = 1L;

  ForeignException(Path file, String problem) {
    super(file + ": " + problem);
  }

  ForeignException(Path file, Throwable cause) {
    super(file + ": " + cause.getMessage(), cause);
  }
}
