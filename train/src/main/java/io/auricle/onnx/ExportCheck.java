package io.auricle.onnx;

import io.auricle.predict.onnx.OnnxOutput;
import java.util.List;

/**
 * Proves an export: the model in ONNX Runtime against the outputs of the engine that trained it.
 */
public final class ExportCheck {
  /** The largest difference that an export may have. */
  public static final double TOLERANCE = 1e-4;

  private ExportCheck() {}

  /**
   * Compares the outputs for one batch.
   *
   * @param model bytes of an {@code .onnx} file by {@link NetworkExporter}
   * @param sizes of the input without the batch
   * @param inputs {@code [batch][input values]}
   * @param expected {@code [batch][outputs]} of the engine
   * @return the largest absolute difference, NaN if there is a NaN on either side
   * @throws IllegalArgumentException if the model does not load or gives another number of values
   */
  public static double largestDifference(
      byte[] model, List<Integer> sizes, float[] inputs, float[] expected) {
    float[] actual = OnnxOutput.of(model, sizes, inputs);
    if (actual.length != expected.length) {
      throw new IllegalArgumentException(
          "the exported model gives %d values, the engine %d"
              .formatted(actual.length, expected.length));
    }
    double largest = 0;
    for (int i = 0; i < actual.length; i++) {
      // Math.max keeps a NaN.
      largest = Math.max(largest, Math.abs((double) actual[i] - expected[i]));
    }
    return largest;
  }

  /**
   * As {@link #largestDifference}, for use after a training.
   *
   * @return the largest absolute difference
   * @throws IllegalStateException if the difference is above {@link #TOLERANCE}
   */
  public static double require(
      byte[] model, List<Integer> sizes, float[] inputs, float[] expected) {
    double difference = largestDifference(model, sizes, inputs, expected);
    if (!(difference <= TOLERANCE)) {
      throw new IllegalStateException(
          "difference=%s between the engine that trained and the exported model must be at most %s"
              .formatted(difference, TOLERANCE));
    }
    return difference;
  }
}
