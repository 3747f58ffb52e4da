package io.auricle.text;

import java.io.IOException;
import java.nio.file.Path;

/** A file that is no text as it is read here. The message names the file, the line and why. */
public final class TextFileException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String fault;

  /** A fault of a whole file. */
  public TextFileException(Path file, String fault) {
    super(file + ": " + fault);
    this.fault = fault;
  }

  /**
   * A fault at a place.
   *
   * @param line counted from 1
   */
  public TextFileException(Path file, long line, String fault) {
    super(file + ", line " + line + ": " + fault);
    this.fault = fault;
  }

  /** What is wrong, without the place. */
  public String fault() {
    return fault;
  }
}
