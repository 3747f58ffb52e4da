package io.auricle.plot.sound;

import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.Spectrum;
import io.auricle.feature.frame.MelLevels;
import io.auricle.feature.frame.Mfcc;
import io.auricle.feature.statistics.Moments;
import io.auricle.plot.Axis;
import io.auricle.plot.ColourMap;
import io.auricle.plot.Picture;
import io.auricle.plot.PictureLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Mel-frequency cepstral coefficients in standard deviations from the mean of each, since the first
 * few are far larger than the others. The very first, loudness, is left out.
 */
final class MfccSketch implements Sketch {
  private static final int COEFFICIENTS = 20;
  private static final double MOST_DEVIATIONS = 3;

  private final Columns levels = new Columns(MelLevels.DEFAULT.bands());

  @Override
  public void add(SoundBlock block) {
    Spectrum spectrum = Spectrum.of(block.signal(), SoundBlock.FRAME_LENGTH, SoundBlock.HOP);
    // The floor is that of the whole sound, which is known in the end.
    FeatureMatrix all = new MelLevels(MelLevels.DEFAULT.bands(), Float.MAX_VALUE).of(spectrum);
    levels.add(all, block.first(), block.frames());
  }

  @Override
  public Picture picture(String name, Axis time, PictureLayout layout) {
    FeatureMatrix mfcc = Mfcc.of(COEFFICIENTS).ofLevels(floored(levels.means()));
    List<Axis.Tick> ticks = new ArrayList<>();
    int shown = COEFFICIENTS - 1;
    for (int i = 2; i <= COEFFICIENTS; i += 2) {
      ticks.add(new Axis.Tick((i - 1.5) / shown, Integer.toString(i)));
    }
    Field field =
        new Field(
            levels, standardised(mfcc), -MOST_DEVIATIONS, MOST_DEVIATIONS, ColourMap.DIVERGING);
    return new Picture(
        name + " \u2013 MFCC 2 to " + COEFFICIENTS,
        field.image(y -> 1 + Math.min(shown - 1, Math.floor(y * shown)), layout),
        time,
        new Axis("coefficient", ticks),
        Optional.of(Axis.linear("standard deviations", -MOST_DEVIATIONS, MOST_DEVIATIONS, 6)),
        ColourMap.DIVERGING);
  }

  private static FeatureMatrix floored(FeatureMatrix levels) {
    float[] values = levels.toArray();
    float highest = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      highest = Math.max(highest, value);
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.max(values[i], highest - MelLevels.DEFAULT.rangeDb());
    }
    return FeatureMatrix.of(levels.frameCount(), levels.columnCount(), values);
  }

  /** Each column less its mean and divided by its standard deviation; 0 where all are equal. */
  private static FeatureMatrix standardised(FeatureMatrix matrix) {
    int columns = matrix.columnCount();
    float[] values = matrix.toArray();
    for (int column = 0; column < columns; column++) {
      Moments moments = Moments.of(matrix, column);
      // Rounding of equal values must not look like a sound.
      double deviation = Math.max(1e-3, Math.sqrt(moments.variance()));
      for (int i = column; i < values.length; i += columns) {
        values[i] = (float) ((values[i] - moments.mean()) / deviation);
      }
    }
    return FeatureMatrix.of(matrix.frameCount(), columns, values);
  }
}
