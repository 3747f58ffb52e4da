package io.auricle.dsp;

/** Scales of perceived pitch height; the two differ, so that every use names its own. */
public enum MelScale {
  /**
   * Slaney's Auditory Toolbox (1998): linear below 1000 Hz, which is 15 mel, logarithmic above.
   * librosa's default.
   */
  SLANEY {
    @Override
    public double fromHz(double hz) {
      return hz < BREAK_HZ ? hz / HZ_PER_MEL : BREAK_MEL + Math.log(hz / BREAK_HZ) / LOG_STEP;
    }

    @Override
    public double toHz(double mel) {
      return mel < BREAK_MEL ? mel * HZ_PER_MEL : BREAK_HZ * Math.exp(LOG_STEP * (mel - BREAK_MEL));
    }
  },
  /** The Hidden Markov Model Toolkit: {@code 2595 log10(1 + hz / 700)}. */
  HTK {
    @Override
    public double fromHz(double hz) {
      return 2595 * Math.log10(1 + hz / 700);
    }

    @Override
    public double toHz(double mel) {
      return 700 * (Math.pow(10, mel / 2595) - 1);
    }
  };

  private static final double HZ_PER_MEL = 200.0 / 3;
  private static final double BREAK_HZ = 1000;
  private static final double BREAK_MEL = BREAK_HZ / HZ_PER_MEL;
  private static final double LOG_STEP = Math.log(6.4) / 27;

  /** Mel of a frequency in Hz, at least 0. */
  public abstract double fromHz(double hz);

  /** Frequency in Hz of a mel value, at least 0. */
  public abstract double toHz(double mel);
}
