package io.auricle.web.map;

import io.auricle.explore.Pca;
import io.auricle.explore.Points;
import java.util.List;

/**
 * The principal components of some songs, the anchors, in which distances of any song to all of
 * them are quickly computed. Thread-safe.
 */
final class AnchorSpace {
  private static final int MOST_COMPONENTS = 50;

  private final int anchors;
  private final int dimensions;
  private final float[] mean;

  /** {@code [component][dimension]}. */
  private final float[] directions;

  /** {@code [component][anchor]}: the compiler then works on several anchors at once. */
  private final float[] byComponent;

  private final int components;
  private final Points scores;

  /**
   * Finds the components.
   *
   * @param points of the anchors, at least three
   * @throws IllegalArgumentException if all are the same
   */
  AnchorSpace(List<float[]> points) {
    this.anchors = points.size();
    this.dimensions = points.get(0).length;
    double[] values = new double[anchors * dimensions];
    double[] sums = new double[dimensions];
    for (int i = 0; i < anchors; i++) {
      for (int d = 0; d < dimensions; d++) {
        values[i * dimensions + d] = points.get(i)[d];
        sums[d] += points.get(i)[d];
      }
    }
    this.components = Math.min(MOST_COMPONENTS, Math.min(anchors - 1, dimensions));
    Pca pca = Pca.of(Points.of(anchors, dimensions, values), components);
    this.scores = pca.scores();
    this.mean = new float[dimensions];
    this.directions = new float[components * dimensions];
    this.byComponent = new float[components * anchors];
    for (int d = 0; d < dimensions; d++) {
      mean[d] = (float) (sums[d] / anchors);
    }
    for (int c = 0; c < components; c++) {
      for (int d = 0; d < dimensions; d++) {
        directions[c * dimensions + d] = (float) pca.directions().at(c, d);
      }
      for (int i = 0; i < anchors; i++) {
        byComponent[c * anchors + i] = (float) scores.at(i, c);
      }
    }
  }

  /** The anchors along the components, {@code [anchors][components]}. */
  Points scores() {
    return scores;
  }

  int components() {
    return components;
  }

  /** Writes where a song lies along the components. */
  void project(float[] point, float[] into, int at) {
    for (int c = 0; c < components; c++) {
      float sum = 0;
      for (int d = 0; d < dimensions; d++) {
        sum += (point[d] - mean[d]) * directions[c * dimensions + d];
      }
      into[at + c] = sum;
    }
  }

  /** Fills in the squared distances of a projected song to all anchors. */
  void distances(float[] projected, int at, float[] squared) {
    for (int i = 0; i < anchors; i++) {
      squared[i] = 0;
    }
    for (int c = 0; c < components; c++) {
      add(projected[at + c], c * anchors, squared);
    }
  }

  private void add(float own, int from, float[] squared) {
    for (int i = 0; i < anchors; i++) {
      float difference = byComponent[from + i] - own;
      squared[i] += difference * difference;
    }
  }
}
