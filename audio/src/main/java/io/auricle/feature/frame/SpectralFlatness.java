package io.auricle.feature.frame;

import io.auricle.audio.Signal;
import io.auricle.feature.Analysis;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.Kernel;
import io.auricle.feature.Spectra;
import java.util.List;

/**
 * How noise-like a frame is: the geometric over the arithmetic mean of its powers, {@code
 * [frames][1]} in (0, 1], as {@code librosa.feature.spectral_flatness}. Powers below 1e-10 count as
 * that, so silence gives 1.
 */
public record SpectralFlatness() implements FrameFeature {
  private static final float LEAST_POWER = 1e-10f;

  /**
   * {@code librosa.feature.spectral_flatness(y=y)}, {@code [frames][1]}.
   *
   * @throws IllegalArgumentException if the signal is empty
   */
  public static FeatureMatrix of(Signal signal) {
    return new SpectralFlatness().usual(signal);
  }

  @Override
  public List<String> columns(FrameGrid grid) {
    return List.of("spectral_flatness");
  }

  @Override
  public Kernel kernel(Analysis sound) {
    return RowKernel.single(sound.layer(Spectra.KEY), SpectralFlatness::flatness);
  }

  private static double flatness(float[] powers, int from, int to) {
    double logs = 0;
    double sum = 0;
    for (int i = from; i < to; i++) {
      float power = Math.max(LEAST_POWER, powers[i]);
      logs += Math.log(power);
      sum += power;
    }
    int bins = to - from;
    return Math.exp(logs / bins) / (sum / bins);
  }
}
