package io.auricle.predict.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import io.auricle.bundle.BundleException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A loaded ONNX file. Models that read other outputs of the same network share one, so that it is
 * in memory once and may be run once for all. It is closed by the last that leaves it. Thread-safe.
 */
public final class OnnxSession {
  /** Those that models share. */
  private static final List<OnnxSession> SHARED = new ArrayList<>();

  private final OrtEnvironment environment;
  private final OrtSession session;

  /** The file of a shared one: few are, and a digest of it costs a cold start more than loading. */
  private final byte[] file;

  private int users = 1;

  private OnnxSession(OrtEnvironment environment, OrtSession session, byte[] file) {
    this.environment = environment;
    this.session = session;
    this.file = file;
  }

  /**
   * Loads a model for one user.
   *
   * @throws BundleException if it does not load
   */
  static OnnxSession open(byte[] model, String location) throws BundleException {
    return load(model, location, new byte[0]);
  }

  /**
   * Joins those who use the same model, to the byte, or loads it.
   *
   * @throws BundleException if it does not load
   */
  static OnnxSession shared(byte[] model, String location) throws BundleException {
    synchronized (SHARED) {
      for (OnnxSession known : SHARED) {
        if (Arrays.equals(known.file, model)) {
          known.users++;
          return known;
        }
      }
      OnnxSession loaded = load(model, location, model);
      SHARED.add(loaded);
      return loaded;
    }
  }

  private static OnnxSession load(byte[] model, String location, byte[] file)
      throws BundleException {
    OrtEnvironment environment = OnnxModel.environment(location);
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      // Errors are thrown, too.
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setCPUArenaAllocator(false);
      return new OnnxSession(environment, environment.createSession(model, options), file);
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
      SHARED.remove(this);
    }
    session.close();
  }
}
