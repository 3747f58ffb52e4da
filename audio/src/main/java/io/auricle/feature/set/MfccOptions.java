package io.auricle.feature.set;

import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureOptions;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.Framing;
import io.auricle.feature.custom.FeaturePart;
import io.auricle.feature.custom.SideBySide;
import io.auricle.feature.frame.MelLevels;
import io.auricle.feature.frame.Mfcc;
import java.util.List;

/**
 * Mel-frequency cepstral coefficients per frame.
 *
 * @param sampleRateHz rate of the signal
 * @param frameLength samples a frame, a power of two
 * @param hopLength samples between frames, at least 1
 * @param bands number of mel bands, in [1, frameLength / 2]
 * @param coefficients kept, in [1, bands]
 */
public record MfccOptions(
    int sampleRateHz, int frameLength, int hopLength, int bands, int coefficients)
    implements FeatureOptions {
  public MfccOptions {
    Framing.check(sampleRateHz, frameLength);
    Framing.checkHop(hopLength);
    Framing.checkBands(bands, frameLength);
    if (coefficients < 1 || coefficients > bands) {
      throw new IllegalArgumentException(
          "coefficients=%d must be in [1, bands=%d]".formatted(coefficients, bands));
    }
  }

  @Override
  public String set() {
    return "mfcc";
  }

  @Override
  public FeatureExtractor extractor() {
    return SideBySide.extractor(
        this,
        FrameGrid.centred(sampleRateHz, frameLength, hopLength),
        List.of(FeaturePart.of(new Mfcc(coefficients, new MelLevels(bands, 80), 0))));
  }
}
