package io.auricle.predict.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.ValueInfo;
import io.auricle.bundle.Bundle;
import io.auricle.bundle.BundleException;
import io.auricle.bundle.NetworkOutputs;
import io.auricle.bundle.ScoreOptions;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * An ONNX model in ONNX Runtime: one float tensor in, {@code [n, labels]} out, and what else the
 * card says of its network. Thread-safe; one thread a call, since files run beside each other.
 */
public final class OnnxModel implements AutoCloseable {
  private static final double LEAST_TRIAL_SECONDS = 1;

  private final String location;
  private final OnnxSession session;
  private final String input;
  private final Outputs outputs;
  private final int labelCount;
  private final ScoreOptions.Output kind;
  private final double runSeconds;
  private final NativeUse use;

  /**
   * The names of what a model reads of its network.
   *
   * @param embedding empty for none
   * @param noMusic empty for none
   */
  public record Outputs(String scores, String embedding, String noMusic) {
    public Set<String> names() {
      Set<String> names = new LinkedHashSet<>(List.of(scores, embedding, noMusic));
      names.remove("");
      return names;
    }
  }

  private OnnxModel(
      String location,
      OnnxSession session,
      String input,
      Outputs outputs,
      int labelCount,
      ScoreOptions.Output kind,
      double runSeconds) {
    this.location = location;
    this.session = session;
    this.input = input;
    this.outputs = outputs;
    this.labelCount = labelCount;
    this.kind = kind;
    this.runSeconds = runSeconds;
    this.use = new NativeUse(location);
  }

  /**
   * Loads the model of a bundle and lets it score one empty segment.
   *
   * @param shape of the input for one segment
   * @param runSeconds time that scoring the segments of one clip may take, in seconds
   * @throws BundleException if the model does not load or does not fit its card
   */
  public static OnnxModel open(Bundle bundle, long[] shape, double runSeconds)
      throws BundleException {
    String location = bundle.location();
    NetworkOutputs network = bundle.single().outputs();
    byte[] model = bundle.model();
    OnnxSession session =
        network == null ? OnnxSession.open(model, location) : OnnxSession.shared(model, location);
    try {
      OnnxModel opened =
          new OnnxModel(
              location,
              session,
              inputOf(session.session(), location),
              network == null
                  ? new Outputs(outputOf(session.session(), location), "", "")
                  : outputsOf(session.session(), network, location),
              bundle.card().labels().size(),
              bundle.card().scores().output(),
              runSeconds);
      opened.probe(shape);
      return opened;
    } catch (BundleException | RuntimeException e) {
      try {
        session.leave();
      } catch (OrtException closing) {
        e.addSuppressed(closing);
      }
      throw e;
    }
  }

  private static Outputs outputsOf(OrtSession session, NetworkOutputs network, String location)
      throws BundleException {
    Outputs outputs =
        new Outputs(
            network.scores(),
            Objects.requireNonNullElse(network.embedding(), ""),
            Objects.requireNonNullElse(network.noMusic(), ""));
    try {
      for (String name : outputs.names()) {
        NodeInfo info = session.getOutputInfo().get(name);
        if (info == null
            || !(info.getInfo() instanceof TensorInfo tensor)
            || tensor.type != OnnxJavaType.FLOAT
            || tensor.getShape().length != 2) {
          throw new BundleException(
              location,
              "network.%s must be an output of floats [n, values] of model.onnx, which has %s%s"
                  .formatted(
                      name,
                      session.getOutputNames(),
                      info == null ? "" : "; it is " + described(info.getInfo())));
        }
      }
    } catch (OrtException e) {
      throw new BundleException(location, "model.onnx cannot be read: " + e.getMessage(), e);
    }
    return outputs;
  }

  /** Of what type and shape a value is: {@code INT64 [-1, 3]}, where -1 stands for any size. */
  private static String described(ValueInfo value) {
    return value instanceof TensorInfo tensor
        ? tensor.type + " " + Arrays.toString(tensor.getShape())
        : "no tensor";
  }

  /** Starts ONNX Runtime in the background, so that the first model waits less for it. */
  public static void prepare() {
    OnnxEngine.prepare();
  }

  static OrtEnvironment environment(String location) throws BundleException {
    try {
      return OnnxEngine.environment();
    } catch (IOException e) {
      throw new BundleException(location, String.valueOf(e.getMessage()), e);
    }
  }

  private static String inputOf(OrtSession session, String location) throws BundleException {
    if (session.getInputNames().size() != 1) {
      throw new BundleException(
          location, "model.onnx must have one input, not " + session.getInputNames());
    }
    return session.getInputNames().iterator().next();
  }

  /** The first output that is a matrix of floats: other makers put a label before the scores. */
  private static String outputOf(OrtSession session, String location) throws BundleException {
    try {
      for (Map.Entry<String, NodeInfo> entry : session.getOutputInfo().entrySet()) {
        if (entry.getValue().getInfo() instanceof TensorInfo tensor
            && tensor.type == OnnxJavaType.FLOAT
            && tensor.getShape().length == 2) {
          return entry.getKey();
        }
      }
    } catch (OrtException e) {
      throw new BundleException(location, "model.onnx cannot be read: " + e.getMessage(), e);
    }
    throw new BundleException(
        location,
        "model.onnx must have an output of floats [n, labels], not " + session.getOutputNames());
  }

