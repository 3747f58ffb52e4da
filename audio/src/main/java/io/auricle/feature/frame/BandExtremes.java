package io.auricle.feature.frame;

import io.auricle.dsp.Extremes;
import io.auricle.feature.Analysis;
import io.auricle.feature.FrameBlock;
import io.auricle.feature.Values;
import java.util.List;

/**
 * The peaks of each band of a {@link SpectralContrast}, then its valleys, {@code [frames][2 *
 * bands]}.
 */
public final class BandExtremes extends Values {
  private final TurnedSpectra turned;
  private final Bands bands;

  private static final class Bands {
    final List<Extremes> all;

    Bands(List<SpectralContrast.Band> layout) {
      this.all =
          layout.stream().map(band -> new Extremes(band.from(), band.to(), band.kept())).toList();
    }
  }

  BandExtremes(Analysis sound, List<SpectralContrast.Band> layout) {
    super(sound, 2 * layout.size());
    this.turned = sound.layer(TurnedSpectra.KEY);
    this.bands = sound.space().buffer(Bands.class, () -> new Bands(layout));
  }

  @Override
  protected void compute(FrameBlock block, float[] target) {
    turned.load(block);
    int count = bands.all.size();
    for (int b = 0; b < count; b++) {
      Extremes band = bands.all.get(b);
      band.measure(turned.rows());
      float[] highest = band.highest();
      float[] lowest = band.lowest();
      for (int frame = 0; frame < block.frames(); frame++) {
        target[frame * 2 * count + b] = highest[frame];
        target[frame * 2 * count + count + b] = lowest[frame];
      }
    }
  }
}
