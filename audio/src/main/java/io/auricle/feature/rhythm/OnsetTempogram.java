package io.auricle.feature.rhythm;

import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.FrameOptions;
import io.auricle.feature.SignalFrames;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The {@link Tempogram} of the mean onset strength, at the framing of a set.
 *
 * @param windowFrames length of the window and number of lags, in [2, 262144]
 */
public record OnsetTempogram(int windowFrames) implements FrameFeature {
  public OnsetTempogram {
    new Tempogram(windowFrames);
  }

  @Override
  public List<String> columns(FrameOptions frames) {
    return IntStream.range(0, windowFrames).mapToObj(i -> "lag" + i).toList();
  }

  @Override
  public FeatureMatrix of(SignalFrames frames) {
    return new Tempogram(windowFrames).of(Onsets.of(frames, OnsetStrength.Aggregate.MEAN));
  }
}
