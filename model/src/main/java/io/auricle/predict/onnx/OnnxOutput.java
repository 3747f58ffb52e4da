package io.auricle.predict.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs a model once on ready inputs, as the check of a new export needs it. */
public final class OnnxOutput {
  private OnnxOutput() {}

  /** The version of ONNX Runtime. */
  public static String runtimeVersion() {
    return environment().getVersion();
  }

  /**
   * The first output for one batch.
   *
   * @see #named
   */
  public static float[] of(byte[] model, List<Integer> sizes, float[] inputs) {
    return run(model, sizes, inputs, null);
  }

  /**
   * One output for one batch.
   *
   * @param output its name
   * @param model bytes of an {@code .onnx} file with one input of floats
   * @param sizes of the input without the batch
   * @param inputs {@code [batch][input values]}
   * @return {@code [batch][output values]}
   * @throws IllegalArgumentException if the model does not load or does not take the inputs
   * @throws UncheckedIOException if ONNX Runtime does not start here
   */
  public static float[] named(String output, byte[] model, List<Integer> sizes, float[] inputs) {
    return run(model, sizes, inputs, output);
  }

  private static float[] run(
      byte[] model, List<Integer> sizes, float[] inputs, @Nullable String name) {
    long[] shape = new long[sizes.size() + 1];
    int count = 1;
    for (int axis = 0; axis < sizes.size(); axis++) {
      shape[axis + 1] = sizes.get(axis);
      count *= sizes.get(axis);
    }
    shape[0] = inputs.length / count;
    OrtEnvironment environment = environment();
    try (OrtSession session = environment.createSession(model);
        OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(inputs), shape);
        OrtSession.Result result =
            session.run(
                Map.of(session.getInputNames().iterator().next(), input),
                Set.of(name == null ? session.getOutputNames().iterator().next() : name))) {
      FloatBuffer output = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] values = new float[output.remaining()];
      output.get(values);
      return values;
    } catch (OrtException e) {
      throw new IllegalArgumentException("the model does not run: " + e.getMessage(), e);
    }
  }

  private static OrtEnvironment environment() {
    try {
      return OnnxEngine.environment();
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }
}
