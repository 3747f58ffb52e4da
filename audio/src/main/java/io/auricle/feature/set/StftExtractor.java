package io.auricle.feature.set;

import io.auricle.audio.Signal;
import io.auricle.dsp.Stft;
import io.auricle.feature.CheckedExtractor;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.Framing;
import java.util.stream.IntStream;

/**
 * The log spectrogram of {@link StftOptions}: {@code [frames][bins]} in dB, 0 at the signal's
 * maximum and never below the floor. Tested against {@code
 * librosa.amplitude_to_db(abs(librosa.stft(y)), ref=np.max, top_db=-floorDb)} of librosa 0.11.
 * Silence gives the floor throughout, as in {@link MelExtractor}.
 */
final class StftExtractor extends CheckedExtractor<StftOptions> {

  StftExtractor(StftOptions options) {
    super(
        options,
        IntStream.rangeClosed(0, options.frameLength() / 2).mapToObj(i -> "bin" + i).toList());
  }

  @Override
  protected FeatureMatrix analyse(Signal signal) {
    float[] samples = Framing.samples(signal);
    Stft stft = Stft.of(options.frameLength(), options.hopLength());
    int frames = stft.frameCount(samples.length);
    float[] levels = new float[Math.multiplyExact(frames, stft.bins())];
    stft.power(samples, 0, frames, levels);
    RelativeLevels.fromPower(levels, options.floorDb());
    return FeatureMatrix.wrap(frames, stft.bins(), levels);
  }
}
