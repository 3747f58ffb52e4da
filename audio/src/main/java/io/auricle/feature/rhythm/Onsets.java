package io.auricle.feature.rhythm;

import io.auricle.audio.Signal;
import io.auricle.feature.Analysis;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.Kernel;
import java.util.List;

/**
 * {@link OnsetStrength}.
 *
 * @param aggregate how bands are put together
 */
public record Onsets(OnsetStrength.Aggregate aggregate) implements FrameFeature {
  /**
   * {@code librosa.onset.onset_strength(y=y, sr=sr)}, {@code [frames][1]}.
   *
   * @throws IllegalArgumentException if the signal is empty
   */
  public static FeatureMatrix of(Signal signal) {
    return new Onsets(OnsetStrength.Aggregate.MEAN).usual(signal);
  }

  @Override
  public List<String> columns(FrameGrid grid) {
    return List.of("onset_strength");
  }

  @Override
  public Kernel kernel(Analysis sound) {
    OnsetSeries onsets = sound.layer(new OnsetStrength(aggregate));
    return (block, rows) -> {
      onsets.load(block);
      rows.add(onsets.values(), onsets.from(), block.frames());
    };
  }
}
