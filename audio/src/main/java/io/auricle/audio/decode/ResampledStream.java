package io.auricle.audio.decode;

import io.auricle.audio.DecodeException;
import io.auricle.audio.SampleStream;
import io.auricle.dsp.resample.Resampler;
import io.auricle.dsp.resample.ResamplerFilter;
import java.util.List;
import java.util.OptionalDouble;

/** Another stream at another rate. */
final class ResampledStream implements SampleStream {
  private final SampleStream source;
  private final ResamplerFilter filter;
  private final Resampler resampler;
  private final float[] block = new float[8192];
  private int from;
  private int to;

  ResampledStream(SampleStream source, ResamplerFilter filter) {
    this.source = source;
    this.filter = filter;
    this.resampler = filter.newResampler();
  }

  @Override
  public int sampleRateHz() {
    return filter.outputRateHz();
  }

  @Override
  public int read(float[] buffer, int offset, int length) throws DecodeException {
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

  @Override
  public List<String> warnings() {
    return source.warnings();
  }

  @Override
  public boolean isGuess() {
    return source.isGuess();
  }

  @Override
  public boolean hasSound() {
    return source.hasSound();
  }

  @Override
  public OptionalDouble expectedSeconds() {
    return source.expectedSeconds();
  }

  @Override
  public void close() {
    source.close();
  }
}
