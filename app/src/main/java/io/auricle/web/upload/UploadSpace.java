package io.auricle.web.upload;

import io.auricle.web.http.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The room for the uploads of all requests together. Thread-safe. */
public final class UploadSpace {
  private final NewFile files;
  private final long most;
  private final Consumer<IOException> failures;
  private final AtomicLong taken = new AtomicLong();

  /** Where new files are made. */
  @FunctionalInterface
  public interface NewFile {
    Path create() throws IOException;
  }

  /**
   * Room that is empty.
   *
   * @param most bytes
   * @param failures learns when the disk is full or fails
   */
  public UploadSpace(NewFile files, long most, Consumer<IOException> failures) {
    this.files = files;
    this.most = most;
    this.failures = failures;
  }

  /**
   * A new empty file.
   *
   * @throws ProblemException if none can be made
   */
  StoredUpload newFile() {
    try {
      Path path = files.create();
      try {
        return new StoredUpload(this, path);
      } catch (IOException e) {
        Files.deleteIfExists(path);
        throw e;
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * Takes room before it is used.
   *
   * @throws ProblemException if there is not so much
   */
  void take(long bytes) {
    if (taken.addAndGet(bytes) > most) {
      taken.addAndGet(-bytes);
      throw full();
    }
  }

  void giveBack(long bytes) {
    taken.addAndGet(-bytes);
  }

  /**
   * Refuses at once what cannot fit now.
   *
   * @throws ProblemException if there is not so much room
   */
  void require(long bytes) {
    if (taken.get() + bytes > most) {
      throw full();
    }
  }

  /** What uploads take at the moment, in bytes. */
  public long taken() {
    return taken.get();
  }

  /** The problem of a disk that does not take an upload. */
  ProblemException failed(IOException cause) {
    failures.accept(cause);
    return full();
  }

  private static ProblemException full() {
    return ProblemException.noRoom("there is no room for uploads at the moment; try again later");
  }
}
