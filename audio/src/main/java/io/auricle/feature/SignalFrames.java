package io.auricle.feature;

import io.auricle.audio.Signal;
import org.jspecify.annotations.Nullable;

/**
 * A signal and its framing, for the features of one set: the spectra are computed once, when the
 * first feature asks for them. Used by one call.
 */
public final class SignalFrames {
  private final Signal signal;
  private final FrameOptions options;
  private @Nullable Spectrum spectrum;

  /**
   * A signal before analysis.
   *
   * @param signal of at least one sample, at the rate of the options
   */
  public SignalFrames(Signal signal, FrameOptions options) {
    this.signal = signal;
    this.options = options;
  }

  public Signal signal() {
    return signal;
  }

  public FrameOptions options() {
    return options;
  }

  /** The power spectra of all frames. */
  public Spectrum spectrum() {
    Spectrum known = spectrum;
    if (known == null) {
      known = Spectrum.of(signal, options);
      spectrum = known;
    }
    return known;
  }
}
