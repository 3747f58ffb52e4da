package io.auricle.web.analysis;

/**
 * What analyses may cost.
 *
 * @param soundSeconds length of a file's sound
 * @param wallSeconds time that a file may take, once its turn has come
 * @param atOnce analyses at once
 * @param waiting requests beyond those that may be in the house, uploading or waiting for their
 *     turn; more are told to come back
 */
public record AnalysisLimits(double soundSeconds, double wallSeconds, int atOnce, int waiting) {
  /** 20 minutes of sound, 60 s, as many at once as cores, 64 waiting. */
  public static final AnalysisLimits DEFAULT =
      new AnalysisLimits(20 * 60, 60, Runtime.getRuntime().availableProcessors(), 64);

  public AnalysisLimits {
    if (!(soundSeconds > 0)) {
      throw new IllegalArgumentException("soundSeconds=" + soundSeconds + " must be positive");
    }
    if (!(wallSeconds > 0)) {
      throw new IllegalArgumentException("wallSeconds=" + wallSeconds + " must be positive");
    }
    if (atOnce < 1) {
      throw new IllegalArgumentException("atOnce=" + atOnce + " must be at least 1");
    }
    if (waiting < 0) {
      throw new IllegalArgumentException("waiting=" + waiting + " must not be negative");
    }
  }
}
