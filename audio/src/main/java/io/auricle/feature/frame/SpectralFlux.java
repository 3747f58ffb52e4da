package io.auricle.feature.frame;

import io.auricle.feature.Analysis;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.Kernel;
import io.auricle.feature.Magnitudes;
import java.util.List;

/**
 * How much a frame's shape differs from the one before: the Euclidean distance of their magnitudes,
 * each frame scaled to a sum of 1, {@code [frames][1]} in [0, sqrt(2)] (Tzanetakis and Cook 2002,
 * doi:10.1109/TSA.2002.800560, without the square). The first frame gives 0; a silent frame has
 * magnitude 0 throughout.
 */
public record SpectralFlux() implements FrameFeature {
  @Override
  public List<String> columns(FrameGrid grid) {
    return List.of("spectral_flux");
  }

  @Override
  public Kernel kernel(Analysis sound) {
    return RowKernel.single(sound.layer(Magnitudes.KEY), new Change(sound.grid().bins()));
  }

  private static final class Change implements RowKernel.Figure {
    private final float[] before;
    private boolean first = true;

    Change(int bins) {
      this.before = new float[bins];
    }

    @Override
    public double of(float[] magnitudes, int from, int to) {
      double total = 0;
      for (int i = from; i < to; i++) {
        total += magnitudes[i];
      }
      float scale = total > 0 ? (float) (1 / total) : 0;
      double squares = 0;
      for (int bin = 0; bin < before.length; bin++) {
        float now = magnitudes[from + bin] * scale;
        double step = now - before[bin];
        squares += step * step;
        before[bin] = now;
      }
      double flux = first ? 0 : Math.sqrt(squares);
      first = false;
      return flux;
    }
  }
}
