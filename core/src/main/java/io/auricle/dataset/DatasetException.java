package io.auricle.dataset;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A data set, table or split that cannot be used: bad data, not a bug. The message names the file,
 * the line where there is one, and the reason.
 */
public final class DatasetException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param file the file or folder at fault, first in the message
   * @param reason what is wrong and, where it helps, what to do next
   */
  public DatasetException(Path file, String reason) {
    super(file + ": " + reason);
  }

  /**
   * @param file the file at fault, first in the message
   * @param line where, counted from 1
   * @param reason what is wrong
   */
  public DatasetException(Path file, long line, String reason) {
    super(file + ", line " + line + ": " + reason);
  }

  /** A file that could not be read or written at all. */
  public static DatasetException unreadable(Path file, Exception cause) {
    DatasetException exception =
        new DatasetException(
            file,
            cause instanceof NoSuchFileException
                ? "no such file or folder"
                : cause.getClass().getSimpleName() + ", may it be read?");
    exception.initCause(cause);
    return exception;
  }

  /** A file that could not be written, for instance because the disk is full. */
  public static DatasetException unwritable(Path file, Exception cause) {
    DatasetException exception =
        new DatasetException(
            file,
            cause instanceof NoSuchFileException
                ? "no such file or folder"
                : "cannot be written: " + cause.getMessage());
    exception.initCause(cause);
    return exception;
  }
}
