package io.auricle.feature.frame;

import io.auricle.audio.Signal;
import io.auricle.feature.Analysis;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.Kernel;
import java.util.List;

/**
 * The centre of a frame's magnitudes in Hz: {@code sum f m / sum m} over the bins, {@code [frames]
 * [1]}, as {@code librosa.feature.spectral_centroid}. Silent frames give 0.
 */
public record SpectralCentroid() implements FrameFeature {
  /**
   * {@code librosa.feature.spectral_centroid(y=y, sr=sr)}, {@code [frames][1]} in Hz.
   *
   * @throws IllegalArgumentException if the signal is empty
   */
  public static FeatureMatrix of(Signal signal) {
    return new SpectralCentroid().usual(signal);
  }

  @Override
  public List<String> columns(FrameGrid grid) {
    return List.of("spectral_centroid");
  }

  @Override
  public Kernel kernel(Analysis sound) {
    SpectralShape shape = sound.layer(SpectralShape.KEY);
    return (block, rows) -> {
      shape.load(block);
      rows.add(shape.centroids(), 0, block.frames());
    };
  }
}