  /** A limit that is short for clips ends no start. */
  private double trialSeconds() {
    return Math.max(runSeconds, LEAST_TRIAL_SECONDS);
  }

  private void probe(long[] shape) throws BundleException {
    int length = Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
    float[][] rows;
    try {
      rows =
          Objects.requireNonNull(
              scores(new float[length], shape, outputs.names(), trialSeconds())
                  .get(outputs.scores()));
    } catch (RunStopped e) {
      throw new BundleException(
          location, "model.onnx took over %s s for an empty segment".formatted(trialSeconds()), e);
    } catch (OrtException e) {
      throw new BundleException(
          location,
          "model.onnx does not take the input %s that card.json says: %s"
              .formatted(Arrays.toString(shape), e.getMessage()),
          e);
    }
    if (!finite(rows)) {
      throw new BundleException(
          location, "model.onnx gives %s for an empty segment".formatted(Arrays.toString(rows[0])));
    }
    Optional<String> wrong = outOfRange(rows);
    if (wrong.isPresent()) {
      throw new BundleException(location, wrong.get());
    }
    if (rows.length != 1 || rows[0].length != labelCount) {
      throw new BundleException(
          location,
          "model.onnx gives %d scores a segment and card.json has %d labels; they must be the same"
              .formatted(rows.length == 0 ? 0 : rows[0].length, labelCount));
    }
  }

  /** What is wrong with scores that are not of the kind that the card says. */
  private Optional<String> outOfRange(float[][] rows) {
    for (float[] row : rows) {
      for (float value : row) {
        if (!kind.holds(value)) {
          return Optional.of(
              "model.onnx gave a score of %s and card.json says that it gives %s, which are in [0, 1]; if it gives logits, its card has to say so"
                  .formatted(value, kind.name().toLowerCase(Locale.ROOT)));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean finite(float[][] rows) {
    for (float[] row : rows) {
      for (float value : row) {
        if (!Float.isFinite(value)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Models of the same network that are asked for the same segments may be asked together. */
  public OnnxSession session() {
    return session;
  }

  public Outputs outputs() {
    return outputs;
  }

  /**
   * Its scores among the outputs of a network.
   *
   * @throws RunFailed if they are not of the kind that its card says
   */
  public float[][] scoresOf(Map<String, float[][]> rows) {
    float[][] scores = Objects.requireNonNull(rows.get(outputs.scores()));
    Optional<String> wrong = outOfRange(scores);
    if (wrong.isPresent()) {
      throw new RunFailed(location + ": " + wrong.get());
    }
    return scores;
  }

  /** Its own outputs for the segments of a clip, a row each, by their names. */
  public Map<String, float[][]> run(Segments segments) {
    return run(segments, outputs.names());
  }

  /**
   * Outputs of the network for the segments of a clip, a row each, by their names.
   *
   * @throws RunFailed if the model fails, takes too long ({@link RunStopped}) or gives a value that
   *     is not finite
   * @throws CancellationException if the thread is interrupted; it stays so
   */
  public Map<String, float[][]> run(Segments segments, Set<String> names) {
    try {
      Map<String, float[][]> rows = scores(segments.tensor(), segments.shape(), names, runSeconds);
      if (!rows.values().stream().allMatch(OnnxModel::finite)) {
        throw new RunFailed(
            location + ": model.onnx gave scores that are not finite; the model is broken");
      }
      return rows;
    } catch (OrtException e) {
      throw new RunFailed(
          "%s: model.onnx failed on input %s: %s"
              .formatted(location, Arrays.toString(segments.shape()), e.getMessage()),
          e);
    }
  }

  private Map<String, float[][]> scores(
      float[] values, long[] shape, Set<String> names, double seconds) throws OrtException {
    return use.during(
        () -> {
          try (RunWatch.Run run = RunWatch.begin(seconds)) {
            try {
              return session.run(input, values, shape, names, run.options());
            } catch (OrtException e) {
              throw reason(run, e, seconds);
            }
          }
        });
  }

  /** Why a run failed: a model that was stopped is not broken. */
  private OrtException reason(RunWatch.Run run, OrtException failure, double seconds) {
    if (run.isLate()) {
      throw new RunStopped(location, seconds);
    }
    if (Thread.currentThread().isInterrupted()) {
      throw (CancellationException)
          new CancellationException("interrupted while a model scored").initCause(failure);
    }
    return failure;
  }

  /**
   * Refuses a closed model.
   *
   * @throws IllegalStateException after {@link #close}
   */
  public void requireOpen() {
    use.requireOpen();
  }

  /** Waits for what it scores right now; a second time nothing happens. */
  @Override
  public void close() {
    try {
      use.end(session::leave);
    } catch (OrtException e) {
      throw new IllegalStateException(location + ": model.onnx does not close", e);
    }
  }
}
