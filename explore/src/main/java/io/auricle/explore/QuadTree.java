package io.auricle.explore;

import java.util.Arrays;

/**
 * Squares within squares around the points of a plane, each with the number and the mean of its
 * points, so that the repulsion of far points can be summed by squares (Barnes and Hut 1986).
 */
final class QuadTree {
  private static final int DEEPEST = 60;

  private final double[] y;
  private final double[] halfWidth = new double[DEEPEST + 1];
  private int[] child;
  private int[] size;
  private byte[] depth;
  private double[] middle;
  private double[] sum;
  private int nodes;

  /** The repulsion that a point feels, not yet normalised. */
  static final class Repulsion {
    /** Sum of {@code q^2 (y - y_j)}, by axis. */
    double x;

    double y;

    /** Sum of {@code q = 1 / (1 + |y - y_j|^2)}. */
    double weight;

    private int[] stack = new int[256];
  }

  /**
   * A tree of points.
   *
   * @param y two coordinates a point, not to be changed while the tree is used
   */
  QuadTree(double[] y) {
    this.y = y;
    int capacity = 2 * y.length + 64;
    this.child = new int[4 * capacity];
    this.size = new int[capacity];
    this.depth = new byte[capacity];
    this.middle = new double[2 * capacity];
    this.sum = new double[2 * capacity];
    double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (int i = 0; i < y.length; i++) {
      low[i % 2] = Math.min(low[i % 2], y[i]);
      high[i % 2] = Math.max(high[i % 2], y[i]);
    }
    halfWidth[0] = Math.max(high[0] - low[0], high[1] - low[1]) / 2 * (1 + 1e-9);
    for (int d = 1; d <= DEEPEST; d++) {
      halfWidth[d] = halfWidth[d - 1] / 2;
    }
    add((low[0] + high[0]) / 2, (low[1] + high[1]) / 2, 0);
    for (int point = 0; point < y.length / 2; point++) {
      insert(point);
    }
  }

  private int add(double x, double z, int level) {
    if (nodes == size.length) {
      child = Arrays.copyOf(child, 2 * child.length);
      size = Arrays.copyOf(size, 2 * size.length);
      depth = Arrays.copyOf(depth, 2 * depth.length);
      middle = Arrays.copyOf(middle, 2 * middle.length);
      sum = Arrays.copyOf(sum, 2 * sum.length);
    }
    depth[nodes] = (byte) level;
    middle[2 * nodes] = x;
    middle[2 * nodes + 1] = z;
    return nodes++;
  }

  private void insert(int point) {
    double x = y[2 * point];
    double z = y[2 * point + 1];
    int node = 0;
    while (true) {
      boolean leaf = size[node] > 0 && isLeaf(node);
      double meanX = leaf ? sum[2 * node] / size[node] : 0;
      double meanZ = leaf ? sum[2 * node + 1] / size[node] : 0;
      int before = size[node]++;
      sum[2 * node] += x;
      sum[2 * node + 1] += z;
      if (before == 0 || (leaf && (depth[node] == DEEPEST || (meanX == x && meanZ == z)))) {
        return;
      }
      if (leaf) {
        // What was here alone moves down.
        int below = below(node, meanX, meanZ);
        size[below] = before;
        sum[2 * below] = before * meanX;
        sum[2 * below + 1] = before * meanZ;
      }
      node = below(node, x, z);
    }
  }

  private boolean isLeaf(int node) {
    return (child[4 * node] | child[4 * node + 1] | child[4 * node + 2] | child[4 * node + 3]) == 0;
  }

  /** The child where a place is, made if there is none. */
  private int below(int node, double x, double z) {
    boolean right = x >= middle[2 * node];
    boolean upper = z >= middle[2 * node + 1];
    int slot = 4 * node + (right ? 1 : 0) + (upper ? 2 : 0);
    if (child[slot] == 0) {
      double half = halfWidth[depth[node] + 1];
      int added =
          add(
              middle[2 * node] + (right ? half : -half),
              middle[2 * node + 1] + (upper ? half : -half),
              depth[node] + 1);
      child[slot] = added;
    }
    return child[slot];
  }

  /**
   * Sums the repulsion of all other points.
   *
   * @param angle a square counts as one point if its width is less than this share of its distance
   */
  void repel(int point, double angle, Repulsion result) {
    double x = y[2 * point];
    double z = y[2 * point + 1];
    double squaredAngle = angle * angle;
    double forceX = 0;
    double forceZ = 0;
    double weight = 0;
    int filled = 1;
    result.stack[0] = 0;
    while (filled > 0) {
      int node = result.stack[--filled];
      double count = size[node];
      double dx = x - sum[2 * node] / count;
      double dz = z - sum[2 * node + 1] / count;
      double squared = dx * dx + dz * dz;
      double width = 2 * halfWidth[depth[node]];
      boolean leaf = isLeaf(node);
      if (leaf || width * width < squaredAngle * squared) {
        double q = 1 / (1 + squared);
        // The point itself is in the leaf where it stands.
        weight += leaf && squared == 0 ? count - 1 : count * q;
        forceX += count * q * q * dx;
        forceZ += count * q * q * dz;
      } else {
        if (filled + 4 > result.stack.length) {
          result.stack = Arrays.copyOf(result.stack, 2 * result.stack.length);
        }
        for (int slot = 4 * node; slot < 4 * node + 4; slot++) {
          if (child[slot] != 0) {
            result.stack[filled++] = child[slot];
          }
        }
      }
    }
    result.x = forceX;
    result.y = forceZ;
    result.weight = weight;
  }
}
