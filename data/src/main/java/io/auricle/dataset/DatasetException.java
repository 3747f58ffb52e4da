package io.auricle.dataset;

import io.auricle.text.FileFault;
import io.auricle.text.TextFileException;
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

  private DatasetException(String message, Exception cause) {
    super(message, cause);
  }

  /** A file that could not be read or written at all. */
  public static DatasetException unreadable(Path file, Exception cause) {
    return cause instanceof TextFileException
        ? new DatasetException(String.valueOf(cause.getMessage()), cause)
        : new DatasetException(file + ": " + FileFault.of(cause), cause);
  }

  /** A file that could not be written, for instance because the disk is full. */
  public static DatasetException unwritable(Path file, Exception cause) {
    return new DatasetException(
        file
            + (cause instanceof NoSuchFileException ? ": " : ": cannot be written: ")
            + FileFault.of(cause),
        cause);
  }
}
