package io.auricle.feature.frame;

import io.auricle.audio.Signal;
import io.auricle.dsp.Dct;
import io.auricle.feature.Analysis;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FrameBlock;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.Framing;
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

  /**
   * What may be asked of {@link Mfcc#of(Signal, Options)}.
   *
   * @param coefficients kept, librosa's {@code n_mfcc}, in [1, levels.bands]
   * @param levels the mel spectrogram below
   * @param lifter weight of the higher coefficients, 0 for none
   * @param frameLength samples a frame, {@code n_fft}: a power of two
   * @param hopLength samples from one frame to the next, {@code hop_length}
   */
  public record Options(
      int coefficients, MelLevels levels, double lifter, int frameLength, int hopLength) {
    /** librosa's: 20 coefficients of 128 bands, frames of 2048 samples, 512 apart. */
    public static final Options DEFAULT =
        new Options(
            20, MelLevels.DEFAULT, 0, FrameGrid.USUAL_FRAME_LENGTH, FrameGrid.USUAL_HOP_LENGTH);

    /**
     * @throws IllegalArgumentException if a value is not allowed
     */
    public Options {
      new Mfcc(coefficients, levels, lifter);
      Framing.check(1, frameLength);
      Framing.checkHop(hopLength);
      Framing.checkBands(levels.bands(), frameLength);
    }

    public Options withCoefficients(int kept) {
      return new Options(kept, levels, lifter, frameLength, hopLength);
    }

    public Options withLevels(MelLevels other) {
      return new Options(coefficients, other, lifter, frameLength, hopLength);
    }

    public Options withLifter(double weight) {
      return new Options(coefficients, levels, weight, frameLength, hopLength);
    }

    public Options withFrameLength(int samples) {
      return new Options(coefficients, levels, lifter, samples, hopLength);
    }

    public Options withHopLength(int samples) {
      return new Options(coefficients, levels, lifter, frameLength, samples);
    }
  }

  /**
   * {@code librosa.feature.mfcc(y=y, sr=sr)}, {@code [frames][20]}.
   *
   * @throws IllegalArgumentException if the signal is empty
   */
  public static FeatureMatrix of(Signal signal) {
    return of(signal, Options.DEFAULT);
  }

  /**
   * {@code librosa.feature.mfcc(y=y, sr=sr, n_mfcc=...)}, {@code [frames][coefficients]}.
   *
   * @throws IllegalArgumentException if the signal is empty
   */
  public static FeatureMatrix of(Signal signal, Options options) {
    return new Mfcc(options.coefficients, options.levels, options.lifter)
        .of(signal, options.frameLength, options.hopLength);
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
