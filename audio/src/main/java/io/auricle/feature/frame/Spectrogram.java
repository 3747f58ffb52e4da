package io.auricle.feature.frame;

import io.auricle.audio.Signal;
import io.auricle.feature.Analysis;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.Kernel;
import io.auricle.feature.Magnitudes;
import io.auricle.feature.Spectra;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The spectrogram, {@code [frames][frameLength / 2 + 1]}: {@code abs(librosa.stft(y))}, its square,
 * or {@code librosa.power_to_db} of that.
 *
 * @param levels scale of the values
 */
public record Spectrogram(Levels levels) implements FrameFeature {
  /**
   * The magnitudes {@code abs(librosa.stft(y))}, {@code [frames][1025]}.
   *
   * @throws IllegalArgumentException if the signal is empty
   */
  public static FeatureMatrix of(Signal signal) {
    return new Spectrogram(Levels.AMPLITUDE).usual(signal);
  }

  @Override
  public List<String> columns(FrameGrid grid) {
    return IntStream.rangeClosed(0, grid.frameLength() / 2).mapToObj(i -> "bin" + i).toList();
  }

  @Override
  public Kernel kernel(Analysis sound) {
    boolean amplitude = levels.level() == LevelScale.AMPLITUDE;
    return new LevelKernel(sound, amplitude ? Magnitudes.KEY : Spectra.KEY, levels, List.of());
  }
}
