package io.auricle.audio.decode;

import io.auricle.audio.DecodeException;
import io.auricle.audio.SampleStream;
import io.auricle.folder.PrivateFolder;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A stream whose faults carry the name that its user knows, not that of where it is kept. */
final class NamedStream implements SampleStream {
  private final SampleStream source;
  private final String name;
  private final @Nullable PrivateFolder folder;

  NamedStream(SampleStream source, String name) {
    this(source, name, null);
  }

  /**
   * @param folder removed in the end
   */
  NamedStream(SampleStream source, String name, @Nullable PrivateFolder folder) {
    this.source = source;
    this.name = name;
    this.folder = folder;
  }

  @Override
  public int sampleRateHz() {
    return source.sampleRateHz();
  }

  @Override
  public int read(float[] buffer, int offset, int length) throws DecodeException {
    try {
      return source.read(buffer, offset, length);
    } catch (DecodeException e) {
      throw new DecodeException(e.code(), name, e.reason());
    }
  }

  @Override
  public List<String> warnings() {
    return source.warnings();
  }

  @Override
  public boolean hasSound() {
    return source.hasSound();
  }

  @Override
  public boolean isGuess() {
    return source.isGuess();
  }

  @Override
  public OptionalDouble expectedSeconds() {
    return source.expectedSeconds();
  }

  @Override
  public void close() {
    source.close();
    if (folder != null) {
      try {
        folder.close();
      } catch (IOException e) {
        // What stays goes with the next process that makes such a folder.
      }
    }
  }
}
