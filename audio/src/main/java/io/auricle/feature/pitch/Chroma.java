package io.auricle.feature.pitch;

import io.auricle.audio.Signal;
import io.auricle.dsp.ChromaFilterBank;
import io.auricle.feature.Analysis;
import io.auricle.feature.Fact;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FrameBlock;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.Kernel;
import io.auricle.feature.frame.TurnedSpectra;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The strength of the twelve pitch classes, C first, {@code [frames][12]}, scaled to a maximum of 1
 * in each frame, as {@code librosa.feature.chroma_stft}: the filters follow the recording's {@link
 * Tuning}. Silent frames give 0.
 */
public record Chroma() implements FrameFeature {
  /** The names of the classes. */
  public static final List<String> NAMES =
      List.of("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B");

  /**
   * {@code librosa.feature.chroma_stft(y=y, sr=sr)}, {@code [frames][12]}, C first.
   *
   * @throws IllegalArgumentException if the signal is empty
   */
  public static FeatureMatrix of(Signal signal) {
    return new Chroma().usual(signal);
  }

  @Override
  public List<String> columns(FrameGrid grid) {
    return NAMES;
  }

  @Override
  public Kernel kernel(Analysis sound) {
    return new OfSound(sound);
  }

  private static final class OfSound implements Kernel {
    private final TurnedSpectra turned;
    private final Fact.Found tuning;
    private final Banks banks;
    private final float[] chroma;

    OfSound(Analysis sound) {
      FrameGrid grid = sound.grid();
      this.turned = sound.layer(TurnedSpectra.KEY);
      this.tuning = sound.fact(new Tuning());
      this.banks = sound.space().buffer(Banks.class, () -> new Banks(grid));
      this.chroma = sound.space().floats(FrameBlock.FRAMES * ChromaFilterBank.CLASSES);
    }

    @Override
    public void accept(FrameBlock block, Target rows) {
      turned.load(block);
      banks.of(tuning.value()).apply(turned.rows(), chroma, 0);
      scale(chroma, block.frames());
      rows.add(chroma, 0, block.frames());
    }
  }

  /** The filters, at most one a tuning, of which there are a hundred. */
  private static final class Banks {
    private final FrameGrid grid;
    private final Map<Double, ChromaFilterBank> banks = new HashMap<>();

    Banks(FrameGrid grid) {
      this.grid = grid;
    }

    ChromaFilterBank of(double tuning) {
      return banks.computeIfAbsent(
          tuning, t -> ChromaFilterBank.of(grid.sampleRateHz(), grid.frameLength(), t));
    }
  }

  /** Scales each frame of {@code [frames][12]} to a maximum of 1, in place; silence stays 0. */
  private static void scale(float[] chroma, int frames) {
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
