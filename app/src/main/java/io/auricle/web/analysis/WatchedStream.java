package io.auricle.web.analysis;

import io.auricle.audio.DecodeException;
import io.auricle.audio.ErrorCode;
import io.auricle.audio.FilteredStream;
import io.auricle.audio.SampleStream;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

/** Holds a whole analysis, not decoding alone, to a time limit, and tells how far it is. */
final class WatchedStream extends FilteredStream {
  private final Path path;
  private final double wallSeconds;
  private final DoubleConsumer progress;
  private final long start = System.nanoTime();
  private long samples;

  WatchedStream(SampleStream source, Path path, double wallSeconds, DoubleConsumer progress) {
    super(source);
    this.path = path;
    this.wallSeconds = wallSeconds;
    this.progress = progress;
  }

  @Override
  public int read(float[] buffer, int offset, int length) throws DecodeException {
    if ((System.nanoTime() - start) / 1e9 > wallSeconds) {
      throw new DecodeException(
          ErrorCode.TIMEOUT, path, "the analysis took over " + wallSeconds + " s");
    }
    int count = source.read(buffer, offset, length);
    if (count > 0) {
      samples += count;
      double seconds = (double) samples / sampleRateHz();
      source
          .expectedSeconds()
          .ifPresent(expected -> progress.accept(seconds / Math.max(expected, seconds)));
    }
    return count;
  }
}
