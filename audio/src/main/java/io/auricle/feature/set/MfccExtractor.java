package io.auricle.feature.set;

import io.auricle.audio.Signal;
import io.auricle.feature.CheckedExtractor;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.Spectrum;
import io.auricle.feature.frame.MelLevels;
import io.auricle.feature.frame.Mfcc;

/** The {@link Mfcc} of {@link MfccOptions}, {@code [frames][coefficients]}, not liftered. */
final class MfccExtractor extends CheckedExtractor<MfccOptions> {
  private final Mfcc mfcc;

  MfccExtractor(MfccOptions options) {
    this(options, new Mfcc(options.coefficients(), new MelLevels(options.bands(), 80), 0));
  }

  private MfccExtractor(MfccOptions options, Mfcc mfcc) {
    super(options, mfcc.columns());
    this.mfcc = mfcc;
  }

  @Override
  protected FeatureMatrix analyse(Signal signal) {
    return mfcc.of(Spectrum.of(signal, options.frameLength(), options.hopLength()));
  }
}
