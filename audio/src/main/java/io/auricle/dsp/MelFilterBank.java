package io.auricle.dsp;

import java.util.Arrays;

/**
 * Triangular filters evenly spaced on a mel scale, from spectrum bins to mel bands, as {@code
 * librosa.filters.mel}. Only the bins a filter covers are stored and summed. Immutable.
 */
public final class MelFilterBank {
  private final int bins;
  private final int[] firstBin;
  private final float[][] weights;

  private MelFilterBank(int bins, int[] firstBin, float[][] weights) {
    this.bins = bins;
    this.firstBin = firstBin;
    this.weights = weights;
  }

  /** The filters of librosa's defaults: Slaney's scale and area from 0 Hz to Nyquist. */
  public static MelFilterBank slaney(int sampleRateHz, int frameLength, int bands) {
    return of(frameLength, new Layout(sampleRateHz, bands, MelScale.SLANEY, true));
  }

  /** Where the sides of the triangles are straight. */
  public enum Sides {
    /** Over Hz, as librosa and torchaudio draw them. */
    HZ,
    /** Over mel, as Kaldi and VGGish do. */
    MEL
  }

  /**
   * How the filters lie.
   *
   * @param sampleRateHz rate of the signal
   * @param bands number of filters
   * @param scale on which they are evenly spaced
   * @param normalised whether each filter's area over Hz is 1 (Slaney); else its peak is 1
   * @param sides of the triangles
   * @param lowHz where the first begins, at least 0
   * @param highHz where the last ends, above {@code lowHz} and at most half the rate
   */
  public record Layout(
      int sampleRateHz,
      int bands,
      MelScale scale,
      boolean normalised,
      Sides sides,
      double lowHz,
      double highHz) {
    public Layout {
      if (sampleRateHz < 1) {
        throw new IllegalArgumentException("sampleRateHz=" + sampleRateHz + " must be at least 1");
      }
      if (bands < 1) {
        throw new IllegalArgumentException("bands=" + bands + " must be at least 1");
      }
      if (!(lowHz >= 0)) {
        throw new IllegalArgumentException("lowHz=" + lowHz + " must be 0 or more");
      }
      if (!(highHz > lowHz && highHz <= sampleRateHz / 2.0)) {
        throw new IllegalArgumentException(
            "highHz=%s must be above lowHz=%s and at most %s, half the rate"
                .formatted(highHz, lowHz, sampleRateHz / 2.0));
      }
    }

    /** From 0 Hz to the Nyquist frequency, sides straight over Hz. */
    public Layout(int sampleRateHz, int bands, MelScale scale, boolean normalised) {
      this(sampleRateHz, bands, scale, normalised, Sides.HZ, 0, sampleRateHz / 2.0);
    }

    /** A place on the axis over which the sides are straight. */
    private double place(double hz) {
      return sides == Sides.MEL ? scale.fromHz(hz) : hz;
    }
  }

  /**
   * The filters for spectra of a frame length. A band narrower than a bin may cover none and is
   * then 0 throughout, as in librosa.
   */
  public static MelFilterBank of(int frameLength, Layout layout) {
    int bins = frameLength / 2 + 1;
    double[] edges = edgesHz(layout);
    int[] firstBin = new int[layout.bands()];
    float[][] weights = new float[layout.bands()][];
    for (int band = 0; band < layout.bands(); band++) {
      double low = edges[band];
      double high = edges[band + 2];
      double scale = layout.normalised() ? 2 / (high - low) : 1;
      float[] row = new float[bins];
      int from = bins;
      int to = 0;
      int first = (int) (low * frameLength / layout.sampleRateHz());
      for (int bin = first; bin < bins; bin++) {
        double hz = (double) bin * layout.sampleRateHz() / frameLength;
        double weight = rise(layout, hz, edges, band);
        if (weight > 0) {
          row[bin] = (float) (scale * (float) weight);
          from = Math.min(from, bin);
          to = bin + 1;
        } else if (hz >= high) {
          break;
        }
      }
      firstBin[band] = Math.min(from, to);
      weights[band] = Arrays.copyOfRange(row, firstBin[band], to);
    }
    return new MelFilterBank(bins, firstBin, weights);
  }

  /** Height of a triangle at a frequency, negative beside it. */
  private static double rise(Layout layout, double hz, double[] edges, int band) {
    double at = layout.place(hz);
    double low = layout.place(edges[band]);
    double centre = layout.place(edges[band + 1]);
    double high = layout.place(edges[band + 2]);
    return Math.min((at - low) / (centre - low), (high - at) / (high - centre));
  }

  private static double[] edgesHz(Layout layout) {
    double bottom = layout.scale().fromHz(layout.lowHz());
    double top = layout.scale().fromHz(layout.highHz());
    double[] edges = new double[layout.bands() + 2];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = layout.scale().toHz(bottom + (top - bottom) * i / (edges.length - 1));
    }
    return edges;
  }

  /** Number of mel bands. */
  public int bands() {
    return weights.length;
  }

  /** The highest weight of any bin in any band. */
  public float highestWeight() {
    float highest = 0;
    for (float[] row : weights) {
      for (float weight : row) {
        highest = Math.max(highest, weight);
      }
    }
    return highest;
  }

  /** The weight of a bin in a band. */
  public float weight(int band, int bin) {
    int at = bin - firstBin[band];
    return at < 0 || at >= weights[band].length ? 0 : weights[band][at];
  }

  /**
   * Sums the bins of each band.
   *
   * @param power {@code [frames][bins]}
   * @param frames number of frames
   * @param mel {@code [frames][bands]} from {@code offset} on, receives the sums
   * @param offset index of the first sum
   */
  public void apply(float[] power, int frames, float[] mel, int offset) {
    apply(power, 0, frames, mel, offset);
  }

  /** As above, the first frame's powers beginning at {@code from}. */
  public void apply(float[] power, int from, int frames, float[] mel, int offset) {
    int bands = bands();
    int f = 0;
    for (; f + 3 < frames; f += 4) {
      applyFour(power, from + f * bins, mel, offset + f * bands);
    }
    for (; f < frames; f++) {
      for (int band = 0; band < bands; band++) {
        float[] row = weights[band];
        int at = from + f * bins + firstBin[band];
        float sum = 0;
        for (int i = 0; i < row.length; i++) {
          sum += row[i] * power[at + i];
        }
        mel[offset + f * bands + band] = sum;
      }
    }
  }

  /** Four frames side by side: one alone waits for each addition to end. */
  private void applyFour(float[] power, int from, float[] mel, int to) {
    int bands = bands();
    for (int band = 0; band < bands; band++) {
      float[] row = weights[band];
      int at = from + firstBin[band];
      float a = 0;
      float b = 0;
      float c = 0;
      float d = 0;
      for (int i = 0; i < row.length; i++) {
        float weight = row[i];
        a += weight * power[at + i];
        b += weight * power[at + bins + i];
        c += weight * power[at + 2 * bins + i];
        d += weight * power[at + 3 * bins + i];
      }
      mel[to + band] = a;
      mel[to + bands + band] = b;
      mel[to + 2 * bands + band] = c;
      mel[to + 3 * bands + band] = d;
    }
  }
}
