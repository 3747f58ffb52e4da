package io.auricle.library.sound;

/** Makes the moments of {@link SoundMarks} of frames of power that are {@code STEP} apart. */
final class MarkMaker {
  private static final double LOW_HZ = 250;
  private static final double HIGH_HZ = 2_500;

  /** Frames back that a moment is compared with: neighbours, which overlap much, hardly differ. */
  private static final int BACK = 3;

  private static final int BANDS = SoundMarks.SIGNS + 1;

  private final int bins;
  private final int[] edges = new int[BANDS + 1];

  MarkMaker(double binHz, int bins) {
    this.bins = bins;
    for (int band = 0; band <= BANDS; band++) {
      double hz = LOW_HZ * Math.pow(HIGH_HZ / LOW_HZ, (double) band / BANDS);
      edges[band] = Math.min(bins - 1, (int) Math.round(hz / binHz));
    }
  }

  /** The moments of a part; fewer than frames, since each needs one before it. */
  short[] of(float[] power, int frames) {
    double[] levels = new double[frames * BANDS];
    for (int frame = 0; frame < frames; frame++) {
      for (int band = 0; band < BANDS; band++) {
        double sum = 0;
        for (int bin = edges[band]; bin < edges[band + 1]; bin++) {
          sum += power[frame * bins + bin];
        }
        levels[frame * BANDS + band] = Math.log(sum + 1e-9);
      }
    }
    short[] moments = new short[Math.max(0, frames - BACK)];
    for (int i = 0; i < moments.length; i++) {
      int signs = 0;
      for (int band = 0; band < SoundMarks.SIGNS; band++) {
        int now = (i + BACK) * BANDS + band;
        int before = i * BANDS + band;
        double growth = levels[now] - levels[now + 1] - (levels[before] - levels[before + 1]);
        signs |= growth > 0 ? 1 << band : 0;
      }
      moments[i] = (short) signs;
    }
    return moments;
  }
}
