package io.auricle.feature.melstats;

/** Neighbouring bands put together, {@code [bands][frames]} to {@code [groups][frames]}. */
final class BandGroups {
  private BandGroups() {}

  /** The mean of each group in each frame. */
  static double[][] means(double[][] levels, int groups) {
    int size = levels.length / groups;
    double[][] means = new double[groups][levels[0].length];
    for (int band = 0; band < levels.length; band++) {
      double[] mean = means[band / size];
      for (int frame = 0; frame < mean.length; frame++) {
        mean[frame] += levels[band][frame] / size;
      }
    }
    return means;
  }

  /** The highest less the lowest level of each group in each frame. */
  static double[][] ranges(double[][] levels, int groups) {
    double[][] highest = highest(levels, groups, 1);
    double[][] lowest = highest(levels, groups, -1);
    for (int group = 0; group < groups; group++) {
      for (int frame = 0; frame < highest[group].length; frame++) {
        highest[group][frame] += lowest[group][frame];
      }
    }
    return highest;
  }

  /** The highest level of each group in each frame less its mean. */
  static double[][] peaks(double[][] levels, int groups) {
    double[][] peaks = highest(levels, groups, 1);
    double[][] means = means(levels, groups);
    for (int group = 0; group < groups; group++) {
      for (int frame = 0; frame < peaks[group].length; frame++) {
        peaks[group][frame] -= means[group][frame];
      }
    }
    return peaks;
  }

  /** The highest of the levels times {@code sign}. */
  private static double[][] highest(double[][] levels, int groups, int sign) {
    int size = levels.length / groups;
    double[][] highest = new double[groups][levels[0].length];
    for (int band = 0; band < levels.length; band++) {
      double[] group = highest[band / size];
      for (int frame = 0; frame < group.length; frame++) {
        double level = sign * levels[band][frame];
        group[frame] = band % size == 0 ? level : Math.max(group[frame], level);
      }
    }
    return highest;
  }
}
