package io.auricle.extract;

import io.auricle.audio.DecodeException;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the lines of files in their order. */
interface Table extends Closeable {
  /** The files at the beginning of the list that are done already. */
  List<Journal.Entry> done();

  /**
   * Takes what came of the next file.
   *
   * @param state of the file before it was read
   * @param error why it failed, or null
   */
  void append(FileState state, Spill lines, @Nullable DecodeException error) throws IOException;

  /** All files have come. */
  void finish() throws IOException;
}
