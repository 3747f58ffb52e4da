package io.auricle.predict.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.auricle.bundle.BundleException;
import io.auricle.bundle.InputOptions;
import io.auricle.feature.FeatureMatrix;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Several outputs of a model for the segments of clips, by their names: scores, and what a model
 * makes on its way to them where it gives that out. Thread-safe; one thread a call.
 */
public final class NamedOutputs implements AutoCloseable {
  private final String location;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final InputOptions input;
  private final List<String> names;
  private final List<Integer> sizes;
  private final NativeUse use;

  private NamedOutputs(
      String location,
      OrtEnvironment environment,
      OrtSession session,
      InputOptions input,
      List<String> names) {
    this.location = location;
    this.environment = environment;
    this.session = session;
    this.input = input;
    this.names = List.copyOf(names);
    this.use = new NativeUse(location);
    int columns = input.features().extractor().columns().size();
    FeatureMatrix empty =
        FeatureMatrix.of(
            input.segmentFrames(), columns, new float[input.segmentFrames() * columns]);
    this.sizes = of(empty).get(0).stream().map(values -> values.length).toList();
  }

  /**
   * Opens a model and lets it hear an empty segment.
   *
   * @param model bytes of an {@code .onnx} file of one input
   * @param location said in messages
   * @param names of its outputs, floats with the batch in front
   * @throws BundleException if the model does not load, has no such output or does not take the
   *     input
   */
  public static NamedOutputs open(
      byte[] model, String location, InputOptions input, List<String> names)
      throws BundleException {
    OrtEnvironment environment = OnnxModel.environment(location);
    OrtSession session;
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      session = environment.createSession(model, options);
    } catch (OrtException e) {
      throw new BundleException(location, "does not load: " + e.getMessage(), e);
    }
    try {
      if (!session.getOutputNames().containsAll(names)) {
        throw new IllegalArgumentException(
            "outputs=%s must be among %s".formatted(names, session.getOutputNames()));
      }
      return new NamedOutputs(location, environment, session, input, names);
    } catch (IllegalArgumentException | IllegalStateException e) {
      close(session, location);
      throw new BundleException(location, String.valueOf(e.getMessage()), e);
    }
  }

  /** Number of values of each output for a segment, in the order of the names. */
  public List<Integer> sizes() {
    return sizes;
  }

  /**
   * The outputs for each segment of a clip.
   *
   * @return a list for each segment: the values of each output in the order of the names
   * @throws IllegalStateException if the model fails, or after {@link #close}
   */
  public List<List<float[]>> of(FeatureMatrix clip) {
    Segments segments = Segments.of(clip, input);
    return use.during(() -> of(segments));
  }

  private List<List<float[]>> of(Segments segments) {
    try (OnnxTensor tensor =
            OnnxTensor.createTensor(
                environment, FloatBuffer.wrap(segments.tensor()), segments.shape());
        OrtSession.Result result =
            session.run(
                Map.of(session.getInputNames().iterator().next(), tensor),
                new LinkedHashSet<>(names))) {
      List<List<float[]>> rows = new ArrayList<>();
      for (int i = 0; i < segments.count(); i++) {
        rows.add(new ArrayList<>());
      }
      for (String name : names) {
        if (!(result.get(name).orElseThrow() instanceof OnnxTensor values)
            || values.getFloatBuffer() == null
            || values.getFloatBuffer().remaining() % segments.count() != 0) {
          throw new IllegalArgumentException(
              "output=%s must be floats with the batch in front".formatted(name));
        }
        FloatBuffer buffer = values.getFloatBuffer();
        int width = buffer.remaining() / segments.count();
        for (List<float[]> row : rows) {
          float[] copy = new float[width];
          buffer.get(copy);
          row.add(copy);
        }
      }
      return rows;
    } catch (OrtException e) {
      throw new IllegalStateException(
          "%s: the model fails: %s".formatted(location, e.getMessage()), e);
    }
  }

  private static void close(OrtSession session, String location) {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(location + ": the model does not close", e);
    }
  }

  /** Waits for what it is asked right now; a second time nothing happens. */
  @Override
  public void close() {
    use.end(() -> close(session, location));
  }
}
