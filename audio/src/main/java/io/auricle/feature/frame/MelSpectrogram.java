package io.auricle.feature.frame;

import io.auricle.dsp.MelFilterBank;
import io.auricle.dsp.MelScale;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.FrameOptions;
import io.auricle.feature.SignalFrames;
import io.auricle.feature.Spectrum;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The mel spectrogram, {@code [frames][bands]}, from 0 Hz to the Nyquist frequency, as {@code
 * librosa.feature.melspectrogram}, with {@code power=1} for amplitudes, and {@code
 * librosa.power_to_db} of that.
 *
 * @param bands number of mel bands, in [1, frameLength / 2]
 * @param scale on which the bands are evenly spaced, {@code htk=True} or not
 * @param normalised whether each filter's area over Hz is 1, {@code norm="slaney"}, else its peak
 * @param levels scale of the values
 */
public record MelSpectrogram(int bands, MelScale scale, boolean normalised, Levels levels)
    implements FrameFeature {
  public MelSpectrogram {
    if (bands < 1) {
      throw new IllegalArgumentException("bands=" + bands + " must be at least 1");
    }
  }

  @Override
  public List<String> columns(FrameOptions frames) {
    return IntStream.rangeClosed(1, bands).mapToObj(i -> "mel" + i).toList();
  }

  @Override
  public FeatureMatrix of(SignalFrames frames) {
    FrameOptions options = frames.options();
    if (bands > options.frameLength() / 2) {
      throw new IllegalArgumentException(
          "bands=%d must be in [1, frameLength/2=%d]".formatted(bands, options.frameLength() / 2));
    }
    Spectrum spectrum = frames.spectrum();
    MelFilterBank bank =
        MelFilterBank.of(
            options.frameLength(),
            new MelFilterBank.Layout(options.sampleRateHz(), bands, scale, normalised));
    float[] values = new float[Math.multiplyExact(spectrum.frameCount(), bands)];
    float[] row = new float[spectrum.bins()];
    for (int frame = 0; frame < spectrum.frameCount(); frame++) {
      levels.read(spectrum, frame, row);
      bank.apply(row, 1, values, frame * bands);
    }
    levels.scale(values);
    return FeatureMatrix.of(spectrum.frameCount(), bands, values);
  }
}
