package io.auricle.feature.melstats;

/**
 * Cepstral coefficients of mel levels, {@code [coefficients][frames]}, and how they go together.
 */
final class BandCepstrum {
  static final int COEFFICIENTS = 24;

  /** Coefficients whose correlations are taken. */
  static final int CORRELATED = 13;

  private static final int PAIRS = 64;

  private BandCepstrum() {}

  /** The orthonormal DCT-II over pairs of bands of each frame. */
  static double[][] of(double[][] levels) {
    double[][] pairs = BandGroups.means(levels, PAIRS);
    int frames = pairs[0].length;
    double[][] cepstrum = new double[COEFFICIENTS][frames];
    for (int k = 0; k < COEFFICIENTS; k++) {
      double scale = Math.sqrt((k == 0 ? 1.0 : 2.0) / PAIRS);
      for (int n = 0; n < PAIRS; n++) {
        double factor = scale * Math.cos(Math.PI * k * (2 * n + 1) / (2 * PAIRS));
        for (int frame = 0; frame < frames; frame++) {
          cepstrum[k][frame] += factor * pairs[n][frame];
        }
      }
    }
    return cepstrum;
  }

  /** Pearson's correlation over time of each pair of the first coefficients; 0 of constant ones. */
  static double[] correlations(double[][] cepstrum) {
    double[][] centred = new double[CORRELATED][];
    double[] norms = new double[CORRELATED];
    for (int k = 0; k < CORRELATED; k++) {
      double mean = Series.mean(cepstrum[k]);
      centred[k] = cepstrum[k].clone();
      for (int frame = 0; frame < centred[k].length; frame++) {
        centred[k][frame] -= mean;
      }
      norms[k] = Math.sqrt(product(centred[k], centred[k])) + 1e-9;
    }
    double[] correlations = new double[CORRELATED * (CORRELATED - 1) / 2];
    int filled = 0;
    for (int i = 0; i < CORRELATED; i++) {
      for (int j = i + 1; j < CORRELATED; j++) {
        correlations[filled++] = product(centred[i], centred[j]) / (norms[i] * norms[j]);
      }
    }
    return correlations;
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
