package io.auricle.feature.frame;

import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.SpectralFeature;
import io.auricle.feature.Spectrum;
import java.util.List;

/**
 * The central moments of a frame's magnitudes over frequency, {@code [frames][3]}: the spread in Hz
 * (the root of the second moment, librosa's bandwidth of order 2), skewness {@code m3 / m2^1.5},
 * and kurtosis {@code m4 / m2^2}, 3 for a bell (Peeters 2004, "A large set of audio features for
 * sound description"). The centre is {@link io.auricle.feature.frame.SpectralCentroid}. Frames that
 * are silent or have a single bin give 0.
 */
public record SpectralMoments() implements SpectralFeature {
  private static final List<String> COLUMNS =
      List.of("spectral_spread", "spectral_skewness", "spectral_kurtosis");

  /** Spread in bins below which a frame counts as a single bin. */
  private static final double NARROWEST = 1e-6;

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public FeatureMatrix of(Spectrum spectrum) {
    int columns = COLUMNS.size();
    float[] values = new float[spectrum.frameCount() * columns];
    float[] magnitudes = new float[spectrum.bins()];
    for (int frame = 0; frame < spectrum.frameCount(); frame++) {
      spectrum.magnitudes(frame, magnitudes);
      addFrame(magnitudes, spectrum.binHz(1), values, frame * columns);
    }
    return FeatureMatrix.of(spectrum.frameCount(), columns, values);
  }

  private static void addFrame(float[] magnitudes, double binHz, float[] target, int at) {
    double total = 0;
    double first = 0;
    for (int bin = 0; bin < magnitudes.length; bin++) {
      total += magnitudes[bin];
      first += (double) bin * magnitudes[bin];
    }
    if (total == 0) {
      return;
    }
    double centre = first / total;
    double second = 0;
    double third = 0;
    double fourth = 0;
    for (int bin = 0; bin < magnitudes.length; bin++) {
      double distance = bin - centre;
      double weighted = magnitudes[bin] * distance * distance;
      second += weighted;
      third += weighted * distance;
      fourth += weighted * distance * distance;
    }
    double spread = Math.sqrt(second / total);
    if (spread < NARROWEST) {
      return;
    }
    target[at] = (float) (spread * binHz);
    target[at + 1] = (float) (third / total / Math.pow(spread, 3));
    target[at + 2] = (float) (fourth / total / Math.pow(spread, 4));
  }
}
