package io.auricle.feature.melstats;

import io.auricle.feature.FeatureMatrix;
import java.util.ArrayList;
import java.util.List;

/**
 * 348 statistics of a log-mel spectrogram of 128 bands, made for frames about 0.17 s apart: levels
 * are taken as {@code 1 - dB / floor}, so 1 is the maximum and 0 the floor.
 *
 * <ol>
 *   <li>{@code cepstrum}: the first 24 coefficients of the orthonormal DCT-II over 64 pairs of
 *       bands; mean, standard deviation, standard deviation of the change from frame to frame;
 *   <li>{@code band}: 32 groups of bands; mean, standard deviation, mean absolute change;
 *   <li>{@code modulation}: 6 ranges of the spectrum over time of 8 groups of bands, logarithmic;
 *   <li>{@code contrast}: in 16 groups of bands, the median of highest less lowest, and the mean of
 *       highest less mean;
 *   <li>{@code shape}: mean and standard deviation of centroid, width, share of bands above the
 *       floor and loudness, and the standard deviation of the change of centroid and loudness;
 *   <li>{@code lag}: autocorrelation of the mean level at 1 to 12 frames;
 *   <li>{@code correlation}: of each pair of the first 13 coefficients.
 * </ol>
 *
 * <p>Standard deviations are of the population. A spectrogram of less than {@value #MINIMUM_FRAMES}
 * frames is repeated until it has as many. All values are finite, also of silence.
 */
public final class MelStatistics {
  /** Mel bands that the spectrogram must have. */
  public static final int BANDS = 128;

  /** Frames that the spectrum over time needs. */
  public static final int MINIMUM_FRAMES = ModulationSpectrum.LENGTH;

  private static final List<String> COLUMNS = names();

  private MelStatistics() {}

  /** The names of the statistics, in their order. */
  public static List<String> columns() {
    return COLUMNS;
  }

  /**
   * The statistics of a spectrogram.
   *
   * @param db {@code [frames][128]}, in {@code [floorDb, 0]}; at least one frame
   * @param floorDb the lowest level, below 0
   * @return {@code [1][348]}
   */
  public static FeatureMatrix of(FeatureMatrix db, double floorDb) {
    if (db.frameCount() < 1 || db.columnCount() != BANDS) {
      throw new IllegalArgumentException(
          "db=[%d][%d] must be at least one frame of %d bands"
              .formatted(db.frameCount(), db.columnCount(), BANDS));
    }
    double[][] levels = levels(db, floorDb);
    Series out = new Series(COLUMNS.size());
    double[][] cepstrum = BandCepstrum.of(levels);
    out.addEach(cepstrum, Series::mean);
    out.addEach(cepstrum, Series::deviation);
    out.addEach(cepstrum, series -> Series.deviation(Series.change(series)));
    double[][] groups = BandGroups.means(levels, 32);
    out.addEach(groups, Series::mean);
    out.addEach(groups, Series::deviation);
    out.addEach(groups, series -> Series.meanAbsolute(Series.change(series)));
    out.add(ModulationSpectrum.of(BandGroups.means(levels, 8)));
    out.addEach(BandGroups.ranges(levels, 16), Series::median);
    out.addEach(BandGroups.peaks(levels, 16), Series::mean);
    out.add(LevelShape.of(levels));
    out.add(Series.autocorrelation(BandGroups.means(levels, 1)[0], 12));
    out.add(BandCepstrum.correlations(cepstrum));
    return FeatureMatrix.wrap(1, COLUMNS.size(), out.toArray());
  }

  /** {@code [bands][frames]}, in [0, 1]. */
  private static double[][] levels(FeatureMatrix db, double floorDb) {
    int frames = Math.max(db.frameCount(), MINIMUM_FRAMES);
    double[][] levels = new double[BANDS][frames];
    for (int band = 0; band < BANDS; band++) {
      for (int frame = 0; frame < frames; frame++) {
        double level = 1 - db.at(frame % db.frameCount(), band) / floorDb;
        levels[band][frame] = Math.min(1, Math.max(0, level));
      }
    }
    return levels;
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (String statistic : List.of("mean", "std", "change_std")) {
      numbered(names, "cepstrum", statistic, BandCepstrum.COEFFICIENTS);
    }
    for (String statistic : List.of("mean", "std", "change")) {
      numbered(names, "band", statistic, 32);
    }
    for (int range = 1; range <= ModulationSpectrum.RANGES; range++) {
      numbered(names, "modulation", "range" + range, 8);
    }
    numbered(names, "contrast", "range", 16);
    numbered(names, "contrast", "peak", 16);
    for (String shape : List.of("centroid", "width", "share", "loudness")) {
      names.add(shape + "_mean");
      names.add(shape + "_std");
    }
    names.add("centroid_change_std");
    names.add("loudness_change_std");
    for (int lag = 1; lag <= 12; lag++) {
      names.add("lag" + lag);
    }
    for (int i = 1; i <= BandCepstrum.CORRELATED; i++) {
      for (int j = i + 1; j <= BandCepstrum.CORRELATED; j++) {
        names.add("correlation" + i + "_" + j);
      }
    }
    return List.copyOf(names);
  }

  private static void numbered(List<String> names, String what, String statistic, int count) {
    for (int i = 1; i <= count; i++) {
      names.add(what + i + "_" + statistic);
    }
  }
}
