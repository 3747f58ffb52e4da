package io.auricle.feature.frame;

import io.auricle.audio.Signal;
import io.auricle.dsp.Decibels;
import io.auricle.feature.Analysis;
import io.auricle.feature.Fact;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FrameBlock;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.Kernel;
import io.auricle.feature.SharedLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The level difference of peaks and valleys in octave bands, {@code [frames][bands + 1]} in dB
 * (Jiang et al. 2002, doi:10.1109/ICME.2002.1035731), as {@code librosa.feature.spectral_contrast}:
 * of each band's sorted magnitudes the mean of the highest and of the lowest share. As in librosa
 * the magnitudes are put in dB as if they were powers, and peaks and valleys keep 80 dB each.
 * Silence gives 0.
 *
 * @param lowestHz top of the first band, above 0; each further band is an octave
 * @param bands number of octaves above the first band, at least 1
 * @param share of the bins taken as peak and as valley, in (0, 1)
 */
public record SpectralContrast(double lowestHz, int bands, double share)
    implements FrameFeature, SharedLayer.Key<BandExtremes> {
  /** librosa's defaults: 7 bands, the first below 200 Hz. */
  public static final SpectralContrast DEFAULT = new SpectralContrast(200, 6, 0.02);

  private static final double RANGE_DB = 80;

  public SpectralContrast {
    if (!(lowestHz > 0)) {
      throw new IllegalArgumentException("lowestHz=" + lowestHz + " must be above 0");
    }
    if (bands < 1 || bands > 20) {
      throw new IllegalArgumentException("bands=" + bands + " must be in [1, 20]");
    }
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("share=" + share + " must be in (0, 1)");
    }
  }

  /**
   * {@code librosa.feature.spectral_contrast(y=y, sr=sr)}, {@code [frames][7]} in dB.
   *
   * @throws IllegalArgumentException if the signal is empty
   */
  public static FeatureMatrix of(Signal signal) {
    return DEFAULT.usual(signal);
  }

  @Override
  public List<String> columns(FrameGrid grid) {
    return IntStream.rangeClosed(1, bands + 1).mapToObj(i -> "spectral_contrast_" + i).toList();
  }

  @Override
  public Kernel kernel(Analysis sound) {
    int columns = bands + 1;
    BandExtremes extremes = sound.layer(this);
    Fact.Found peak = sound.fact(new Peak(this, 0, columns));
    Fact.Found valley = sound.fact(new Peak(this, columns, columns));
    float[] out = new float[FrameBlock.FRAMES * columns];
    return (block, rows) -> {
      extremes.load(block);
      float peakFloor = floorDb(peak.value());
      float valleyFloor = floorDb(valley.value());
      float[] values = extremes.values();
      for (int i = 0; i < block.frames() * columns; i++) {
        int at = extremes.from() + i / columns * 2 * columns + i % columns;
        float level = Math.max(peakFloor, (float) Decibels.ofPower(values[at]));
        out[i] = level - Math.max(valleyFloor, (float) Decibels.ofPower(values[at + columns]));
      }
      rows.add(out, 0, block.frames());
    };
  }

  @Override
  public BandExtremes layer(Analysis sound) {
    FrameGrid grid = sound.grid();
    return new BandExtremes(sound, layout(grid.sampleRateHz(), grid.frameLength()));
  }

  /** The lowest level that peaks or valleys keep, below that of the highest. */
  private static float floorDb(double highest) {
    return (float) ((float) Decibels.ofPower(highest) - RANGE_DB);
  }

  /** Bins {@code [from, to)} of a band and how many of them are peak or valley. */
  record Band(int from, int to, int kept) {}

  /** The bands of spectra of such frames, none of them empty. */
  private List<Band> layout(int sampleRateHz, int frameLength) {
    double binHz = (double) sampleRateHz / frameLength;
    int bins = frameLength / 2 + 1;
    List<Band> layout = new ArrayList<>();
    double low = 0;
    double high = lowestHz;
    for (int b = 0; b <= bands; b++) {
      int first = (int) Math.ceil(low / binHz);
      int last = (int) Math.min(bins - 1, Math.floor(high / binHz));
      if (2 * low >= sampleRateHz || first > last) {
        throw new IllegalArgumentException(
            "bands=%d must leave each band a bin below sampleRateHz/2=%d; lower bands or lowestHz"
                .formatted(bands, sampleRateHz / 2));
      }
      int from = b == 0 ? first : first - 1;
      int to = b == bands ? bins : last + 1;
      // The share counts the band's top bin, which all but the last band then leave out.
      int end = b == bands ? to : Math.max(from + 1, to - 1);
      int kept = (int) Math.max(1, Math.rint(share * (to - from)));
      layout.add(new Band(from, end, Math.min(kept, end - from)));
      low = high;
      high = 2 * high;
    }
    return List.copyOf(layout);
  }
}
