package io.auricle.predict;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.auricle.bundle.Bundle;
import io.auricle.bundle.BundleException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * An ONNX model in ONNX Runtime: one float tensor in, one {@code [n, labels]} out. Thread-safe; one
 * thread a call, since files run beside each other.
 */
final class OnnxModel implements AutoCloseable {
  private final String location;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final String input;
  private final String output;
  private final int labelCount;
  private final ScoringLimits limits;

  /** Held for reading by whoever scores: the native session must not go away meanwhile. */
  private final ReadWriteLock use = new ReentrantReadWriteLock();

  private volatile boolean closed;

  private OnnxModel(
      String location,
      OrtEnvironment environment,
      OrtSession session,
      String input,
      String output,
      int labelCount,
      ScoringLimits limits) {
    this.location = location;
    this.environment = environment;
    this.session = session;
    this.input = input;
    this.output = output;
    this.labelCount = labelCount;
    this.limits = limits;
  }

  /**
   * Loads the model of a bundle and lets it score one empty segment.
   *
   * @param shape of the input for one segment
   * @throws BundleException if the model does not load or does not fit its card
   */
  static OnnxModel open(Bundle bundle, long[] shape, ScoringLimits limits) throws BundleException {
    String location = bundle.location();
    int labelCount = bundle.card().labels().size();
    byte[] model = bundle.model();
    OrtEnvironment environment = environment(location);
    OrtSession session;
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setCPUArenaAllocator(false);
      session = environment.createSession(model, options);
    } catch (OrtException e) {
      throw new BundleException(location, "model.onnx does not load: " + e.getMessage(), e);
    }
    try {
      OnnxModel opened =
          new OnnxModel(
              location,
              environment,
              session,
              inputOf(session, location),
              outputOf(session, location),
              labelCount,
              limits);
      opened.probe(shape);
      return opened;
    } catch (BundleException e) {
      try {
        session.close();
      } catch (OrtException closing) {
        e.addSuppressed(closing);
      }
      throw e;
    }
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

  private void probe(long[] shape) throws BundleException {
    int length = Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
    float[][] rows;
    try {
      rows = scores(new float[length], shape);
    } catch (RunStopped e) {
      throw new BundleException(
          location,
          "model.onnx took over %s s for an empty segment".formatted(limits.runSeconds()),
          e);
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
    if (rows.length != 1 || rows[0].length != labelCount) {
      throw new BundleException(
          location,
          "model.onnx gives %d scores a segment and card.json has %d labels; they must be the same"
              .formatted(rows.length == 0 ? 0 : rows[0].length, labelCount));
    }
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

  /**
   * The output for the segments of a clip, a row each.
   *
   * @throws IllegalStateException if the model fails, takes too long ({@link RunStopped}) or gives
   *     a value that is not finite
   * @throws CancellationException if the thread is interrupted; it stays so
   */
  float[][] run(Segments segments) {
    try {
      float[][] rows = scores(segments.tensor(), segments.shape());
      if (!finite(rows)) {
        throw new IllegalStateException(
            location + ": model.onnx gave scores that are not finite; the model is broken");
      }
      return rows;
    } catch (OrtException e) {
      throw new IllegalStateException(
          "%s: model.onnx failed on input %s: %s"
              .formatted(location, Arrays.toString(segments.shape()), e.getMessage()),
          e);
    }
  }

  private float[][] scores(float[] values, long[] shape) throws OrtException {
    use.readLock().lock();
    try {
      requireOpen();
      return unguardedScores(values, shape);
    } finally {
      use.readLock().unlock();
    }
  }

  private float[][] unguardedScores(float[] values, long[] shape) throws OrtException {
    try (OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
        RunWatch.Run run = RunWatch.begin(limits)) {
      try (OrtSession.Result result =
          session.run(Map.of(input, tensor), Set.of(output), run.options())) {
        return (float[][]) result.get(0).getValue();
      } catch (OrtException e) {
        throw reason(run, e);
      }
    }
  }

  /** Why a run failed: a model that was stopped is not broken. */
  private OrtException reason(RunWatch.Run run, OrtException failure) {
    if (run.isLate()) {
      throw new RunStopped(location, limits);
    }
    if (Thread.currentThread().isInterrupted()) {
      throw (CancellationException)
          new CancellationException("interrupted while a model scored").initCause(failure);
    }
    return failure;
  }

  /**
   * @throws IllegalStateException after {@link #close}
   */
  void requireOpen() {
    if (closed) {
      throw new IllegalStateException(location + " is closed: it can score nothing any more");
    }
  }

  /** Waits for what it scores right now; a second time nothing happens. */
  @Override
  public void close() {
    use.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        session.close();
      }
    } catch (OrtException e) {
      throw new IllegalStateException(location + ": model.onnx does not close", e);
    } finally {
      use.writeLock().unlock();
    }
  }
}
