package io.auricle.feature.rhythm;

import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.FrameOptions;
import io.auricle.feature.SignalFrames;
import java.util.List;

/**
 * The {@link Tempo} at every frame in beats per minute, from the mean onset strength, as {@code
 * librosa.feature.tempo(aggregate=None)}.
 *
 * @param tempo what is likely before listening
 */
public record OnsetTempo(Tempo tempo) implements FrameFeature {
  @Override
  public List<String> columns(FrameOptions frames) {
    return List.of("tempo");
  }

  @Override
  public FeatureMatrix of(SignalFrames frames) {
    FrameOptions options = frames.options();
    FeatureMatrix onsets = Onsets.of(frames, OnsetStrength.Aggregate.MEAN);
    return tempo.perFrame(onsets, options.sampleRateHz(), options.hopLength());
  }
}
