package io.auricle.predict.onnx;

import java.io.IOException;

/** What computes the scores of models: ONNX Runtime. */
public final class ScoringEngine {
  private ScoringEngine() {}

  /**
   * The version of its native library, for instance {@code 1.23.2}; starts it.
   *
   * @throws IOException in one line, if it cannot be started here
   */
  public static String version() throws IOException {
    return OnnxEngine.environment().getVersion();
  }
}
