package io.auricle.feature.frame;

import io.auricle.audio.Signal;
import io.auricle.dsp.MelFilterBank;
import io.auricle.dsp.MelScale;
import io.auricle.feature.Analysis;
import io.auricle.feature.Fact;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.Framing;
import io.auricle.feature.Kernel;
import io.auricle.feature.MelSums;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The mel spectrogram, {@code [frames][bands]}, from 0 Hz to the Nyquist frequency, as {@code
 * librosa.feature.melspectrogram}, with {@code power=1} for amplitudes, and {@code
 * librosa.power_to_db} of that.
 *
 * @param bands number of mel bands, in [1, frameLength / 2]
 * @param scale on which the bands are evenly spaced, {@code htk=True} or not
 * @param normalised whether each filter's area over Hz is 1, {@code norm="slaney"}, else its peak
 * @param levels scale of the values
 */
public record MelSpectrogram(int bands, MelScale scale, boolean normalised, Levels levels)
    implements FrameFeature {
  public MelSpectrogram {
    if (bands < 1) {
      throw new IllegalArgumentException("bands=" + bands + " must be at least 1");
    }
  }

  /**
   * What may be asked of {@link MelSpectrogram#of(Signal, Options)}.
   *
   * @param bands number of mel bands, librosa's {@code n_mels}, in [1, frameLength / 2]
   * @param scale on which the bands are evenly spaced, {@code htk=True} or not
   * @param normalised whether each filter's area over Hz is 1, {@code norm="slaney"}
   * @param levels scale of the values: powers, amplitudes or dB
   * @param frameLength samples a frame, {@code n_fft}: a power of two
   * @param hopLength samples from one frame to the next, {@code hop_length}
   */
  public record Options(
      int bands,
      MelScale scale,
      boolean normalised,
      Levels levels,
      int frameLength,
      int hopLength) {
    /** librosa's: powers in 128 bands of Slaney's scale, frames of 2048 samples, 512 apart. */
    public static final Options DEFAULT =
        new Options(
            128,
            MelScale.SLANEY,
            true,
            Levels.POWER,
            FrameGrid.USUAL_FRAME_LENGTH,
            FrameGrid.USUAL_HOP_LENGTH);

    /**
     * @throws IllegalArgumentException if a value is not allowed
     */
    public Options {
      Framing.check(1, frameLength);
      Framing.checkHop(hopLength);
      Framing.checkBands(bands, frameLength);
    }

    public Options withBands(int number) {
      return new Options(number, scale, normalised, levels, frameLength, hopLength);
    }

    public Options withScale(MelScale other) {
      return new Options(bands, other, normalised, levels, frameLength, hopLength);
    }

    public Options withNormalised(boolean area) {
      return new Options(bands, scale, area, levels, frameLength, hopLength);
    }

    public Options withLevels(Levels other) {
      return new Options(bands, scale, normalised, other, frameLength, hopLength);
    }

    public Options withFrameLength(int samples) {
      return new Options(bands, scale, normalised, levels, samples, hopLength);
    }

    public Options withHopLength(int samples) {
      return new Options(bands, scale, normalised, levels, frameLength, samples);
    }
  }

  /**
   * {@code librosa.feature.melspectrogram(y=y, sr=sr)}: powers, {@code [frames][128]}.
   *
   * @throws IllegalArgumentException if the signal is empty
   */
  public static FeatureMatrix of(Signal signal) {
    return of(signal, Options.DEFAULT);
  }

  /**
   * {@code librosa.feature.melspectrogram(y=y, sr=sr, n_mels=...)} or {@code power_to_db} of it,
   * {@code [frames][bands]}.
   *
   * @throws IllegalArgumentException if the signal is empty
   */
  public static FeatureMatrix of(Signal signal, Options options) {
    return new MelSpectrogram(options.bands, options.scale, options.normalised, options.levels)
        .of(signal, options.frameLength, options.hopLength);
  }

  @Override
  public List<String> columns(FrameGrid grid) {
    return IntStream.rangeClosed(1, bands).mapToObj(i -> "mel" + i).toList();
  }

  @Override
  public Kernel kernel(Analysis sound) {
    return kernel(sound, List.of());
  }

  /**
   * As {@link #kernel(Analysis)} with levels relative to more than these frames.
   *
   * @param peaks further powers among which the maximum is
   */
  public Kernel kernel(Analysis sound, List<? extends Fact> peaks) {
    Framing.checkBands(bands, sound.grid().frameLength());
    MelFilterBank.Layout filters =
        new MelFilterBank.Layout(sound.grid().sampleRateHz(), bands, scale, normalised);
    boolean power = levels.level() != LevelScale.AMPLITUDE;
    return new LevelKernel(sound, new MelSums.Key(filters, power), levels, peaks);
  }
}
