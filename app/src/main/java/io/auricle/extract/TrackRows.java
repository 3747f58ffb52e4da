package io.auricle.extract;

import io.auricle.feature.FeatureMatrix;
import java.io.IOException;

/** Receives the features of a file. */
interface TrackRows extends AutoCloseable {
  /** The index of a piece that is the whole file. */
  int WHOLE = -1;

  /**
   * Takes the next rows.
   *
   * @param piece index of the piece that they are from, or {@link #WHOLE}
   * @param length of the piece in samples
   */
  void add(int piece, long length, FeatureMatrix rows) throws IOException;

  /** All rows have come; without it nothing of them stays. */
  void finish() throws IOException;

  @Override
  void close() throws IOException;
}
