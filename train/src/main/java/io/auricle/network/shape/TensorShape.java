package io.auricle.network.shape;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The sizes of a tensor without its batch axis.
 *
 * @param sizes one to four sizes, each above 0: {@code [channels, bands, frames]}, {@code
 *     [channels, frames]} or {@code [features]}
 */
public record TensorShape(List<Integer> sizes) {
  private static final int MAX_SIZE = 1_000_000_000;

  public TensorShape {
    sizes = List.copyOf(sizes);
    if (sizes.isEmpty() || sizes.size() > 4) {
      throw new IllegalArgumentException("shape=%s must have 1 to 4 sizes".formatted(sizes));
    }
    long product = 1;
    for (int size : sizes) {
      if (size < 1) {
        throw new IllegalArgumentException("shape=%s must have sizes above 0".formatted(sizes));
      }
      product *= size;
      if (product > MAX_SIZE) {
        throw new IllegalArgumentException(
            "shape=%s must hold at most %d values".formatted(sizes, MAX_SIZE));
      }
    }
  }

  public static TensorShape of(int... sizes) {
    return new TensorShape(Arrays.stream(sizes).boxed().toList());
  }

  /** The number of axes. */
  public int rank() {
    return sizes.size();
  }

  /** The number of values. */
  public int count() {
    return sizes.stream().reduce(1, (a, b) -> a * b);
  }

  public int size(int axis) {
    return sizes.get(axis);
  }

  /** The first axis: channels of an image or sequence, features of a vector. */
  public int channels() {
    return sizes.get(0);
  }

  /** The last axis: frames of an image or sequence. */
  public int last() {
    return sizes.get(sizes.size() - 1);
  }

  /** The sizes behind the channels: bands and frames, or frames. */
  public List<Integer> spatial() {
    return sizes.subList(1, sizes.size());
  }

  /**
   * The number of values in a frame: channels times bands.
   *
   * @throws LayerException if there are no axes but the first
   */
  public int frameFeatures() {
    if (rank() < 2) {
      throw new LayerException(
          "input %s must have frames as its last axis, behind channels".formatted(this));
    }
    return count() / last();
  }

  /** This shape with another size of one axis. */
  public TensorShape with(int axis, int size) {
    int[] changed = toArray();
    changed[axis] = size;
    return of(changed);
  }

  public int[] toArray() {
    return sizes.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The sizes joined by x, as in {@code 32x63x64}. */
  @Override
  public String toString() {
    return sizes.stream().map(String::valueOf).collect(Collectors.joining("x"));
  }
}
