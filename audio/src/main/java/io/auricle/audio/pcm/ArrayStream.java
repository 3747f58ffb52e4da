package io.auricle.audio.pcm;

import io.auricle.audio.SampleStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Mono samples that are at hand, held to the same as those of a file of floats: what is not finite
 * is 0, what is beyond {@link PcmStream#MAX_AMPLITUDE} is that. The array is not copied.
 */
public final class ArrayStream implements SampleStream {
  private final float[] samples;
  private final int sampleRateHz;
  private final SampleRange range = new SampleRange(1);
  private final SampleSanitiser sanitiser = new SampleSanitiser();
  private int position;

  /**
   * @param samples nobody may change them while they are read
   */
  public ArrayStream(float[] samples, int sampleRateHz) {
    this.samples = samples;
    this.sampleRateHz = sampleRateHz;
  }

  @Override
  public int sampleRateHz() {
    return sampleRateHz;
  }

  @Override
  public int read(float[] buffer, int offset, int length) {
    int count = Math.min(length, samples.length - position);
    if (count == 0) {
      return -1;
    }
    System.arraycopy(samples, position, buffer, offset, count);
    sanitiser.sanitise(buffer, offset, offset + count);
    range.add(buffer, offset, count);
    position += count;
    return count;
  }

  @Override
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (position == samples.length) {
      sanitiser.addWarnings(warnings);
    }
    return warnings;
  }

  @Override
  public boolean hasSound() {
    return range.exceeds(SampleEncoding.F32.step());
  }

  @Override
  public OptionalDouble expectedSeconds() {
    return OptionalDouble.of((double) samples.length / sampleRateHz);
  }

  @Override
  public void close() {
    position = samples.length;
  }
}
