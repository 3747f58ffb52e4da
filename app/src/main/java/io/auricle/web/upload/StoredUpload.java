package io.auricle.web.upload;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of an upload in its {@link UploadSpace}: written once, then read, then removed. */
final class StoredUpload {
  private final UploadSpace space;
  private final Path path;
  private final OutputStream out;
  private long taken;

  StoredUpload(UploadSpace space, Path path) throws IOException {
    this.space = space;
    this.path = path;
    this.out = Files.newOutputStream(path);
  }

  Path path() {
    return path;
  }

  /**
   * Adds bytes.
   *
   * @throws io.auricle.web.http.ProblemException if there is no room for them
   */
  void write(byte[] block) {
    space.take(block.length);
    taken += block.length;
    try {
      out.write(block);
    } catch (IOException e) {
      throw space.failed(e);
    }
  }

  /**
   * Ends the writing.
   *
   * @throws io.auricle.web.http.ProblemException if the disk does not take the last of it
   */
  void finish() {
    try {
      out.close();
    } catch (IOException e) {
      throw space.failed(e);
    }
  }

  /** Removes the file; once it was removed, nothing happens. */
  synchronized void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(path + ": an upload cannot be removed", e);
    } finally {
      space.giveBack(taken);
      taken = 0;
    }
  }

  /** Ends the writing, whether it was good or not, and removes the file. */
  void discard() {
    try {
      out.close();
    } catch (IOException e) {
      // Nobody wants what could not be written.
    } finally {
      delete();
    }
  }
}
