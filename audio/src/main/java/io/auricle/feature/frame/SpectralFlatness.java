package io.auricle.feature.frame;

import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.SpectralFeature;
import io.auricle.feature.Spectrum;
import java.util.List;

/**
 * How noise-like a frame is: the geometric over the arithmetic mean of its powers, {@code
 * [frames][1]} in (0, 1], as {@code librosa.feature.spectral_flatness}. Powers below 1e-10 count as
 * that, so silence gives 1.
 */
public record SpectralFlatness() implements SpectralFeature {
  private static final float LEAST_POWER = 1e-10f;

  @Override
  public List<String> columns() {
    return List.of("spectral_flatness");
  }

  @Override
  public FeatureMatrix of(Spectrum spectrum) {
    int bins = spectrum.bins();
    float[] powers = spectrum.powers();
    float[] flatness = new float[spectrum.frameCount()];
    for (int frame = 0; frame < flatness.length; frame++) {
      double logs = 0;
      double sum = 0;
      for (int i = frame * bins; i < (frame + 1) * bins; i++) {
        float power = Math.max(LEAST_POWER, powers[i]);
        logs += Math.log(power);
        sum += power;
      }
      flatness[frame] = (float) (Math.exp(logs / bins) / (sum / bins));
    }
    return FeatureMatrix.wrap(flatness.length, 1, flatness);
  }
}
