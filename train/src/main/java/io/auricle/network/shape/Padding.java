package io.auricle.network.shape;

/**
 * What happens at the edges of a sliding window. {@code VALID} stays inside; {@code SAME} gives
 * {@code ceil(size / stride)} outputs, padded evenly with the odd one at the end, as in TensorFlow.
 */
public enum Padding {
  VALID,
  SAME
}
