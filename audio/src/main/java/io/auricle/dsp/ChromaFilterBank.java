package io.auricle.dsp;

import java.util.Arrays;

/**
 * Filters from spectrum bins to the twelve pitch classes, C first: for each bin a Gaussian bump
 * around its pitch, scaled to unit length over the classes and weighted by a wide Gaussian around
 * the octave of 440 Hz times two, as {@code librosa.filters.chroma} (after Ellis 2007). Immutable.
 */
public final class ChromaFilterBank {
  /** Pitch classes of an octave. */
  public static final int CLASSES = 12;

  private static final double CENTRE_OCTAVE = 5;
  private static final double OCTAVE_WIDTH = 2;

  /** The bank counts from A; three semitones up is C. */
  private static final int C_ABOVE_A = 3;

  private final int bins;
  private final float[] weights;

  private ChromaFilterBank(int bins, float[] weights) {
    this.bins = bins;
    this.weights = weights;
  }

  /**
   * The filters of a tuning.
   *
   * @param sampleRateHz rate of the signal
   * @param frameLength samples a frame
   * @param tuning deviation from A at 440 Hz in semitones, in [-0.5, 0.5]
   */
  public static ChromaFilterBank of(int sampleRateHz, int frameLength, double tuning) {
    int bins = frameLength / 2 + 1;
    double lowestA = 440 * Math.pow(2, tuning / CLASSES) / 16;
    double[] pitch = new double[bins + 1];
    for (int bin = 1; bin <= bins; bin++) {
      double hz = (double) bin * sampleRateHz / frameLength;
      pitch[bin] = CLASSES * Math.log(hz / lowestA) / Math.log(2);
    }
    // The bin of 0 Hz has no pitch: an octave and a half below the next, so that it spreads evenly.
    pitch[0] = pitch[1] - 1.5 * CLASSES;
    float[] weights = new float[CLASSES * bins];
    double[] bump = new double[CLASSES];
    for (int bin = 0; bin < bins; bin++) {
      double squares = fill(bump, pitch[bin], Math.max(1, pitch[bin + 1] - pitch[bin]));
      double octaves = (pitch[bin] / CLASSES - CENTRE_OCTAVE) / OCTAVE_WIDTH;
      double scale = Math.exp(-0.5 * octaves * octaves) / Math.sqrt(squares);
      for (int c = 0; c < CLASSES; c++) {
        weights[c * bins + bin] = (float) (bump[(c + C_ABOVE_A) % CLASSES] * scale);
      }
    }
    return new ChromaFilterBank(bins, weights);
  }

  /** Fills in the bump around a pitch; returns the sum of its squares. */
  private static double fill(double[] bump, double pitch, double width) {
    Arrays.setAll(
        bump,
        c -> {
          double turned = pitch - c + CLASSES / 2.0;
          double distance = turned - CLASSES * Math.floor(turned / CLASSES) - CLASSES / 2.0;
          return Math.exp(-0.5 * Math.pow(2 * distance / width, 2));
        });
    double squares = 0;
    for (double value : bump) {
      squares += value * value;
    }
    return squares;
  }

  /** The weight of a bin in a pitch class. */
  public float weight(int pitchClass, int bin) {
    return weights[pitchClass * bins + bin];
  }

  /**
   * Sums the bins of each pitch class.
   *
   * @param power {@code [frames][bins]}
   * @param frames number of frames
   * @param chroma {@code [frames][12]}, receives the sums
   */
  public void apply(float[] power, int frames, float[] chroma) {
    BinRows rows = new BinRows(bins);
    for (int frame = 0; frame < frames; frame += BinRows.LANES) {
      rows.load(power, frame * bins, Math.min(BinRows.LANES, frames - frame));
      apply(rows, chroma, frame * CLASSES);
    }
  }

  /**
   * Sums the bins of the frames held.
   *
   * @param power of as many bins as the filters have
   * @param chroma {@code [frames][12]} from {@code offset} on, receives the sums
   * @param offset index of the first sum
   */
  public void apply(BinRows power, float[] chroma, int offset) {
    float[][] sums = new float[CLASSES][BinRows.LANES];
    int bin = 0;
    for (; bin + 3 < bins; bin += 4) {
      for (int c = 0; c < CLASSES; c++) {
        addFour(power, bin, c * bins + bin, sums[c]);
      }
    }
    for (; bin < bins; bin++) {
      for (int c = 0; c < CLASSES; c++) {
        add(power.row(bin), weights[c * bins + bin], sums[c], power.lanes());
      }
    }
    for (int c = 0; c < CLASSES; c++) {
      for (int frame = 0; frame < power.frames(); frame++) {
        chroma[offset + frame * CLASSES + c] = sums[c][frame];
      }
    }
  }

  private void addFour(BinRows power, int bin, int at, float[] sums) {
    float[] r0 = power.row(bin);
    float[] r1 = power.row(bin + 1);
    float[] r2 = power.row(bin + 2);
    float[] r3 = power.row(bin + 3);
    float w0 = weights[at];
    float w1 = weights[at + 1];
    float w2 = weights[at + 2];
    float w3 = weights[at + 3];
    int lanes = power.lanes();
    for (int l = 0; l < lanes; l++) {
      sums[l] += w0 * r0[l] + w1 * r1[l] + (w2 * r2[l] + w3 * r3[l]);
    }
  }

  private static void add(float[] row, float weight, float[] sums, int lanes) {
    for (int l = 0; l < lanes; l++) {
      sums[l] += weight * row[l];
    }
  }
}
