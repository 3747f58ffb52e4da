package io.auricle.feature;

import io.auricle.audio.DecodeException;
import io.auricle.audio.SampleSource;

/**
 * An extractor that needs no more memory for a long sound than for a short one. The sound may be
 * read twice, since some features are relative to the whole, such as levels to the loudest.
 */
public interface StreamedExtractor extends FeatureExtractor {
  /**
   * The features of a sound, those of {@link #extract(io.auricle.audio.Signal)} on all its samples.
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
