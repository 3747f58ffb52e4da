package io.auricle.feature.frame;

import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.FrameOptions;
import io.auricle.feature.SignalFrames;
import java.util.List;

/** {@link Rms} at the framing of a set. */
public record RmsOfFrames() implements FrameFeature {
  @Override
  public List<String> columns(FrameOptions frames) {
    return List.of("rms");
  }

  @Override
  public FeatureMatrix of(SignalFrames frames) {
    FrameOptions options = frames.options();
    return new Rms(options.frameLength(), options.hopLength(), options.centred())
        .of(frames.signal());
  }
}
