package io.auricle.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a file could not be read or written, in words for people: Java often gives a name alone. */
public final class FileFault {
  private FileFault() {}

  /** What is behind an exception of a stream. */
  public static IOException cause(UncheckedIOException e) {
    return Objects.requireNonNull(e.getCause());
  }

  /** The reason, without the file's name. */
  public static String of(Exception e) {
    if (e instanceof UncheckedIOException unchecked) {
      return of(cause(unchecked));
    }
    if (e instanceof TextFileException text) {
      return text.fault();
    }
    if (e instanceof FileSystemException file) {
      return of(file);
    }
    String message = e.getMessage();
    return message == null ? "it cannot be read or written" : message;
  }

  private static String of(FileSystemException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (e instanceof AccessDeniedException) {
      return "no permission to read or write it";
    }
    if (e instanceof NotDirectoryException) {
      return "is no folder";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "is there already";
    }
    if (e instanceof DirectoryNotEmptyException) {
      return "the folder is not empty";
    }
    if (e instanceof FileSystemLoopException) {
      return "its links lead in a circle";
    }
    @Nullable String reason = e.getReason();
    return reason == null ? "it cannot be read or written" : reason;
  }

  /** The reason behind the file's name, as a whole message. */
  public static String message(Exception e) {
    if (e instanceof UncheckedIOException unchecked) {
      return message(cause(unchecked));
    }
    if (e instanceof FileSystemException file && file.getFile() != null) {
      return file.getFile() + ": " + of(e);
    }
    return e instanceof IOException && e.getMessage() != null ? e.getMessage() : of(e);
  }
}
