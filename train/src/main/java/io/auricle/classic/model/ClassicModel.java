package io.auricle.classic.model;

import io.auricle.feature.FeatureMatrix;
import io.auricle.onnx.ExportCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A trained classical model. Immutable and thread-safe. */
public interface ClassicModel {
  /** The classes, in the order of the scores. */
  List<String> labels();

  /** The scores of one vector: they sum to 1, but those of tags are each for themselves. */
  double[] scores(FeatureMatrix vector);

  /** The model as ONNX: input {@code features [n, columns]}, output {@code scores [n, labels]}. */
  byte[] toOnnx();

  /** Writes the files of the library that trained the model, if it has any, into a folder. */
  default void save(Path folder) throws IOException {}

  /**
   * Compares the written model with this one.
   *
   * @param onnx by {@link #toOnnx()}
   * @param vectors at least one row, best of tracks that were not learned from
   * @return the largest difference of a score
   * @throws IllegalStateException if it is above {@link ExportCheck#TOLERANCE}
   */
  default double checkExport(byte[] onnx, List<FeatureMatrix> vectors) {
    int columns = vectors.get(0).columnCount();
    float[] inputs = new float[vectors.size() * columns];
    float[] expected = new float[vectors.size() * labels().size()];
    for (int v = 0; v < vectors.size(); v++) {
      vectors.get(v).copyTo(0, 1, inputs, v * columns);
      double[] scores = scores(vectors.get(v));
      for (int i = 0; i < scores.length; i++) {
        expected[v * scores.length + i] = (float) scores[i];
      }
    }
    return ExportCheck.require(onnx, List.of(columns), inputs, expected);
  }
}
