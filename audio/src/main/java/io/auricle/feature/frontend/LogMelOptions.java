package io.auricle.feature.frontend;

import io.auricle.dsp.MelFilterBank.Sides;
import io.auricle.dsp.MelScale;
import io.auricle.feature.Analysis;
import io.auricle.feature.Fact;
import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureOptions;
import io.auricle.feature.FrameBlock;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.FrameGrid.Edges;
import io.auricle.feature.FrameGrid.Hann;
import io.auricle.feature.Framing;
import io.auricle.feature.Kernel;
import io.auricle.feature.KernelExtractor;
import io.auricle.feature.MelSums;
import io.auricle.feature.frontend.Logarithm.Base;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A log-mel spectrogram of absolute level, or of one that all sounds share: unlike {@code mel},
 * whose levels are relative to the loudest moment.
 *
 * @param sampleRateHz rate of the signal
 * @param preEmphasis a in {@code y[n] = x[n + 1] - a x[n]}, in [0, 1]; 0 for the signal itself.
 *     With edges {@code alone} it is of each window by itself
 * @param frames how it is cut
 * @param mel the bands
 * @param logarithm from a band's sum to its value
 * @param meanSum what the mean of all sums of a sound is made before the logarithm, so that it does
 *     not matter how loud the sound is; raised by a factor of 10,000 at most, so that silence stays
 *     silent. 0 leaves the level as it is: then what a frame gives depends on nothing but its
 *     samples; so it is if left out
 */
