package io.auricle.spark.input;

import io.auricle.audio.DecodeException;
import io.auricle.audio.SampleStream;
import io.auricle.audio.decode.AudioDecoder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** The sound of a file of a catalogue. Used by one thread; to be closed after its streams. */
public interface CatalogueSound extends Closeable {
  /** What messages call it; leads nowhere. */
  Path name();

  /**
   * Size and time of the file.
   *
   * @throws IOException if it is not there or cannot be looked at
   */
  CatalogueFile file() throws IOException;

  /** Its samples from the first on. */
  SampleStream open(AudioDecoder decoder) throws DecodeException;

  /** Whether what failed may succeed if it is tried once more. */
  boolean mayPass();

  @Override
  void close();
}
