package io.auricle.feature.pitch;

import io.auricle.dsp.ChromaFilterBank;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.SpectralFeature;
import io.auricle.feature.Spectrum;
import java.util.List;

/**
 * The strength of the twelve pitch classes, C first, {@code [frames][12]}, scaled to a maximum of 1
 * in each frame, as {@code librosa.feature.chroma_stft}: the filters follow the recording's {@link
 * Tuning}. Silent frames give 0.
 */
public record Chroma() implements SpectralFeature {
  private static final List<String> NAMES =
      List.of("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B");

  @Override
  public List<String> columns() {
    return NAMES;
  }

  @Override
  public FeatureMatrix of(Spectrum spectrum) {
    return of(spectrum, Tuning.of(spectrum));
  }

  /**
   * The chroma of a recording whose tuning is known.
   *
   * @param tuning deviation from A at 440 Hz in semitones
   */
  public FeatureMatrix of(Spectrum spectrum, double tuning) {
    int classes = ChromaFilterBank.CLASSES;
    int frames = spectrum.frameCount();
    float[] chroma = new float[frames * classes];
    ChromaFilterBank.of(spectrum.sampleRateHz(), spectrum.frameLength(), tuning)
        .apply(spectrum.powers(), frames, chroma);
    scale(chroma, frames);
    return FeatureMatrix.wrap(frames, classes, chroma);
  }

  /** Scales each frame of {@code [frames][12]} to a maximum of 1, in place; silence stays 0. */
  public static void scale(float[] chroma, int frames) {
    int classes = ChromaFilterBank.CLASSES;
    for (int at = 0; at < frames * classes; at += classes) {
      float highest = 0;
      for (int c = 0; c < classes; c++) {
        highest = Math.max(highest, chroma[at + c]);
      }
      if (highest >= Float.MIN_NORMAL) {
        for (int c = 0; c < classes; c++) {
          chroma[at + c] /= highest;
        }
      }
    }
  }
}
