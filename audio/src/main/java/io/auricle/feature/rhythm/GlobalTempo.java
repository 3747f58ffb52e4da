package io.auricle.feature.rhythm;

import io.auricle.feature.Analysis;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.Kernel;
import java.util.List;

/**
 * The {@link Tempo} of the whole sound in beats per minute, one row.
 *
 * @param tempo what is likely before listening
 * @param aggregate how bands are put together: the mean as {@code librosa.feature.tempo}, the
 *     median as {@code librosa.beat.beat_track}
 */
public record GlobalTempo(Tempo tempo, OnsetStrength.Aggregate aggregate) implements FrameFeature {
  @Override
  public Rows rows() {
    return Rows.SOUND;
  }

  @Override
  public List<String> columns(FrameGrid grid) {
    return List.of("tempo");
  }

  @Override
  public Kernel kernel(Analysis sound) {
    OnsetSeries onsets = sound.layer(new OnsetStrength(aggregate));
    Tempo.Whole whole = tempo.whole(sound.grid().sampleRateHz(), sound.grid().hopLength());
    return (block, rows) -> {
      onsets.load(block);
      whole.add(onsets.values(), onsets.from(), block.frames(), block.last());
      if (block.last()) {
        rows.add(new float[] {(float) whole.bpm()}, 0, 1);
      }
    };
  }
}
