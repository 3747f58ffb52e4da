package io.auricle.predict.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.auricle.bundle.InputOptions;
import io.auricle.feature.FeatureMatrix;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a model computes for the segments of clips, whatever the shape. Thread-safe. */
public final class ValueReader implements AutoCloseable {
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final InputOptions input;
  private final NativeUse use = new NativeUse("the model");

  private ValueReader(OrtEnvironment environment, OrtSession session, InputOptions input) {
    this.environment = environment;
    this.session = session;
    this.input = input;
  }

  /**
   * Opens a model.
   *
   * @param model bytes of an {@code .onnx} file with one input and one output, floats
   * @throws IllegalArgumentException if it does not load
   * @throws UncheckedIOException if ONNX Runtime cannot be started
   */
  public static ValueReader open(byte[] model, InputOptions input) {
    OrtEnvironment environment;
    try {
      environment = OnnxEngine.environment();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      return new ValueReader(environment, environment.createSession(model, options), input);
    } catch (OrtException e) {
      throw new IllegalArgumentException("the model does not load: " + e.getMessage(), e);
    }
  }

  /** The inputs themselves, a row a segment. */
  public static List<float[]> inputs(FeatureMatrix clip, InputOptions input) {
    Segments segments = Segments.of(clip, input);
    return rows(FloatBuffer.wrap(segments.tensor()), segments.count());
  }

  /**
   * The values of each segment of a clip, a row each, their axes strung together.
   *
   * @throws IllegalArgumentException if the model fails or its output is not one of floats with the
   *     batch in front
   * @throws IllegalStateException after {@link #close}
   */
  public List<float[]> read(FeatureMatrix clip) {
    Segments segments = Segments.of(clip, input);
    return use.during(() -> read(segments));
  }

  private List<float[]> read(Segments segments) {
    try (OnnxTensor tensor =
            OnnxTensor.createTensor(
                environment, FloatBuffer.wrap(segments.tensor()), segments.shape());
        OrtSession.Result result =
            session.run(Map.of(session.getInputNames().iterator().next(), tensor))) {
      OnnxValue output = result.get(0);
      if (!(output instanceof OnnxTensor floats)
          || floats.getInfo().getShape().length < 1
          || floats.getInfo().getShape()[0] != segments.count()
          || floats.getFloatBuffer() == null) {
        throw new IllegalArgumentException(
            "the value is %s, not floats with the batch in front".formatted(output.getInfo()));
      }
      return rows(floats.getFloatBuffer(), segments.count());
    } catch (OrtException e) {
      throw new IllegalArgumentException("the model fails: " + e.getMessage(), e);
    }
  }

  private static List<float[]> rows(FloatBuffer values, int count) {
    List<float[]> rows = new ArrayList<>();
    int width = values.remaining() / count;
    for (int row = 0; row < count; row++) {
      float[] copy = new float[width];
      values.get(copy);
      rows.add(copy);
    }
    return rows;
  }

  /** Waits for what it reads right now; a second time nothing happens. */
  @Override
  public void close() {
    try {
      use.end(session::close);
    } catch (OrtException e) {
      throw new IllegalStateException("the model does not close", e);
    }
  }
}
