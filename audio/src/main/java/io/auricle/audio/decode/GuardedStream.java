package io.auricle.audio.decode;

import io.auricle.audio.DecodeException;
import io.auricle.audio.DecodeLimits;
import io.auricle.audio.ErrorCode;
import io.auricle.audio.FilteredStream;
import io.auricle.audio.SampleStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CancellationException;

/**
 * Holds a stream to the limits on time and length, refuses one without a single sample, and ends it
 * when its reader is interrupted.
 */
final class GuardedStream extends FilteredStream {
  private final Path path;
  private final DecodeLimits limits;
  private long nanos;
  private long samples;

  GuardedStream(SampleStream source, Path path, DecodeLimits limits) {
    super(source);
    this.path = path;
    this.limits = limits;
  }

  /**
   * Whether a reader has no room, which is answered by 0: asking on for it would never end.
   *
   * @throws IndexOutOfBoundsException if the room is not in the buffer
   */
  static boolean noRoom(float[] buffer, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, buffer.length);
    return length == 0;
  }

  @Override
  public int read(float[] buffer, int offset, int length) throws DecodeException {
    if (noRoom(buffer, offset, length)) {
      return 0;
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted while decoding");
    }
    long start = System.nanoTime();
    int count = source.read(buffer, offset, length);
    nanos += System.nanoTime() - start;
    if (nanos > limits.wallSeconds() * 1e9) {
      throw new DecodeException(
          ErrorCode.TIMEOUT, path, "decoding took over " + limits.wallSeconds() + " s");
    }
    if (count < 0) {
      if (samples == 0) {
        throw new DecodeException(ErrorCode.EMPTY, path, "holds no samples");
      }
      return count;
    }
    samples += count;
    if (samples > limits.decodedSeconds() * sampleRateHz()) {
      throw new DecodeException(
          ErrorCode.TOO_LONG, path, "is longer than " + limits.decodedSeconds() + " s");
    }
    return count;
  }
}
