package io.auricle.predict.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import io.auricle.bundle.BundleException;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A loaded ONNX file. Models that read other outputs of the same network share one, so that it is
 * in memory once and may be run once for all. It is closed by the last that leaves it. Thread-safe.
 */
public final class OnnxSession {
  /** Those that models share, by what is in their files. */
  private static final Map<String, OnnxSession> SHARED = new HashMap<>();

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final String key;
  private int users = 1;

  private OnnxSession(OrtEnvironment environment, OrtSession session, String key) {
    this.environment = environment;
    this.session = session;
    this.key = key;
  }

  /**
   * Loads a model for one user.
   *
   * @throws BundleException if it does not load
   */
  static OnnxSession open(byte[] model, String location) throws BundleException {
    return load(model, location, "");
  }

  /**
   * Joins those who use the same model, or loads it.
   *
   * @param key that files share if they are the same
   * @throws BundleException if it does not load
   */
  static OnnxSession shared(byte[] model, String location, String key) throws BundleException {
    synchronized (SHARED) {
      OnnxSession known = SHARED.get(key);
      if (known == null) {
        known = load(model, location, key);
        SHARED.put(key, known);
      } else {
        known.users++;
      }
      return known;
    }
  }

  private static OnnxSession load(byte[] model, String location, String key)
      throws BundleException {
    OrtEnvironment environment = OnnxModel.environment(location);
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setCPUArenaAllocator(false);
      return new OnnxSession(environment, environment.createSession(model, options), key);
    } catch (OrtException e) {
      throw new BundleException(location, "model.onnx does not load: " + e.getMessage(), e);
    }
  }

  OrtSession session() {
    return session;
  }

  /** Outputs of one batch, matrices of floats, by their names. */
  Map<String, float[][]> run(
      String input,
      float[] values,
      long[] shape,
      Set<String> outputs,
      OrtSession.RunOptions options)
      throws OrtException {
    try (OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
        OrtSession.Result result = session.run(Map.of(input, tensor), outputs, options)) {
      Map<String, float[][]> rows = new HashMap<>();
      for (String output : outputs) {
        rows.put(output, (float[][]) result.get(output).orElseThrow().getValue());
      }
      return rows;
    }
  }

  /** Leaves it; the last one closes it. */
  void leave() throws OrtException {
    synchronized (SHARED) {
      users--;
      if (users > 0) {
        return;
      }
      SHARED.remove(key, this);
    }
    session.close();
  }
}
