package io.auricle.feature.rhythm;

import io.auricle.audio.Signal;
import io.auricle.feature.Analysis;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.Kernel;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The {@link Tempogram} of the mean onset strength.
 *
 * @param windowFrames length of the window and number of lags, in [2, 262144]
 */
public record OnsetTempogram(int windowFrames) implements FrameFeature {
  public OnsetTempogram {
    new Tempogram(windowFrames);
  }

  /**
   * {@code librosa.feature.tempogram(y=y, sr=sr)}, {@code [frames][384]}: a column a lag.
   *
   * @throws IllegalArgumentException if the signal is empty
   */
  public static FeatureMatrix of(Signal signal) {
    return new OnsetTempogram(384).usual(signal);
  }

  @Override
  public List<String> columns(FrameGrid grid) {
    return IntStream.range(0, windowFrames).mapToObj(i -> "lag" + i).toList();
  }

  @Override
  public Kernel kernel(Analysis sound) {
    OnsetSeries onsets = sound.layer(OnsetStrength.MEAN);
    TempogramStream stream = new TempogramStream(windowFrames);
    return (block, rows) -> {
      onsets.load(block);
      stream.add(
          onsets.values(), onsets.from(), block.frames(), block.last(), stream.correlating(rows));
    };
  }
}
