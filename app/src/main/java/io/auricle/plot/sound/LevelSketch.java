package io.auricle.plot.sound;

import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.Spectrum;
import io.auricle.feature.frame.MelLevels;
import io.auricle.plot.Axis;
import io.auricle.plot.ColourMap;
import io.auricle.plot.Picture;
import io.auricle.plot.PictureLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Powers over time and frequency, shown in dB below the highest. Where a pixel has several frames
 * it shows their mean power.
 */
final class LevelSketch implements Sketch {
  private static final double RANGE_DB = 80;
  private static final double LEAST_POWER = 1e-10;
  private static final double LOWEST_HZ = 40;
  private static final int BANDS = 128;

  private final boolean mel;
  private final Columns powers;
  private int rateHz;

  private LevelSketch(boolean mel, int height) {
    this.mel = mel;
    this.powers = new Columns(height);
  }

  /** All bins, on a logarithmic axis. */
  static LevelSketch ofBins() {
    return new LevelSketch(false, SoundBlock.FRAME_LENGTH / 2 + 1);
  }

  /** 128 mel bands. */
  static LevelSketch ofMelBands() {
    return new LevelSketch(true, BANDS);
  }

  @Override
  public void add(SoundBlock block) {
    rateHz = block.signal().sampleRateHz();
    Spectrum spectrum = Spectrum.of(block.signal(), SoundBlock.FRAME_LENGTH, SoundBlock.HOP);
    powers.add(mel ? melPowers(spectrum) : binPowers(spectrum), block.first(), block.frames());
  }

  private static FeatureMatrix binPowers(Spectrum spectrum) {
    int bins = spectrum.bins();
    float[] values = new float[spectrum.frameCount() * bins];
    for (int i = 0; i < values.length; i++) {
      values[i] = spectrum.power(i / bins, i % bins);
    }
    return FeatureMatrix.of(spectrum.frameCount(), bins, values);
  }

  private static FeatureMatrix melPowers(Spectrum spectrum) {
    FeatureMatrix db = new MelLevels(BANDS, Float.MAX_VALUE).of(spectrum);
    float[] values = db.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.pow(10, values[i] / 10);
    }
    return FeatureMatrix.of(db.frameCount(), BANDS, values);
  }

  @Override
  public Picture picture(String name, Axis time, PictureLayout layout) {
    double top = rateHz / 2.0;
    double binHz = (double) rateHz / SoundBlock.FRAME_LENGTH;
    double span = Math.log(top / LOWEST_HZ);
    Field field = new Field(powers, levels(powers.means()), -RANGE_DB, 0, ColourMap.SEQUENTIAL);
    return new Picture(
        name + (mel ? " \u2013 mel spectrogram" : " \u2013 spectrogram"),
        mel
            ? field.image(y -> y * (BANDS - 1), layout)
            : field.image(y -> LOWEST_HZ * Math.exp(y * span) / binHz, layout),
        time,
        new Axis(mel ? "frequency (Hz, mel scale)" : "frequency (Hz)", ticks(top, span)),
        Optional.of(Axis.linear("level (dB)", -RANGE_DB, 0, 8)),
        ColourMap.SEQUENTIAL);
  }

  private List<Axis.Tick> ticks(double top, double span) {
    int[] marks =
        mel
            ? new int[] {0, 250, 500, 1000, 2000, 4000, 8000, 16_000}
            : new int[] {50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000};
    List<Axis.Tick> ticks = new ArrayList<>();
    for (int hz : marks) {
      if (hz <= top) {
        double at = mel ? slaneyMel(hz) / slaneyMel(top) : Math.log(hz / LOWEST_HZ) / span;
        ticks.add(new Axis.Tick(at, Integer.toString(hz)));
      }
    }
    return ticks;
  }

  /** In dB below the highest power; silence is lowest throughout. */
  private static FeatureMatrix levels(FeatureMatrix powers) {
    float[] values = powers.toArray();
    double highest = 0;
    for (float value : values) {
      highest = Math.max(highest, value);
    }
    for (int i = 0; i < values.length; i++) {
      double db =
          highest <= LEAST_POWER
              ? -RANGE_DB
              : 10 * Math.log10(Math.max(LEAST_POWER, values[i]) / highest);
      values[i] = (float) Math.max(-RANGE_DB, db);
    }
    return FeatureMatrix.of(powers.frameCount(), powers.columnCount(), values);
  }

  /** Slaney's mel scale: linear below 1000 Hz, logarithmic above. */
  private static double slaneyMel(double hz) {
    return hz < 1000 ? hz * 3 / 200 : 15 + 27 * Math.log(hz / 1000) / Math.log(6.4);
  }
}
