package io.auricle.feature.rhythm;

import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.FrameOptions;
import io.auricle.feature.SignalFrames;
import java.util.List;

/**
 * {@link OnsetStrength} at the framing of a set.
 *
 * @param aggregate how bands are put together
 */
public record Onsets(OnsetStrength.Aggregate aggregate) implements FrameFeature {
  @Override
  public List<String> columns(FrameOptions frames) {
    return List.of("onset_strength");
  }

  @Override
  public FeatureMatrix of(SignalFrames frames) {
    return of(frames, aggregate);
  }

  /** Onsets are dated by the centres of frames. */
  static FeatureMatrix of(SignalFrames frames, OnsetStrength.Aggregate aggregate) {
    if (!frames.options().centred()) {
      throw new IllegalArgumentException(
          "centred=false must be true for onset-strength, tempogram and tempo");
    }
    return new OnsetStrength(aggregate).of(frames.spectrum());
  }
}
