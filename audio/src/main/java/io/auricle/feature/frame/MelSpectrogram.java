package io.auricle.feature.frame;

import io.auricle.dsp.MelFilterBank;
import io.auricle.dsp.MelScale;
import io.auricle.feature.Analysis;
import io.auricle.feature.Fact;
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
