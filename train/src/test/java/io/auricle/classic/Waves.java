package io.auricle.classic;

import io.auricle.classic.model.TrainingSet;
import io.auricle.feature.FeatureMatrix;
import java.util.ArrayList;
import java.util.List;

/** Forty vectors of three classes, by a formula, so that other programs can have the same. */
final class Waves {
  static final int COLUMNS = 5;

  private Waves() {}

  /** Classes of 10, 10 and 20 examples. */
  static TrainingSet data() {
    List<TrainingSet.Vector> examples = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      int label = Math.min(2, i % 4);
      double[] row = new double[COLUMNS];
      for (int c = 0; c < COLUMNS; c++) {
        row[c] = Math.sin(1 + i * (c + 2)) + (label == c ? 1.5 : 0);
      }
      examples.add(vector(label, row));
    }
    return new TrainingSet(List.of("a", "b", "c"), examples);
  }

  static List<FeatureMatrix> queries() {
    return List.of(matrix(0.3, -0.2, 0.9, 0.1, -0.5), matrix(1.4, 0.2, -0.3, 0, 0.6));
  }

  static TrainingSet.Vector vector(int label, double[] row) {
    return new TrainingSet.Vector("g", label, matrix(row));
  }

  static FeatureMatrix matrix(double... row) {
    float[] values = new float[row.length];
    for (int c = 0; c < values.length; c++) {
      values[c] = (float) row[c];
    }
    return FeatureMatrix.of(1, values.length, values);
  }
}
