package io.auricle.feature.rhythm;

import io.auricle.feature.Analysis;
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
