package io.auricle.feature.set;

import io.auricle.audio.Signal;
import io.auricle.dsp.MelFilterBank;
import io.auricle.dsp.Stft;
import io.auricle.feature.CheckedExtractor;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.Framing;
import java.util.stream.IntStream;

/**
 * The log-mel spectrogram of {@link MelOptions}: {@code [frames][bands]} in dB, 0 at the signal's
 * maximum and never below the floor. Tested against {@code
 * librosa.power_to_db(librosa.feature.melspectrogram(y), ref=np.max, top_db=-floorDb)} of librosa
 * 0.11.
 *
 * <p>Silence (no band above a power of 1e-10) gives the floor throughout; librosa gives 0 dB there,
 * which reads as full level. A signal of any length from one sample on gives {@code 1 + samples /
 * hopLength} frames.
 */
final class MelExtractor extends CheckedExtractor<MelOptions> {
  /** Frames whose spectra are held at a time. */
  private static final int BLOCK = 64;

  private final MelFilterBank bank;

  MelExtractor(MelOptions options) {
    super(options, IntStream.rangeClosed(1, options.bands()).mapToObj(i -> "mel" + i).toList());
    this.bank =
        MelFilterBank.slaney(options.sampleRateHz(), options.frameLength(), options.bands());
  }

  @Override
  protected FeatureMatrix analyse(Signal signal) {
    float[] samples = Framing.samples(signal);
    float[] mel = power(samples, options.hopLength());
    float highest = highest(mel);
    if (options.referenceHopLength() < options.hopLength()) {
      highest = MelPeak.of(samples, options, bank, highest);
    }
    RelativeLevels.fromPower(mel, highest, options.floorDb());
    return FeatureMatrix.wrap(mel.length / options.bands(), options.bands(), mel);
  }

  private static float highest(float[] values) {
    float highest = 0;
    for (float value : values) {
      highest = Math.max(highest, value);
    }
    return highest;
  }

  private float[] power(float[] samples, int hopLength) {
    Stft stft = Stft.of(options.frameLength(), hopLength);
    int frames = stft.frameCount(samples.length);
    float[] mel = new float[Math.multiplyExact(frames, options.bands())];
    float[] power = new float[Math.min(BLOCK, frames) * stft.bins()];
    for (int frame = 0; frame < frames; frame += BLOCK) {
      int count = Math.min(BLOCK, frames - frame);
      stft.power(samples, frame, count, power);
      bank.apply(power, count, mel, frame * options.bands());
    }
    return mel;
  }
}
