package io.auricle.audio;

/** Sound that can be read more than once, for instance a file: every stream begins at its start. */
public interface SampleSource {
  /**
   * Opens a stream, which the caller closes.
   *
   * @throws DecodeException if there is nothing to read
   */
  SampleStream open() throws DecodeException;
}
