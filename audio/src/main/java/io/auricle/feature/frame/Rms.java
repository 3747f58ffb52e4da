package io.auricle.feature.frame;

import io.auricle.audio.Signal;
import io.auricle.feature.Analysis;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.Kernel;
import java.util.List;

/**
 * The root of the mean square of each frame, {@code [frames][1]}, zeros beyond the ends, as {@code
 * librosa.feature.rms}. Silence gives 0.
 */
public record Rms() implements FrameFeature {
  /**
   * {@code librosa.feature.rms(y=y)}, {@code [frames][1]}.
   *
   * @throws IllegalArgumentException if the signal is empty
   */
  public static FeatureMatrix of(Signal signal) {
    return new Rms().usual(signal);
  }

  @Override
  public List<String> columns(FrameGrid grid) {
    return List.of("rms");
  }

  @Override
  public Kernel kernel(Analysis sound) {
    SampleShape shape = sound.layer(SampleShape.KEY);
    return (block, rows) -> {
      shape.load(block);
      rows.add(shape.rms(), 0, block.frames());
    };
  }
}
