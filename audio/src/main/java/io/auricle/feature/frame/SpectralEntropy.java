package io.auricle.feature.frame;

import io.auricle.feature.Analysis;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.Kernel;
import io.auricle.feature.Spectra;
import java.util.List;

/**
 * How evenly a frame's power is spread over the bins: Shannon's entropy of the powers as shares of
 * their sum, over the logarithm of the number of bins, {@code [frames][1]} in [0, 1]: 0 for a
 * single bin, 1 for white noise. Silent frames give 0.
 */
public record SpectralEntropy() implements FrameFeature {
  @Override
  public List<String> columns(FrameGrid grid) {
    return List.of("spectral_entropy");
  }

  @Override
  public Kernel kernel(Analysis sound) {
    return RowKernel.single(sound.layer(Spectra.KEY), SpectralEntropy::entropy);
  }

  private static double entropy(float[] powers, int from, int to) {
    double total = 0;
    double weighted = 0;
    for (int i = from; i < to; i++) {
      if (powers[i] > 0) {
        total += powers[i];
        weighted += powers[i] * Math.log(powers[i]);
      }
    }
    double entropy = total > 0 ? Math.log(total) - weighted / total : 0;
    return Math.min(1, Math.max(0, entropy / Math.log(to - from)));
  }
}
