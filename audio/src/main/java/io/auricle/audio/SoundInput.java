package io.auricle.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * The bytes of a sound that lie elsewhere than in a file of this machine: in a store of objects, in
 * a row of a table. Used by one thread.
 *
 * <p>Where something is not there or not allowed, methods throw {@link
 * java.nio.file.NoSuchFileException} or {@link java.nio.file.AccessDeniedException}, whatever the
 * store calls it, so that it gets the code of such a file.
 */
public interface SoundInput {
  /** What messages call it; need not lead anywhere. */
  Path name();

  /** Its size in bytes. */
  long size() throws IOException;

  /** Its bytes from the first on, read forwards; the reader closes the stream. */
  InputStream open() throws IOException;

  /**
   * A file of this machine with the same bytes, for decoders that go back and forth in them.
   * Whoever made the input removes it when no stream of it is open any more.
   */
  Path local() throws IOException;
}
