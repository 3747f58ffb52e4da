package io.auricle.feature.frame;

import io.auricle.dsp.Dct;
import io.auricle.feature.Analysis;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FrameBlock;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.Kernel;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Mel-frequency cepstral coefficients, {@code [frames][coefficients]}: the orthonormal DCT-II of
 * the {@link MelLevels}, as {@code librosa.feature.mfcc} (Davis and Mermelstein 1980,
 * doi:10.1109/TASSP.1980.1163420).
 *
 * @param coefficients kept, in [1, bands]
 * @param levels the mel spectrogram below
 * @param lifter weight of the higher coefficients: coefficient {@code k}, from 1 on, times {@code 1
 *     + lifter/2 sin(pi k / lifter)}; 0 for none
 */
public record Mfcc(int coefficients, MelLevels levels, double lifter) implements FrameFeature {
  public Mfcc {
    if (coefficients < 1 || coefficients > levels.bands()) {
      throw new IllegalArgumentException(
          "coefficients=%d must be in [1, bands=%d]".formatted(coefficients, levels.bands()));
    }
    if (!(lifter >= 0) || Double.isInfinite(lifter)) {
      throw new IllegalArgumentException("lifter=" + lifter + " must be finite and at least 0");
    }
  }

  /** So many coefficients of librosa's default mel spectrogram, not liftered. */
  public static Mfcc of(int coefficients) {
    return new Mfcc(coefficients, MelLevels.DEFAULT, 0);
  }

  @Override
  public List<String> columns(FrameGrid grid) {
    return IntStream.rangeClosed(1, coefficients).mapToObj(i -> "mfcc" + i).toList();
  }

  @Override
  public Kernel kernel(Analysis sound) {
    MelLevels.Floored mel = sound.layer(levels);
    Dct dct = sound.space().buffer(Dct.class, () -> Dct.of(levels.bands(), coefficients));
    float[] out = sound.space().floats(FrameBlock.FRAMES * coefficients);
    return (block, rows) -> {
      mel.load(block);
      compute(dct, mel.values(), block.frames(), out);
      rows.add(out, 0, block.frames());
    };
  }

  /** The coefficients of a mel spectrogram in dB, {@code [frames][bands]}. */
  public FeatureMatrix ofLevels(FeatureMatrix mel) {
    int frames = mel.frameCount();
    float[] values = new float[frames * coefficients];
    compute(Dct.of(mel.columnCount(), coefficients), mel.values(), frames, values);
    return FeatureMatrix.wrap(frames, coefficients, values);
  }

  private void compute(Dct dct, float[] mel, int frames, float[] out) {
    dct.apply(mel, frames, out);
    if (lifter > 0) {
      for (int i = 0; i < frames * coefficients; i++) {
        int k = i % coefficients + 1;
        out[i] *= (float) (1 + lifter / 2 * Math.sin(Math.PI * k / lifter));
      }
    }
  }
}
