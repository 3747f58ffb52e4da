package io.auricle.feature.set;

import io.auricle.dsp.MelScale;
import io.auricle.feature.FeatureMatrix;

/**
 * The picture of {@link MelImageOptions}, {@code [columns][rows]} in [0, 1]: a frame of the result
 * is a column of the picture, its first value the top row. 0 is the floor, 1 the signal's maximum.
 *
 * <p>It is laid out as {@code librosa.display.specshow(y_axis="mel")} draws: columns are moments
 * spread evenly over all frames; rows are frequencies from the Nyquist frequency down to 0 Hz on an
 * axis that is linear up to 1 kHz, there two octaves long, and logarithmic above. Each pixel shows
 * the band and the frame at its centre. Shorter sounds are stretched. Silence is black.
 */
final class MelPicture {
  private static final double BREAK_HZ = 1000;
  private static final double OCTAVES_BELOW_BREAK = 2;

  private final MelImageOptions options;
  private final int[] bandOfRow;

  MelPicture(MelImageOptions options) {
    this.options = options;
    this.bandOfRow = bandOfRow(options);
  }

  /** The band whose part of the axis holds the centre of each row. */
  private static int[] bandOfRow(MelImageOptions options) {
    double nyquistHz = options.sampleRateHz() / 2.0;
    int[] bands = new int[options.rows()];
    for (int row = 0; row < bands.length; row++) {
      double height = 1 - (row + 0.5) / bands.length;
      bands[row] = band(hz(height * position(nyquistHz)), nyquistHz, options.mel().bands());
    }
    return bands;
  }

  /**
   * The band of a frequency: {@code specshow} lets the bands begin half way between the mel
   * frequencies, of which there are as many as bands, from 0 Hz to the Nyquist frequency.
   */
  private static int band(double hz, double nyquistHz, int bands) {
    if (bands == 1) {
      return 0;
    }
    double step = MelScale.SLANEY.fromHz(nyquistHz) / (bands - 1);
    int band = 0;
    while (band + 1 < bands) {
      double low = MelScale.SLANEY.toHz(band * step);
      double high = MelScale.SLANEY.toHz((band + 1) * step);
      if (hz < (low + high) / 2) {
        break;
      }
      band++;
    }
    return band;
  }

  private static double position(double hz) {
    return hz <= BREAK_HZ
        ? OCTAVES_BELOW_BREAK * hz / BREAK_HZ
        : OCTAVES_BELOW_BREAK + Math.log(hz / BREAK_HZ) / Math.log(2);
  }

  private static double hz(double position) {
    return position <= OCTAVES_BELOW_BREAK
        ? position / OCTAVES_BELOW_BREAK * BREAK_HZ
        : BREAK_HZ * Math.pow(2, position - OCTAVES_BELOW_BREAK);
  }

  /** The picture of a spectrogram in dB, {@code [frames][bands]}. */
  FeatureMatrix draw(FeatureMatrix db) {
    int width = options.columns();
    float[] values = new float[width * bandOfRow.length];
    for (int column = 0; column < width; column++) {
      int frame = (int) ((column + 0.5) * db.frameCount() / width);
      for (int row = 0; row < bandOfRow.length; row++) {
        double level = 1 - db.at(frame, bandOfRow[row]) / options.mel().floorDb();
        values[column * bandOfRow.length + row] = (float) Math.min(1, Math.max(0, level));
      }
    }
    return FeatureMatrix.wrap(width, bandOfRow.length, values);
  }
}
