package io.auricle.feature.frame;

import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.SpectralFeature;
import io.auricle.feature.Spectrum;
import java.util.List;

/**
 * The centre of a frame's magnitudes in Hz: {@code sum f m / sum m} over the bins, {@code [frames]
 * [1]}, as {@code librosa.feature.spectral_centroid}. Silent frames give 0.
 */
public record SpectralCentroid() implements SpectralFeature {
  @Override
  public List<String> columns() {
    return List.of("spectral_centroid");
  }

  @Override
  public FeatureMatrix of(Spectrum spectrum) {
    float[] centroids = new float[spectrum.frameCount()];
    float[] magnitudes = new float[spectrum.bins()];
    for (int frame = 0; frame < centroids.length; frame++) {
      spectrum.magnitudes(frame, magnitudes);
      centroids[frame] = (float) ofFrame(magnitudes, spectrum.binHz(1));
    }
    return FeatureMatrix.wrap(centroids.length, 1, centroids);
  }

  /** The centroid of one frame, bins {@code binHz} apart. */
  static double ofFrame(float[] magnitudes, double binHz) {
    double total = 0;
    double weighted = 0;
    for (int bin = 0; bin < magnitudes.length; bin++) {
      total += magnitudes[bin];
      weighted += (double) bin * magnitudes[bin];
    }
    return total > 0 ? weighted / total * binHz : 0;
  }
}
