package io.auricle.network.shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The window of a convolution or of pooling over the spatial axes.
 *
 * @param size its extent for each spatial axis, bands before frames
 * @param stride its steps for each spatial axis
 * @param padding what happens at the edges
 */
public record SlidingWindow(List<Integer> size, List<Integer> stride, Padding padding) {
  private static final int LARGEST = 100_000;

  public SlidingWindow {
    size = List.copyOf(size);
    stride = List.copyOf(stride);
    if (size.isEmpty() || size.size() > 2 || !inRange(size)) {
      throw new IllegalArgumentException(
          "size=%s must be one or two sizes in [1, %d]".formatted(size, LARGEST));
    }
    if (stride.size() != size.size() || !inRange(stride)) {
      throw new IllegalArgumentException(
          "stride=%s must have as many values as size=%s, each in [1, %d]"
              .formatted(stride, size, LARGEST));
    }
  }

  private static boolean inRange(List<Integer> values) {
    return values.stream().allMatch(value -> value >= 1 && value <= LARGEST);
  }

  /** This window, its one size and stride repeated if it meets more axes. */
  public SlidingWindow over(int axes) {
    return size.size() > 1 || axes < 2
        ? this
        : new SlidingWindow(
            Collections.nCopies(axes, size.get(0)),
            Collections.nCopies(axes, stride.get(0)),
            padding);
  }

  /**
   * Spatial sizes of the output.
   *
   * @throws LayerException if the axes differ or a valid window is larger than the input
   */
  public List<Integer> output(TensorShape input) {
    if (input.rank() != size.size() + 1) {
      throw new LayerException(
          "input %s must have %d axes (channels and %d more) for a window of %s"
              .formatted(input, size.size() + 1, size.size(), size));
    }
    List<Integer> output = new ArrayList<>();
    for (int axis = 0; axis < size.size(); axis++) {
      int extent = input.size(axis + 1);
      if (padding == Padding.VALID && extent < size.get(axis)) {
        throw new LayerException(
            "window %s must fit into the input %s; a smaller window or padding: same would"
                .formatted(size, input));
      }
      int covered = padding == Padding.SAME ? extent : extent - size.get(axis) + 1;
      output.add((covered + stride.get(axis) - 1) / stride.get(axis));
    }
    return output;
  }

  /** Zeros (or nothing, in pooling) before the first value of each spatial axis. */
  public List<Integer> padsBefore(TensorShape input) {
    return pads(input).stream().map(total -> total / 2).toList();
  }

  /** Zeros (or nothing, in pooling) behind the last value of each spatial axis. */
  public List<Integer> padsAfter(TensorShape input) {
    return pads(input).stream().map(total -> total - total / 2).toList();
  }

  private List<Integer> pads(TensorShape input) {
    List<Integer> outputs = output(input);
    List<Integer> pads = new ArrayList<>();
    for (int axis = 0; axis < size.size(); axis++) {
      int reach = (outputs.get(axis) - 1) * stride.get(axis) + size.get(axis);
      pads.add(padding == Padding.SAME ? Math.max(0, reach - input.size(axis + 1)) : 0);
    }
    return pads;
  }
}
