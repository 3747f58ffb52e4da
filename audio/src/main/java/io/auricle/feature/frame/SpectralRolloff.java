package io.auricle.feature.frame;

import io.auricle.audio.Signal;
import io.auricle.feature.Analysis;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FrameBlock;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.Kernel;
import java.util.List;

/**
 * The frequency of the first bin at which the running sum of a frame's magnitudes reaches a share
 * of their total, in Hz, {@code [frames][1]}, as {@code librosa.feature.spectral_rolloff}. Silent
 * frames give 0.
 *
 * @param share of the total, in (0, 1); librosa's default is 0.85
 */
public record SpectralRolloff(double share) implements FrameFeature {
  public SpectralRolloff {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("share=" + share + " must be in (0, 1)");
    }
  }

  /**
   * {@code librosa.feature.spectral_rolloff(y=y, sr=sr)}, {@code [frames][1]} in Hz.
   *
   * @throws IllegalArgumentException if the signal is empty
   */
  public static FeatureMatrix of(Signal signal) {
    return new SpectralRolloff(0.85).usual(signal);
  }

  @Override
  public List<String> columns(FrameGrid grid) {
    return List.of("rolloff");
  }

  @Override
  public Kernel kernel(Analysis sound) {
    SpectralShape shape = sound.layer(SpectralShape.KEY);
    float[] rolloffs = new float[FrameBlock.FRAMES];
    return (block, rows) -> {
      shape.load(block);
      shape.rolloffs((float) share, block.frames(), rolloffs);
      rows.add(rolloffs, 0, block.frames());
    };
  }
}
