package io.auricle.feature.frame;

import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.FrameOptions;
import io.auricle.feature.SignalFrames;
import io.auricle.feature.Spectrum;
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
  public List<String> columns(FrameOptions frames) {
    return IntStream.rangeClosed(0, frames.frameLength() / 2).mapToObj(i -> "bin" + i).toList();
  }

  @Override
  public FeatureMatrix of(SignalFrames frames) {
    Spectrum spectrum = frames.spectrum();
    int bins = spectrum.bins();
    float[] values = new float[Math.multiplyExact(spectrum.frameCount(), bins)];
    float[] row = new float[bins];
    for (int frame = 0; frame < spectrum.frameCount(); frame++) {
      levels.read(spectrum, frame, row);
      System.arraycopy(row, 0, values, frame * bins, bins);
    }
    levels.scale(values);
    return FeatureMatrix.of(spectrum.frameCount(), bins, values);
  }
}
