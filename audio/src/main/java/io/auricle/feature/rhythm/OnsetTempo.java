package io.auricle.feature.rhythm;

import io.auricle.feature.Analysis;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.Kernel;
import java.util.List;

/**
 * The {@link Tempo} at every frame in beats per minute, from the mean onset strength, as {@code
 * librosa.feature.tempo(aggregate=None)}.
 *
 * @param tempo what is likely before listening
 */
public record OnsetTempo(Tempo tempo) implements FrameFeature {
  @Override
  public List<String> columns(FrameGrid grid) {
    return List.of("tempo");
  }

  @Override
  public Kernel kernel(Analysis sound) {
    OnsetSeries onsets = sound.layer(OnsetStrength.MEAN);
    Tempo.PerFrame tempi = tempo.perFrame(sound.grid().sampleRateHz(), sound.grid().hopLength());
    return (block, rows) -> {
      onsets.load(block);
      tempi.add(onsets.values(), onsets.from(), block.frames(), block.last(), rows);
    };
  }
}
