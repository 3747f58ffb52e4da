package io.auricle.classic.model;

import io.auricle.feature.FeatureMatrix;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Vectors to learn from. Scalers take only this type, so that nothing is ever fitted on validation
 * or test data.
 *
 * @param labels the classes; each needs an example
 * @param examples at least two classes, all of the same number of columns
 */
public record TrainingSet(List<String> labels, List<Vector> examples) {
  /**
   * One labelled vector.
   *
   * @param group what is not torn apart by cross-validation: the artist, or the track
   * @param label index among the labels
   * @param values one row
   */
  public record Vector(String group, int label, FeatureMatrix values) {
    public Vector {
      if (values.frameCount() != 1) {
        throw new IllegalArgumentException(
            "frameCount=%d must be 1: classical models take vectors, not matrices"
                .formatted(values.frameCount()));
      }
    }
  }

  public TrainingSet {
    labels = List.copyOf(labels);
    examples = List.copyOf(examples);
    if (labels.size() < 2) {
      throw new IllegalArgumentException("labels=" + labels + " must be at least two");
    }
    Set<Integer> seen = new HashSet<>();
    for (Vector example : examples) {
      if (example.label() < 0 || example.label() >= labels.size()) {
        throw new IllegalArgumentException(
            "label=%d must be in [0, %d]".formatted(example.label(), labels.size() - 1));
      }
      if (example.values().columnCount() != examples.get(0).values().columnCount()) {
        throw new IllegalArgumentException(
            "columnCount=%d must be that of the first example, %d"
                .formatted(example.values().columnCount(), examples.get(0).values().columnCount()));
      }
      seen.add(example.label());
    }
    for (int label = 0; label < labels.size(); label++) {
      if (!seen.contains(label)) {
        throw new IllegalArgumentException(
            "label=" + labels.get(label) + " must have at least one example to learn from");
      }
    }
  }

  /** Number of columns. */
  public int columnCount() {
    return examples.get(0).values().columnCount();
  }
}
