package io.auricle.feature.frame;

import io.auricle.dsp.BinRows;
import io.auricle.feature.Analysis;
import io.auricle.feature.FrameBlock;
import io.auricle.feature.SharedLayer;
import java.util.Arrays;

/**
 * Centroid, bandwidths and rolloff of frames with one look at each: the values of {@link
 * SpectralCentroid}, {@link SpectralBandwidth} of the orders from 2 on and {@link SpectralRolloff}.
 */
final class SpectralShape extends SharedLayer {
  static final Key<SpectralShape> KEY = new OfSpectra();

  private static final int LANES = BinRows.LANES;

  /** Bins whose sums are kept in single precision, before they go to the slower doubles. */
  private static final int PART = 64;

  private final TurnedSpectra turned;
  private final int bins;
  private final double binHz;
  private int orders;

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
  private final float[] centroids = new float[LANES];

  /** {@code [orders][frames]}, those of order 2 first. */
  private final float[][] bandwidths = new float[3][LANES];

  private record OfSpectra() implements Key<SpectralShape> {
    @Override
    public SpectralShape layer(Analysis sound) {
      return new SpectralShape(sound);
    }
  }

  /** {@code [bins][lanes]} each. */
  private static final class Room {
    final float[][] magnitudes;
    final float[][] sums;

    Room(int bins) {
      this.magnitudes = new float[bins][LANES];
      this.sums = new float[bins][LANES];
    }
  }

  private SpectralShape(Analysis sound) {
    this.turned = sound.layer(TurnedSpectra.KEY);
    this.bins = sound.grid().bins();
    this.binHz = sound.grid().binHz();
    Room room = sound.space().buffer(Room.class, () -> new Room(sound.grid().bins()));
    this.magnitudes = room.magnitudes;
    this.sums = room.sums;
  }

  /** Has the bandwidths of so many orders computed, of which 2 is the first. */
  void needOrders(int count) {
    orders = Math.max(orders, count);
  }

  float[] centroids() {
    return centroids;
  }

  /** Of an order less 2. */
  float[] bandwidths(int place) {
    return bandwidths[place];
  }

  /** The frequencies below which a share of the sum of each frame's magnitudes lies. */
  void rolloffs(float share, int frames, float[] target) {
    for (int l = 0; l < frames; l++) {
      target[l] = (float) (rolloff(share, l) * binHz);
    }
  }

  @Override
  protected void compute(FrameBlock block) {
    turned.load(block);
    BinRows powers = turned.rows();
    lanes = powers.lanes();
    sumMagnitudes(powers);
    for (int l = 0; l < block.frames(); l++) {
      centroids[l] = (float) (centres[l] * binHz);
    }
    if (orders > 0) {
      sumSpreads();
    }
    for (int order = 0; order < orders; order++) {
      for (int l = 0; l < block.frames(); l++) {
        double mean = totals[l] > 0 ? wholes[order][l] / totals[l] : 0;
        bandwidths[order][l] = (float) (root(mean, order) * binHz);
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
      if (orders == 1) {
        addSquares(magnitudes[bin], bin, centres, parts[0], lanes);
      } else {
        addSpreads(magnitudes[bin], bin, centres, parts[0], parts[1], parts[2], lanes);
      }
      if (bin % PART == PART - 1 || bin == bins - 1) {
        takeParts(orders);
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
  private int rolloff(float share, int lane) {
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
