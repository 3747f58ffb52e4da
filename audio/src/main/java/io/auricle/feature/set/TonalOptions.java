package io.auricle.feature.set;

import io.auricle.audio.Signal;
import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FeatureOptions;
import io.auricle.feature.Framing;
import io.auricle.feature.Spectrum;
import io.auricle.feature.pitch.Chroma;
import io.auricle.feature.pitch.TonalStatistics;
import java.util.List;

/**
 * Statistics of harmony, one row a signal: what {@link TonalStatistics} says of its {@link Chroma}.
 *
 * @param sampleRateHz rate of the signal
 * @param frameLength samples a frame, a power of two
 * @param hopLength samples between frames, at least 1
 */
public record TonalOptions(int sampleRateHz, int frameLength, int hopLength)
    implements FeatureOptions {
  public TonalOptions {
    Framing.check(sampleRateHz, frameLength);
    Framing.checkHop(hopLength);
  }

  @Override
  public String set() {
    return "tonal";
  }

  @Override
  public FeatureExtractor extractor() {
    return new Extractor(this);
  }

  private record Extractor(TonalOptions options) implements FeatureExtractor {
    @Override
    public List<String> columns() {
      return TonalStatistics.columns();
    }

    @Override
    public FeatureMatrix extract(Signal signal) {
      options.check(signal);
      Spectrum spectrum = Spectrum.of(signal, options.frameLength(), options.hopLength());
      double framesPerSecond = (double) options.sampleRateHz() / options.hopLength();
      return TonalStatistics.of(new Chroma().of(spectrum), framesPerSecond);
    }
  }
}
