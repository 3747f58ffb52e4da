package io.auricle.feature.set;

import io.auricle.audio.Signal;
import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FeatureOptions;
import io.auricle.feature.Spectrum;
import io.auricle.feature.frame.MelLevels;
import io.auricle.feature.frame.Mfcc;
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
