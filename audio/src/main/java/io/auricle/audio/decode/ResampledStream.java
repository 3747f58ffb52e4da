package io.auricle.audio.decode;

import io.auricle.audio.DecodeException;
import io.auricle.audio.FilteredStream;
import io.auricle.audio.SampleStream;
import io.auricle.dsp.resample.Resampler;
import io.auricle.dsp.resample.ResamplerFilter;

/** Another stream at another rate. */
final class ResampledStream extends FilteredStream {
  private final ResamplerFilter filter;
  private final Resampler resampler;
  private final float[] block = new float[8192];
  private int from;
  private int to;

  ResampledStream(SampleStream source, ResamplerFilter filter) {
    super(source);
    this.filter = filter;
    this.resampler = filter.newResampler();
  }

  @Override
  public int sampleRateHz() {
    return filter.outputRateHz();
  }

  @Override
  public int read(float[] buffer, int offset, int length) throws DecodeException {
    if (GuardedStream.noRoom(buffer, offset, length)) {
      return 0;
    }
    while (true) {
      int count = resampler.read(buffer, offset, length);
      if (count > 0) {
        return count;
      }
      if (to < 0) {
        return -1;
      }
      if (from == to) {
        from = 0;
        to = source.read(block, 0, block.length);
      }
      if (to < 0) {
        resampler.finish();
      } else {
        from += resampler.write(block, from, to - from);
      }
    }
  }
}
