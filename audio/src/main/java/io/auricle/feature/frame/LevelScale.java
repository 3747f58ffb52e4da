package io.auricle.feature.frame;

/** What the values of a spectrogram are. */
public enum LevelScale {
  /** Magnitudes: mel bands are sums of magnitudes, as {@code melspectrogram(power=1)}. */
  AMPLITUDE,
  /** Squares of magnitudes. */
  POWER,
  /** Decibels of the power. */
  DB
}
