package io.auricle.feature;

import io.auricle.audio.DecodeException;
import io.auricle.audio.SampleSource;
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

  /**
   * The features of a sound of any length, those of {@link #extract(Signal)} on all its samples.
   * The sound may be read twice, since some features are relative to the whole, such as levels to
   * the loudest.
   *
   * @param source streams at {@link FeatureOptions#sampleRateHz()}
   * @param rows receives the rows in their order
   * @throws DecodeException if the sound is bad; rows may have been given before
   * @throws IllegalArgumentException if the stream has another rate or no sample
   */
  void extract(SampleSource source, Rows rows) throws DecodeException;

  /** Receives rows of a matrix, some at a time. */
  interface Rows {
    /** Takes the next rows. */
    void add(FeatureMatrix rows);
  }
}