public record LogMelOptions(
    int sampleRateHz,
    double preEmphasis,
    Frames frames,
    Bands mel,
    Logarithm logarithm,
    Double meanSum)
    implements FeatureOptions {
  /** The least power whose logarithm Kaldi takes. */
  private static final double FLOAT_EPSILON = 0x1p-23;

  /** The most that sums are raised to reach a mean. */
  private static final double LARGEST_GAIN = 1e4;

  /** Auricle's own, of networks that learn from others: nothing above 11,025 Hz is heard. */
  public static final LogMelOptions OWN =
      new LogMelOptions(
          32_000,
          0,
          new Frames(1024, 1024, 640, Hann.PERIODIC, Edges.ZEROS),
          new Bands(64, MelScale.HTK, Sides.HZ, false, 30, 11_025, true),
          new Logarithm(Base.E, 1, 1e-4, 0, 0.2, 0.5));

  /** The taggers of Pons and Serra 2019 (musicnn, arXiv:1909.06654), and Essentia's of them. */
  public static final LogMelOptions MUSICNN =
      new LogMelOptions(
          16_000,
          0,
          new Frames(512, 512, 256, Hann.PERIODIC, Edges.ZEROS),
          new Bands(96, MelScale.SLANEY, Sides.HZ, true, 0, 8000, true),
          new Logarithm(Base.TEN, 10_000, 1, 0, 1, 0));

  /** The taggers of Won et al. 2020 (arXiv:2006.00751): torchaudio's mel in dB. */
  public static final LogMelOptions MUSICNN_DB =
      new LogMelOptions(
          16_000,
          0,
          new Frames(512, 512, 256, Hann.PERIODIC, Edges.REFLECT),
          new Bands(96, MelScale.HTK, Sides.HZ, false, 0, 8000, true),
          new Logarithm(Base.TEN, 1, 0, 1e-10, 10, 0));

  /** EfficientAT (Schmid et al. 2023, arXiv:2211.04772): Kaldi's mel behind a pre-emphasis. */
  public static final LogMelOptions EFFICIENT_AT =
      new LogMelOptions(
          32_000,
          0.97,
          new Frames(1024, 800, 320, Hann.SYMMETRIC, Edges.REFLECT),
          new Bands(128, MelScale.HTK, Sides.MEL, false, 0, 15_000, true),
          new Logarithm(Base.E, 1, 1e-5, 0, 0.2, 0.9));

  /** VGGish (Hershey et al. 2017, arXiv:1609.09430): sums of magnitudes. */
  public static final LogMelOptions VGGISH =
      new LogMelOptions(
          16_000,
          0,
          new Frames(512, 400, 160, Hann.PERIODIC, Edges.NONE),
          new Bands(64, MelScale.HTK, Sides.MEL, false, 125, 7500, false),
          new Logarithm(Base.E, 1, 0.01, 0, 1, 0));

  /** YAMNet: as VGGish with another offset. */
  public static final LogMelOptions YAMNET =
      new LogMelOptions(
          VGGISH.sampleRateHz,
          VGGISH.preEmphasis,
          VGGISH.frames,
          VGGISH.mel,
          new Logarithm(Base.E, 1, 0.001, 0, 1, 0));

  /**
   * The Audio Spectrogram Transformer (Gong et al. 2021, arXiv:2104.01778) as Hugging Face's {@code
   * ASTFeatureExtractor} feeds it, with the mean and deviation of AudioSet: what {@code
   * torchaudio.compliance.kaldi.fbank} gives for its window {@code hanning}, without dither.
   */
  public static final LogMelOptions AST = kaldi(16_000, 128, -4.2677393, 4.5689974);

  /**
   * Kaldi's log-mel bands of windows of 25 ms, 10 ms apart, from 20 Hz to half the rate, scaled as
   * the Audio Spectrogram Transformer wants them.
   *
   * @param sampleRateHz rate of the signal
   * @param bands how many
   * @param mean taken from each logarithm
   * @param deviation half of what the rest is divided by
   * @throws IllegalArgumentException if there are no such bands at the rate
   */
  public static LogMelOptions kaldi(int sampleRateHz, int bands, double mean, double deviation) {
    // Products in the order of the original, whose rounding decides at odd rates.
    int window = (int) (sampleRateHz * 25.0 * 0.001);
    int hop = (int) (sampleRateHz * 10.0 * 0.001);
    int length = Math.max(16, Integer.highestOneBit(Math.max(1, window - 1)) * 2);
    return new LogMelOptions(
        sampleRateHz,
        0.97,
        new Frames(length, window, hop, Hann.SYMMETRIC, Edges.ALONE),
        new Bands(bands, MelScale.HTK, Sides.MEL, false, 20, sampleRateHz / 2.0, true),
        new Logarithm(Base.E, 1, 0, FLOAT_EPSILON, 1 / (2 * deviation), -mean / (2 * deviation)));
  }

  /** Of absolute level. */
  public LogMelOptions(
      int sampleRateHz, double preEmphasis, Frames frames, Bands mel, Logarithm logarithm) {
    this(sampleRateHz, preEmphasis, frames, mel, logarithm, 0.0);
  }

  public LogMelOptions {
    Framing.checkRate(sampleRateHz);
    if (!(preEmphasis >= 0 && preEmphasis <= 1)) {
      throw new IllegalArgumentException("preEmphasis=" + preEmphasis + " must be in [0, 1]");
    }
    require(frames, "frames");
    require(mel, "mel");
    require(logarithm, "logarithm");
    Framing.checkBands(mel.bands(), frames.frameLength());
    mel.layout(sampleRateHz);
    meanSum = meanSum == null ? 0.0 : meanSum;
    if (!(meanSum >= 0 && meanSum <= 1e6)) {
      throw new IllegalArgumentException(
          "meanSum=" + meanSum + " must be in [0, 1e6]; 0 leaves the level as it is");
    }
  }

  private static void require(Object value, String name) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing in log-mel");
    }
  }

  @Override
  public String set() {
    return "log-mel";
  }

  @Override
  public FeatureExtractor extractor() {
    FrameGrid grid = frames.grid(sampleRateHz, preEmphasis);
    List<String> columns = IntStream.rangeClosed(1, mel.bands()).mapToObj(i -> "mel" + i).toList();
    return new KernelExtractor<>(this, grid, columns, this::kernel);
  }

  /**
   * Tested against the formulas of the programs that these options are named after, written down
   * anew in NumPy (tools/golden/frontends.py).
   */
  private Kernel kernel(Analysis sound) {
    MelSums.Key key = mel.sums(sampleRateHz);
    MelSums sums = sound.layer(key);
    Fact.@Nullable Found mean = meanSum == 0 ? null : sound.fact(new MeanBandSum(key));
    float[] values = sound.space().floats(FrameBlock.FRAMES * mel.bands());
    return (block, rows) -> {
      sums.load(block);
      int count = block.frames() * mel.bands();
      double gain = mean == null ? 1 : gain(mean.value());
      logarithm.apply(sums.values(), sums.from(), count, gain, values);
      rows.add(values, 0, block.frames());
    };
  }

  private double gain(double mean) {
    return Math.min(LARGEST_GAIN, meanSum / Math.max(mean, Float.MIN_NORMAL));
  }
}
