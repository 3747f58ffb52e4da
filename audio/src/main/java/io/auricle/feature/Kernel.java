package io.auricle.feature;

/**
 * Computes one feature of one sound, block by block. Made by a {@link FrameFeature} and used by one
 * call.
 */
public interface Kernel {
  /**
   * Takes the next frames and gives the rows that are known by then. Rows may come later than their
   * frames; with the last block all have come.
   */
  void accept(FrameBlock block, Target rows);

  /** Receives rows. */
  interface Target {
    /**
     * Takes the next rows, which are only valid during the call.
     *
     * @param values row after row
     * @param from index of the first row's first value
     * @param count number of rows
     */
    void add(float[] values, int from, int count);
  }
}
