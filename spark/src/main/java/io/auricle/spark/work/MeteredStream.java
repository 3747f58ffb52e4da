package io.auricle.spark.work;

import io.auricle.audio.DecodeException;
import io.auricle.audio.FilteredStream;
import io.auricle.audio.SampleStream;

/** Measures what passes through it, and how long was waited for it. */
final class MeteredStream extends FilteredStream {
  private final Stopwatch watch;

  MeteredStream(SampleStream source, Stopwatch watch) {
    super(source);
    this.watch = watch;
  }

  @Override
  public int read(float[] buffer, int offset, int length) throws DecodeException {
    long start = System.nanoTime();
    int count = source.read(buffer, offset, length);
    watch.read(System.nanoTime() - start, (double) Math.max(0, count) / sampleRateHz());
    return count;
  }
}
