package io.auricle.feature.frame;

import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.SpectralFeature;
import io.auricle.feature.Spectrum;
import java.util.List;

/**
 * The spread of a frame's magnitudes around their centroid in Hz: {@code (sum m |f - c|^p / sum
 * m)^(1/p)}, {@code [frames][1]}, as {@code librosa.feature.spectral_bandwidth}. Silent frames give
 * 0.
 *
 * @param order the exponent {@code p}, above 0; 2 is the usual standard deviation
 */
public record SpectralBandwidth(double order) implements SpectralFeature {
  public SpectralBandwidth {
    if (!(order > 0) || Double.isInfinite(order)) {
      throw new IllegalArgumentException("order=" + order + " must be finite and above 0");
    }
  }

  @Override
  public List<String> columns() {
    return List.of("spectral_bandwidth");
  }

  @Override
  public FeatureMatrix of(Spectrum spectrum) {
    float[] bandwidths = new float[spectrum.frameCount()];
    float[] magnitudes = new float[spectrum.bins()];
    for (int frame = 0; frame < bandwidths.length; frame++) {
      spectrum.magnitudes(frame, magnitudes);
      bandwidths[frame] = (float) ofFrame(magnitudes, spectrum.binHz(1));
    }
    return FeatureMatrix.wrap(bandwidths.length, 1, bandwidths);
  }

  private double ofFrame(float[] magnitudes, double binHz) {
    return ofFrame(magnitudes, SpectralCentroid.ofFrame(magnitudes, 1), binHz);
  }

  /** The bandwidth of one frame around a centroid, both in bins {@code binHz} apart. */
  double ofFrame(float[] magnitudes, double centre, double binHz) {
    double total = 0;
    double spread = 0;
    for (int bin = 0; bin < magnitudes.length; bin++) {
      double distance = Math.abs(bin - centre);
      total += magnitudes[bin];
      spread += magnitudes[bin] * power(distance);
    }
    return total > 0 ? Math.pow(spread / total, 1 / order) * binHz : 0;
  }

  /** Products for the usual orders: a general power takes twenty times as long. */
  private double power(double distance) {
    double square = distance * distance;
    if (order == 2) {
      return square;
    }
    if (order == 3) {
      return square * distance;
    }
    return order == 4 ? square * square : Math.pow(distance, order);
  }
}
