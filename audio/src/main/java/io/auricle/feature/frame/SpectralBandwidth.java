package io.auricle.feature.frame;

import io.auricle.audio.Signal;
import io.auricle.feature.Analysis;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.Kernel;
import io.auricle.feature.Magnitudes;
import java.util.List;

/**
 * The spread of a frame's magnitudes around their centroid in Hz: {@code (sum m |f - c|^p / sum
 * m)^(1/p)}, {@code [frames][1]}, as {@code librosa.feature.spectral_bandwidth}. Silent frames give
 * 0.
 *
 * @param order the exponent {@code p}, above 0; 2 is the usual standard deviation
 */
public record SpectralBandwidth(double order) implements FrameFeature {
  public SpectralBandwidth {
    if (!(order > 0) || Double.isInfinite(order)) {
      throw new IllegalArgumentException("order=" + order + " must be finite and above 0");
    }
  }

  /**
   * {@code librosa.feature.spectral_bandwidth(y=y, sr=sr)}, {@code [frames][1]} in Hz.
   *
   * @throws IllegalArgumentException if the signal is empty
   */
  public static FeatureMatrix of(Signal signal) {
    return new SpectralBandwidth(2).usual(signal);
  }

  @Override
  public List<String> columns(FrameGrid grid) {
    return List.of("spectral_bandwidth");
  }

  @Override
  public Kernel kernel(Analysis sound) {
    if (order == 2 || order == 3 || order == 4) {
      SpectralShape shape = sound.layer(SpectralShape.KEY);
      int place = (int) order - 2;
      shape.needOrders(place + 1);
      return (block, rows) -> {
        shape.load(block);
        rows.add(shape.bandwidths(place), 0, block.frames());
      };
    }
    double binHz = sound.grid().binHz();
    return RowKernel.single(
        sound.layer(Magnitudes.KEY), (values, from, to) -> general(values, from, to) * binHz);
  }

  /** Of any order: a general power takes twenty times as long as products. */
  private double general(float[] magnitudes, int from, int to) {
    double total = 0;
    double weighted = 0;
    for (int i = from; i < to; i++) {
      total += magnitudes[i];
      weighted += (double) (i - from) * magnitudes[i];
    }
    double centre = total > 0 ? weighted / total : 0;
    double spread = 0;
    for (int i = from; i < to; i++) {
      spread += magnitudes[i] * Math.pow(Math.abs(i - from - centre), order);
    }
    return total > 0 ? Math.pow(spread / total, 1 / order) : 0;
  }
}
