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

  /** Bins side by side: loops over arrays from index 0 on become vector instructions. */
  private static final int LANES = 128;

  private final int parts;

  /** The weights once more, {@code [class][part][lanes]}. */
  private final float[][] laneWeights;

  private ChromaFilterBank(int bins, float[] weights) {
    this.bins = bins;
    this.weights = weights;
    this.parts = (bins + LANES - 1) / LANES;
    this.laneWeights = new float[CLASSES * parts][LANES];
    for (int c = 0; c < CLASSES; c++) {
      for (int bin = 0; bin < bins; bin++) {
        laneWeights[c * parts + bin / LANES][bin % LANES] = weights[c * bins + bin];
      }
    }
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
    apply(power, 0, frames, chroma);
  }

  /** As above, the first frame's powers beginning at {@code from}. */
  public void apply(float[] power, int from, int frames, float[] chroma) {
    float[] part = new float[LANES];
    float[][] sums = new float[CLASSES][LANES];
    for (int f = 0; f < frames; f++) {
      int at = from + f * bins;
      for (float[] lanes : sums) {
        Arrays.fill(lanes, 0);
      }
      for (int p = 0; p < parts; p++) {
        int count = Math.min(LANES, bins - p * LANES);
        System.arraycopy(power, at + p * LANES, part, 0, count);
        Arrays.fill(part, count, LANES, 0);
        for (int c = 0; c < CLASSES; c++) {
          addProducts(laneWeights[c * parts + p], part, sums[c]);
        }
      }
      for (int c = 0; c < CLASSES; c++) {
        chroma[f * CLASSES + c] = sum(sums[c]);
      }
    }
  }

  private static void addProducts(float[] x, float[] y, float[] sums) {
    for (int l = 0; l < sums.length; l++) {
      sums[l] += x[l] * y[l];
    }
  }

  private static float sum(float[] lanes) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    for (int l = 0; l < lanes.length; l += 4) {
      a += lanes[l];
      b += lanes[l + 1];
      c += lanes[l + 2];
      d += lanes[l + 3];
    }
    return a + b + (c + d);
  }
}
