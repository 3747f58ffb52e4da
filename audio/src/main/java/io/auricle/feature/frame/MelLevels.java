package io.auricle.feature.frame;

import io.auricle.dsp.Decibels;
import io.auricle.dsp.MelFilterBank;
import io.auricle.dsp.MelScale;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.SpectralFeature;
import io.auricle.feature.Spectrum;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The mel spectrogram in dB relative to a power of 1, nothing lower than a range below the highest
 * level, {@code [frames][bands]}: what MFCC and onset strength are made of. As {@code
 * librosa.power_to_db(librosa.feature.melspectrogram(S=power))}.
 *
 * @param bands number of mel bands, at least 1
 * @param scale on which the bands are evenly spaced
 * @param normalised whether each filter's area over Hz is 1, else its peak
 * @param rangeDb kept range below the highest level, above 0; librosa's default is 80
 */
public record MelLevels(int bands, MelScale scale, boolean normalised, double rangeDb)
    implements SpectralFeature {
  /** librosa's defaults: 128 bands, 80 dB. */
  public static final MelLevels DEFAULT = new MelLevels(128, 80);

  public MelLevels {
    if (bands < 1) {
      throw new IllegalArgumentException("bands=" + bands + " must be at least 1");
    }
    if (!(rangeDb > 0)) {
      throw new IllegalArgumentException("rangeDb=" + rangeDb + " must be above 0");
    }
  }

  /** Slaney's scale and area, librosa's default. */
  public MelLevels(int bands, double rangeDb) {
    this(bands, MelScale.SLANEY, true, rangeDb);
  }

  @Override
  public List<String> columns() {
    return IntStream.rangeClosed(1, bands).mapToObj(i -> "mel" + i).toList();
  }

  @Override
  public FeatureMatrix of(Spectrum spectrum) {
    int frames = spectrum.frameCount();
    float[] levels = new float[Math.multiplyExact(frames, bands)];
    MelFilterBank.of(
            spectrum.frameLength(),
            new MelFilterBank.Layout(spectrum.sampleRateHz(), bands, scale, normalised))
        .apply(spectrum.powers(), frames, levels, 0);
    Decibels.fromPower(levels, 1, rangeDb);
    return FeatureMatrix.wrap(frames, bands, levels);
  }
}
