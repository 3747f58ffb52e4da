package io.auricle.feature.frame;

import io.auricle.audio.Signal;
import io.auricle.feature.Analysis;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.Kernel;
import java.util.List;

/**
 * The share of samples of a frame whose sign differs from the sample before, {@code [frames][1]} in
 * [0, 1), as {@code librosa.feature.zero_crossing_rate}: samples within 1e-10 of 0 count as
 * positive, the ends are continued with their last value, a frame's first sample never counts.
 */
public record ZeroCrossingRate() implements FrameFeature {
  /**
   * {@code librosa.feature.zero_crossing_rate(y)}, {@code [frames][1]}.
   *
   * @throws IllegalArgumentException if the signal is empty
   */
  public static FeatureMatrix of(Signal signal) {
    return new ZeroCrossingRate().usual(signal);
  }

  @Override
  public List<String> columns(FrameGrid grid) {
    return List.of("zero_crossing_rate");
  }

  @Override
  public Kernel kernel(Analysis sound) {
    SampleShape shape = sound.layer(SampleShape.KEY);
    return (block, rows) -> {
      shape.load(block);
      rows.add(shape.zeroCrossingRates(), 0, block.frames());
    };
  }
}
