package io.auricle.feature.frame;

import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.SpectralFeature;
import io.auricle.feature.Spectrum;
import java.util.List;

/**
 * The frequency of the first bin at which the running sum of a frame's magnitudes reaches a share
 * of their total, in Hz, {@code [frames][1]}, as {@code librosa.feature.spectral_rolloff}. Silent
 * frames give 0.
 *
 * @param share of the total, in (0, 1); librosa's default is 0.85
 */
public record SpectralRolloff(double share) implements SpectralFeature {
  public SpectralRolloff {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("share=" + share + " must be in (0, 1)");
    }
  }

  @Override
  public List<String> columns() {
    return List.of("rolloff");
  }

  @Override
  public FeatureMatrix of(Spectrum spectrum) {
    float[] rolloffs = new float[spectrum.frameCount()];
    float[] magnitudes = new float[spectrum.bins()];
    for (int frame = 0; frame < rolloffs.length; frame++) {
      spectrum.magnitudes(frame, magnitudes);
      rolloffs[frame] = (float) spectrum.binHz(bin(magnitudes));
    }
    return FeatureMatrix.wrap(rolloffs.length, 1, rolloffs);
  }

  /** Sums in single precision: the bin found must be librosa's also where the sum comes close. */
  private int bin(float[] magnitudes) {
    float total = 0;
    for (float magnitude : magnitudes) {
      total += magnitude;
    }
    float threshold = (float) share * total;
    float sum = 0;
    for (int bin = 0; bin < magnitudes.length; bin++) {
      sum += magnitudes[bin];
      if (sum >= threshold) {
        return bin;
      }
    }
    return magnitudes.length - 1;
  }
}
