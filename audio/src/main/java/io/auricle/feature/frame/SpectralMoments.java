package io.auricle.feature.frame;

import io.auricle.feature.Analysis;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.Kernel;
import io.auricle.feature.Magnitudes;
import java.util.Arrays;
import java.util.List;

/**
 * The central moments of a frame's magnitudes over frequency, {@code [frames][3]}: the spread in Hz
 * (the root of the second moment, librosa's bandwidth of order 2), skewness {@code m3 / m2^1.5},
 * and kurtosis {@code m4 / m2^2}, 3 for a bell (Peeters 2004, "A large set of audio features for
 * sound description"). The centre is {@link io.auricle.feature.frame.SpectralCentroid}. Frames that
 * are silent or have a single bin give 0.
 */
public record SpectralMoments() implements FrameFeature {
  private static final List<String> COLUMNS =
      List.of("spectral_spread", "spectral_skewness", "spectral_kurtosis");

  /** Spread in bins below which a frame counts as a single bin. */
  private static final double NARROWEST = 1e-6;

  @Override
  public List<String> columns(FrameGrid grid) {
    return COLUMNS;
  }

  @Override
  public Kernel kernel(Analysis sound) {
    double binHz = sound.grid().binHz();
    return new RowKernel(
        sound.layer(Magnitudes.KEY),
        COLUMNS.size(),
        (values, from, to, out, at) -> measure(values, from, to, binHz, out, at));
  }

  private static void measure(
      float[] magnitudes, int from, int to, double binHz, float[] target, int at) {
    double total = 0;
    double first = 0;
    for (int bin = 0; bin < to - from; bin++) {
      total += magnitudes[from + bin];
      first += (double) bin * magnitudes[from + bin];
    }
    Arrays.fill(target, at, at + COLUMNS.size(), 0);
    if (total == 0) {
      return;
    }
    double centre = first / total;
    double second = 0;
    double third = 0;
    double fourth = 0;
    for (int bin = 0; bin < to - from; bin++) {
      double distance = bin - centre;
      double weighted = magnitudes[from + bin] * distance * distance;
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
