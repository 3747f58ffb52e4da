package io.auricle.feature.set;

import io.auricle.dsp.MelScale;
import io.auricle.feature.Analysis;
import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureOptions;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.Framing;
import io.auricle.feature.Kernel;
import io.auricle.feature.KernelExtractor;
import io.auricle.feature.frame.LevelScale;
import io.auricle.feature.frame.Levels;
import io.auricle.feature.frame.MelSpectrogram;
import java.util.List;

/**
 * The log-mel spectrogram: Hann window, centred frames, Slaney's mel scale and filter area from 0
 * Hz to Nyquist, power in dB.
 *
 * @param sampleRateHz rate of the signal
 * @param frameLength samples a frame, also the FFT length: a power of two
 * @param hopLength samples between frames; may exceed the frame length, frames are then picked out
 * @param bands number of mel bands
 * @param floorDb lowest value in dB relative to the maximum of the signal, below 0
 * @param referenceHopLength samples between the frames among which the maximum is looked for, in
 *     [1, hopLength]; shorter than the hop where frames are picked out, so that the level does not
 *     depend on which
 */
public record MelOptions(
    int sampleRateHz,
    int frameLength,
    int hopLength,
    int bands,
    double floorDb,
    int referenceHopLength)
    implements FeatureOptions {

  public MelOptions {
    Framing.check(sampleRateHz, frameLength);
    Framing.checkHop(hopLength);
    if (bands < 1 || bands > frameLength / 2) {
      throw new IllegalArgumentException(
          "bands=%d must be in [1, frameLength/2=%d]".formatted(bands, frameLength / 2));
    }
    if (!(floorDb < 0) || Double.isInfinite(floorDb)) {
      throw new IllegalArgumentException("floorDb=" + floorDb + " must be finite and below 0");
    }
    if (referenceHopLength < 1 || referenceHopLength > hopLength) {
      throw new IllegalArgumentException(
          "referenceHopLength=%d must be in [1, hopLength=%d]"
              .formatted(referenceHopLength, hopLength));
    }
  }

  /** The maximum is that of the frames themselves. */
  public MelOptions(int sampleRateHz, int frameLength, int hopLength, int bands, double floorDb) {
    this(sampleRateHz, frameLength, hopLength, bands, floorDb, hopLength);
  }

  @Override
  public String set() {
    return "mel";
  }

  /**
   * The log-mel spectrogram, {@code [frames][bands]} in dB, 0 at the signal's maximum and never
   * below the floor. Tested against {@code librosa.power_to_db(librosa.feature.melspectrogram(y),
   * ref=np.max, top_db=-floorDb)} of librosa 0.11. Silence (no band above a power of 1e-10) gives
   * the floor throughout; librosa gives 0 dB there, which reads as full level.
   */
  @Override
  public FeatureExtractor extractor() {
    return new KernelExtractor<>(this, grid(), spectrogram().columns(grid()), this::kernel);
  }

  /** Where its frames lie. */
  FrameGrid grid() {
    return FrameGrid.centred(sampleRateHz, frameLength, hopLength);
  }

  private MelSpectrogram spectrogram() {
    return new MelSpectrogram(bands, MelScale.SLANEY, true, new Levels(LevelScale.DB, 0, -floorDb));
  }

  /** What computes the spectrogram of one sound. */
  Kernel kernel(Analysis sound) {
    return spectrogram()
        .kernel(
            sound,
            referenceHopLength < hopLength
                ? List.of(new MelPeak(bands, referenceHopLength))
                : List.of());
  }
}
