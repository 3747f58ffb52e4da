package io.auricle.feature;

/**
 * Centroid, bandwidths and rolloff of frames with one look at each: the values of {@link
 * SpectralCentroid}, {@link SpectralBandwidth} of the orders from 2 on and {@link SpectralRolloff}.
 * Used by one call.
 */
final class SpectralShape {
  private final int bins;
  private final double binHz;
  private final float share;
  private final float[] magnitudes;
  private final float[] sums;

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
    this.magnitudes = new float[bins];
    this.sums = new float[bins];
    this.centroids = new float[frames];
    this.bandwidths = new float[orders][frames];
    this.rolloffs = new float[frames];
  }

  /** Measures the first {@code frames} of {@code [frames][bins]}. */
  void measure(float[] powers, int from, int frames) {
    for (int frame = 0; frame < frames; frame++) {
      Spectrum.magnitudes(powers, from + frame * bins, bins, magnitudes);
      measure(frame);
    }
  }

  private void measure(int frame) {
    // The rolloff's sum in single precision, as librosa has it: the bin must be the same.
    float sum = 0;
    double total = 0;
    double first = 0;
    double second = 0;
    for (int bin = 0; bin < bins; bin++) {
      float magnitude = magnitudes[bin];
      double moment = (double) bin * magnitude;
      sum += magnitude;
      sums[bin] = sum;
      total += magnitude;
      first += moment;
      second += bin * moment;
    }
    if (total > 0) {
      double centre = first / total;
      // In double precision the difference keeps ten digits even of a band of one bin.
      double variance = Math.max(0, second / total - centre * centre);
      centroids[frame] = (float) (centre * binHz);
      bandwidths[0][frame] = (float) (Math.sqrt(variance) * binHz);
      if (bandwidths.length > 1) {
        measureSpread(frame, centre, total);
      }
    } else {
      centroids[frame] = 0;
      for (float[] ofOrder : bandwidths) {
        ofOrder[frame] = 0;
      }
    }
    rolloffs[frame] = (float) (rolloff(share * sum) * binHz);
  }

  /** The bandwidths of the third and the fourth order, two bins at a time. */
  private void measureSpread(int frame, double centre, double total) {
    double third = 0;
    double fourth = 0;
    double otherThird = 0;
    double otherFourth = 0;
    for (int bin = 0; bin + 1 < bins; bin += 2) {
      double distance = Math.abs(bin - centre);
      double otherDistance = Math.abs(bin + 1 - centre);
      double cube = magnitudes[bin] * distance * distance * distance;
      double otherCube = magnitudes[bin + 1] * otherDistance * otherDistance * otherDistance;
      third += cube;
      otherThird += otherCube;
      fourth += cube * distance;
      otherFourth += otherCube * otherDistance;
    }
    // The number of bins is odd.
    double distance = Math.abs(bins - 1 - centre);
    double cube = magnitudes[bins - 1] * distance * distance * distance;
    third += otherThird + cube;
    fourth += otherFourth + cube * distance;
    bandwidths[1][frame] = (float) (Math.cbrt(third / total) * binHz);
    bandwidths[2][frame] = (float) (Math.sqrt(Math.sqrt(fourth / total)) * binHz);
  }

  /** The first bin whose sum reaches the threshold. */
  private int rolloff(float threshold) {
    int low = 0;
    int high = bins - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sums[middle] >= threshold) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
