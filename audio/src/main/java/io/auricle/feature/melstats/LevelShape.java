package io.auricle.feature.melstats;

/** Where the power lies among the mel bands, and how loud it is. */
final class LevelShape {
  /** Powers are relative to the maximum; 0 stands for 40 dB below it. */
  private static final double RANGE_DECADES = 4;

  private LevelShape() {}

  /**
   * Mean and standard deviation over time of centroid and width (in bands), share of bands above
   * the floor, and logarithm of the power, then the standard deviation of the change of centroid
   * and of that logarithm.
   *
   * @param levels {@code [bands][frames]} in [0, 1]
   */
  static double[] of(double[][] levels) {
    int frames = levels[0].length;
    double[] centroid = new double[frames];
    double[] width = new double[frames];
    double[] share = new double[frames];
    double[] loudness = new double[frames];
    double[] power = new double[levels.length];
    for (int frame = 0; frame < frames; frame++) {
      double sum = 1e-9;
      for (int band = 0; band < levels.length; band++) {
        double level = levels[band][frame];
        power[band] = level > 0 ? Math.pow(10, RANGE_DECADES * (level - 1)) : 0;
        share[frame] += level > 0 ? 1.0 / levels.length : 0;
        sum += power[band];
        centroid[frame] += power[band] * band;
      }
      centroid[frame] /= sum;
      for (int band = 0; band < levels.length; band++) {
        double distance = band - centroid[frame];
        width[frame] += power[band] * distance * distance / sum;
      }
      width[frame] = Math.sqrt(width[frame]);
      loudness[frame] = Math.log(sum + 1e-4);
    }
    return new double[] {
      Series.mean(centroid),
      Series.deviation(centroid),
      Series.mean(width),
      Series.deviation(width),
      Series.mean(share),
      Series.deviation(share),
      Series.mean(loudness),
      Series.deviation(loudness),
      Series.deviation(Series.change(centroid)),
      Series.deviation(Series.change(loudness))
    };
  }
}
