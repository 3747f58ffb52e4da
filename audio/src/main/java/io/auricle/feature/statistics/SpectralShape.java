package io.auricle.feature.statistics;

import io.auricle.dsp.BinRows;
import io.auricle.feature.frame.SpectralBandwidth;
import io.auricle.feature.frame.SpectralRolloff;
import java.util.Arrays;

/**
 * Centroid, bandwidths and rolloff of frames with one look at each: the values of {@link
 * SpectralCentroid}, {@link SpectralBandwidth} of the orders from 2 on and {@link SpectralRolloff}.
 * Used by one call.
 */
final class SpectralShape {
  private static final int LANES = BinRows.LANES;

  /** Bins whose sums are kept in single precision, before they go to the slower doubles. */
  private static final int PART = 64;

  private final int bins;
  private final double binHz;
  private final float share;

  /** {@code [bins][lanes]}. */
  private final float[][] magnitudes;

  /** The sum of the magnitudes up to each bin, in single precision as librosa has it. */
  private final float[][] sums;

  private int lanes;
  private final float[] centres = new float[LANES];

  /** {@code [order][lanes]}: sums of magnitudes times a power of what is to be averaged. */
  private final float[][] parts = new float[3][LANES];

  private final double[][] wholes = new double[3][LANES];
  private final double[] totals = new double[LANES];

  /** Values in Hz, one a frame. */
  final float[] centroids;

  /** {@code [orders][frames]}, those of order 2 first. */
  final float[][] bandwidths;

  final float[] rolloffs;

  /**
   * Room for the values of some frames.
   *
   * @param rolloffShare share of the total at the rolloff
   * @param orders of the bandwidth: 1 for the second alone, 3 for the second, third and fourth
   */
  SpectralShape(int sampleRateHz, int frameLength, double rolloffShare, int orders, int frames) {
    this.bins = frameLength / 2 + 1;
    this.binHz = (double) sampleRateHz / frameLength;
    this.share = (float) rolloffShare;
    this.magnitudes = new float[bins][LANES];
    this.sums = new float[bins][LANES];
    this.centroids = new float[frames];
    this.bandwidths = new float[orders][frames];
    this.rolloffs = new float[frames];
  }

  /** Measures the frames held; the first one's values go to the index {@code at}. */
  void measure(BinRows powers, int at) {
    lanes = powers.lanes();
    sumMagnitudes(powers);
    int frames = powers.frames();
    for (int l = 0; l < frames; l++) {
      centroids[at + l] = (float) (centres[l] * binHz);
      rolloffs[at + l] = (float) (rolloff(l) * binHz);
    }
    sumSpreads();
    for (int order = 0; order < bandwidths.length; order++) {
      for (int l = 0; l < frames; l++) {
        double mean = totals[l] > 0 ? wholes[order][l] / totals[l] : 0;
        bandwidths[order][at + l] = (float) (root(mean, order) * binHz);
      }
    }
  }

  private static double root(double value, int order) {
    if (order == 1) {
      return Math.cbrt(value);
    }
    return order == 0 ? Math.sqrt(value) : Math.sqrt(Math.sqrt(value));
  }

  /** Magnitudes, their running sums and their centres. */
  private void sumMagnitudes(BinRows powers) {
    clear();
    Arrays.fill(sums[bins - 1], 0);
    for (int bin = 0; bin < bins; bin++) {
      float[] magnitude = magnitudes[bin];
      roots(powers.row(bin), magnitude, lanes);
      addRow(sums[bin == 0 ? bins - 1 : bin - 1], magnitude, sums[bin], lanes);
      addMoments(magnitude, bin, parts[0], parts[1], lanes);
      if (bin % PART == PART - 1 || bin == bins - 1) {
        takeParts(2);
      }
    }
    for (int l = 0; l < lanes; l++) {
      totals[l] = wholes[0][l];
      centres[l] = totals[l] > 0 ? (float) (wholes[1][l] / totals[l]) : 0;
    }
  }

  private void sumSpreads() {
    clear();
    for (int bin = 0; bin < bins; bin++) {
      if (bandwidths.length == 1) {
        addSquares(magnitudes[bin], bin, centres, parts[0], lanes);
      } else {
        addSpreads(magnitudes[bin], bin, centres, parts[0], parts[1], parts[2], lanes);
      }
      if (bin % PART == PART - 1 || bin == bins - 1) {
        takeParts(bandwidths.length);
      }
    }
  }

  private void clear() {
    for (int i = 0; i < parts.length; i++) {
      Arrays.fill(parts[i], 0);
      Arrays.fill(wholes[i], 0);
    }
  }

  private void takeParts(int count) {
    for (int i = 0; i < count; i++) {
      for (int l = 0; l < lanes; l++) {
        wholes[i][l] += parts[i][l];
      }
      Arrays.fill(parts[i], 0);
    }
  }

  private static void roots(float[] powers, float[] magnitudes, int lanes) {
    for (int l = 0; l < lanes; l++) {
      magnitudes[l] = (float) Math.sqrt(powers[l]);
    }
  }

  private static void addRow(float[] before, float[] row, float[] sum, int lanes) {
    for (int l = 0; l < lanes; l++) {
      sum[l] = before[l] + row[l];
    }
  }

  private static void addMoments(
      float[] magnitude, float bin, float[] sum, float[] first, int lanes) {
    for (int l = 0; l < lanes; l++) {
      sum[l] += magnitude[l];
      first[l] += bin * magnitude[l];
    }
  }

  private static void addSquares(
      float[] magnitude, float bin, float[] centre, float[] second, int lanes) {
    for (int l = 0; l < lanes; l++) {
      float distance = bin - centre[l];
      second[l] += magnitude[l] * distance * distance;
    }
  }

  private static void addSpreads(
      float[] magnitude,
      float bin,
      float[] centre,
      float[] second,
      float[] third,
      float[] fourth,
      int lanes) {
    for (int l = 0; l < lanes; l++) {
      float distance = Math.abs(bin - centre[l]);
      float square = magnitude[l] * distance * distance;
      float cube = square * distance;
      second[l] += square;
      third[l] += cube;
      fourth[l] += cube * distance;
    }
  }

  /** The first bin whose sum reaches the share of the last one. */
  private int rolloff(int lane) {
    float threshold = share * sums[bins - 1][lane];
    int low = 0;
    int high = bins - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sums[middle][lane] >= threshold) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
