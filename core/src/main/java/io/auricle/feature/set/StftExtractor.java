package io.auricle.feature.set;

import io.auricle.audio.Signal;
import io.auricle.dsp.Stft;
import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FeatureOptions;
import io.auricle.feature.Framing;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The log spectrogram of {@link StftOptions}: {@code [frames][bins]} in dB, 0 at the signal's
 * maximum and never below the floor. Tested against {@code
 * librosa.amplitude_to_db(abs(librosa.stft(y)), ref=np.max, top_db=-floorDb)} of librosa 0.11.
 * Silence gives the floor throughout, as in {@link MelExtractor}.
 */
final class StftExtractor implements FeatureExtractor {
  private final StftOptions options;
  private final List<String> columns;

  StftExtractor(StftOptions options) {
    this.options = options;
    this.columns =
        IntStream.rangeClosed(0, options.frameLength() / 2).mapToObj(i -> "bin" + i).toList();
  }

  @Override
  public FeatureOptions options() {
    return options;
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public FeatureMatrix extract(Signal signal) {
    options.check(signal);
    float[] samples = Framing.samples(signal);
    Stft stft = Stft.of(options.frameLength(), options.hopLength());
    int frames = stft.frameCount(samples.length);
    float[] levels = new float[Math.multiplyExact(frames, stft.bins())];
    stft.power(samples, 0, frames, levels);
    RelativeLevels.fromPower(levels, options.floorDb());
    return FeatureMatrix.wrap(frames, stft.bins(), levels);
  }
}
