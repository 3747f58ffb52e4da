package io.auricle.classify;

/**
 * How much of a prediction is written.
 *
 * @param top number of labels, best first
 * @param segments whether the segments are written, too
 */
public record ClassificationView(int top, boolean segments) {
  /**
   * @throws IllegalArgumentException if {@code top} is below 1
   */
  public ClassificationView {
    if (top < 1) {
      throw new IllegalArgumentException("top=" + top + " must be at least 1");
    }
  }
}
