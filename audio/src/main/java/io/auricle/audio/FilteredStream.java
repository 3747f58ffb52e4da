package io.auricle.audio;

import java.util.List;
import java.util.OptionalDouble;

/** A stream that says of itself what the stream below it says, but for what it changes. */
public abstract class FilteredStream implements SampleStream {
  /** The stream below. */
  protected final SampleStream source;

  /** A stream over another, which it closes. */
  protected FilteredStream(SampleStream source) {
    this.source = source;
  }

  @Override
  public int sampleRateHz() {
    return source.sampleRateHz();
  }

  @Override
  public final List<String> warnings() {
    return source.warnings();
  }

  @Override
  public final boolean hasSound() {
    return source.hasSound();
  }

  @Override
  public final boolean isGuess() {
    return source.isGuess();
  }

  @Override
  public final OptionalDouble expectedSeconds() {
    return source.expectedSeconds();
  }

  @Override
  public final void close() {
    source.close();
  }
}
