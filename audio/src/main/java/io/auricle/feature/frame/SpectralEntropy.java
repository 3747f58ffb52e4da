package io.auricle.feature.frame;

import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.SpectralFeature;
import io.auricle.feature.Spectrum;
import java.util.List;

/**
 * How evenly a frame's power is spread over the bins: Shannon's entropy of the powers as shares of
 * their sum, over the logarithm of the number of bins, {@code [frames][1]} in [0, 1]: 0 for a
 * single bin, 1 for white noise. Silent frames give 0.
 */
public record SpectralEntropy() implements SpectralFeature {
  @Override
  public List<String> columns() {
    return List.of("spectral_entropy");
  }

  @Override
  public FeatureMatrix of(Spectrum spectrum) {
    int bins = spectrum.bins();
    float[] powers = spectrum.powers();
    float[] entropies = new float[spectrum.frameCount()];
    for (int frame = 0; frame < entropies.length; frame++) {
      double total = 0;
      double weighted = 0;
      for (int i = frame * bins; i < (frame + 1) * bins; i++) {
        if (powers[i] > 0) {
          total += powers[i];
          weighted += powers[i] * Math.log(powers[i]);
        }
      }
      double entropy = total > 0 ? Math.log(total) - weighted / total : 0;
      entropies[frame] = (float) Math.min(1, Math.max(0, entropy / Math.log(bins)));
    }
    return FeatureMatrix.wrap(entropies.length, 1, entropies);
  }
}
