package io.auricle.feature.frame;

import io.auricle.feature.Analysis;
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
