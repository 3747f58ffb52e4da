package io.auricle.feature.set;

import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureOptions;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.Framing;
import io.auricle.feature.custom.FeaturePart;
import io.auricle.feature.custom.SideBySide;
import io.auricle.feature.frame.LevelScale;
import io.auricle.feature.frame.Levels;
import io.auricle.feature.frame.Spectrogram;
import java.util.List;

/**
 * The log spectrogram: Hann window, centred frames, power in dB.
 *
 * @param sampleRateHz rate of the signal
 * @param frameLength samples a frame, a power of two
 * @param hopLength samples between frames, at least 1
 * @param floorDb lowest value in dB relative to the maximum of the signal, below 0
 */
public record StftOptions(int sampleRateHz, int frameLength, int hopLength, double floorDb)
    implements FeatureOptions {
  public StftOptions {
    Framing.check(sampleRateHz, frameLength);
    Framing.checkHop(hopLength);
    Framing.checkFloor(floorDb);
  }

  @Override
  public String set() {
    return "stft";
  }

  /**
   * The log spectrogram, {@code [frames][bins]} in dB, 0 at the signal's maximum and never below
   * the floor. Tested against {@code librosa.amplitude_to_db(abs(librosa.stft(y)), ref=np.max,
   * top_db=-floorDb)} of librosa 0.11. Silence gives the floor throughout, as in {@link
   * MelOptions}.
   */
  @Override
  public FeatureExtractor extractor() {
    return SideBySide.extractor(
        this,
        FrameGrid.centred(sampleRateHz, frameLength, hopLength),
        List.of(FeaturePart.of(new Spectrogram(new Levels(LevelScale.DB, 0, -floorDb)))));
  }
}
