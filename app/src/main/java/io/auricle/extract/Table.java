package io.auricle.extract;

import io.auricle.audio.DecodeException;
import io.auricle.journal.FileState;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes the lines of files in their order. */
interface Table extends Closeable {
  /** Whether a file was done before. */
  boolean isDone(int file);

  /** Whether a file was done before and has failed. */
  boolean hasFailed(int file);

  /**
   * Takes what came of the next file that was not done before.
   *
   * @param file its place in the list
   * @param state of the file before it was read
   * @param stamp what the format's lines say of the file's place
   * @param error why it failed, or null
   */
  void append(int file, FileState state, String stamp, Spill lines, @Nullable DecodeException error)
      throws IOException;

  /** All files have come. */
  void finish() throws IOException;
}
