package io.auricle.feature.frame;

import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.SpectralFeature;
import io.auricle.feature.Spectrum;
import java.util.List;

/**
 * How much a frame's shape differs from the one before: the Euclidean distance of their magnitudes,
 * each frame scaled to a sum of 1, {@code [frames][1]} in [0, sqrt(2)] (Tzanetakis and Cook 2002,
 * doi:10.1109/TSA.2002.800560, without the square). The first frame gives 0; a silent frame has
 * magnitude 0 throughout.
 */
public record SpectralFlux() implements SpectralFeature {
  @Override
  public List<String> columns() {
    return List.of("spectral_flux");
  }

  @Override
  public FeatureMatrix of(Spectrum spectrum) {
    float[] flux = new float[spectrum.frameCount()];
    float[] before = new float[spectrum.bins()];
    float[] now = new float[spectrum.bins()];
    for (int frame = 0; frame < flux.length; frame++) {
      spectrum.magnitudes(frame, now);
      double total = 0;
      for (float magnitude : now) {
        total += magnitude;
      }
      float scale = total > 0 ? (float) (1 / total) : 0;
      double squares = 0;
      for (int bin = 0; bin < now.length; bin++) {
        now[bin] *= scale;
        double step = now[bin] - before[bin];
        squares += step * step;
      }
      flux[frame] = frame == 0 ? 0 : (float) Math.sqrt(squares);
      float[] swap = before;
      before = now;
      now = swap;
    }
    return FeatureMatrix.wrap(flux.length, 1, flux);
  }
}
