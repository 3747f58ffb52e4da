package io.auricle.feature;

import io.auricle.audio.Signal;
import java.util.List;

/**
 * Turns a signal into numbers. Stateless as seen from outside and thread-safe; built from its
 * {@link FeatureOptions}.
 */
public interface FeatureExtractor {
  /** The options this extractor was built from. */
  FeatureOptions options();

  /** The column names of the result; their number does not depend on the signal. */
  List<String> columns();

  /**
   * The features of one signal: a matrix of a row a frame, or of one row for sets of statistics.
   *
   * @param signal at {@link FeatureOptions#sampleRateHz()}; any length from one sample on, silence
   *     included
   * @throws IllegalArgumentException if the signal is empty or has another rate
   */
  FeatureMatrix extract(Signal signal);
}
