package io.auricle.audio.decode;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.CancellationException;

/**
 * The bytes of a file. A channel whose reader is interrupted closes itself; that is said as the
 * interruption that it is, not as a file that cannot be read.
 */
final class FileInput extends FilterInputStream {
  FileInput(InputStream channel) {
    super(channel);
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (ClosedByInterruptException e) {
      throw interrupted(e);
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      return super.read(buffer, offset, length);
    } catch (ClosedByInterruptException e) {
      throw interrupted(e);
    }
  }

  @Override
  public long skip(long count) throws IOException {
    try {
      return super.skip(count);
    } catch (ClosedByInterruptException e) {
      throw interrupted(e);
    }
  }

  private static CancellationException interrupted(ClosedByInterruptException e) {
    return (CancellationException)
        new CancellationException("interrupted while decoding").initCause(e);
  }
}
