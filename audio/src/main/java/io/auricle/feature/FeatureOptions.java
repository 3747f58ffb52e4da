package io.auricle.feature;

import io.auricle.audio.Signal;

/**
 * What defines a feature set completely: a record whose components are hashed for caches and
 * written in model cards, so that a model is never fed other features than those it was trained on.
 */
public interface FeatureOptions {
  /** The set's name in the catalogue, for instance {@code gtzan57}. */
  String set();

  /** The sample rate that signals must have. */
  int sampleRateHz();

  /** The extractor of these options. */
  FeatureExtractor extractor();

  /**
   * The set that this one is computed from and nothing else, so that whoever needs both extracts it
   * once; this set itself for those computed from the signal.
   */
  default FeatureOptions base() {
    return this;
  }

  /**
   * This set's features of a signal, from those of {@link #base()}: what the extractor gives for
   * that signal.
   */
  default FeatureMatrix derive(FeatureMatrix ofBase) {
    return ofBase;
  }

  /**
   * Accepts a signal for analysis.
   *
   * @throws IllegalArgumentException if it has no samples or another rate than {@link
   *     #sampleRateHz()}
   */
  default void check(Signal signal) {
    Framing.checkSignal(signal);
    if (signal.sampleRateHz() != sampleRateHz()) {
      throw new IllegalArgumentException(
          "signal.sampleRateHz=%d must be sampleRateHz=%d; resample it first"
              .formatted(signal.sampleRateHz(), sampleRateHz()));
    }
  }
}
