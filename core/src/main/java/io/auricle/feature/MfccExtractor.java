package io.auricle.feature;

import io.auricle.audio.Signal;
import java.util.List;

/** The {@link Mfcc} of {@link MfccOptions}, {@code [frames][coefficients]}, not liftered. */
final class MfccExtractor implements FeatureExtractor {
  private final MfccOptions options;
  private final Mfcc mfcc;

  MfccExtractor(MfccOptions options) {
    this.options = options;
    this.mfcc = new Mfcc(options.coefficients(), new MelLevels(options.bands(), 80), 0);
  }

  @Override
  public FeatureOptions options() {
    return options;
  }

  @Override
  public List<String> columns() {
    return mfcc.columns();
  }

  @Override
  public FeatureMatrix extract(Signal signal) {
    options.check(signal);
    return mfcc.of(Spectrum.of(signal, options.frameLength(), options.hopLength()));
  }
}
