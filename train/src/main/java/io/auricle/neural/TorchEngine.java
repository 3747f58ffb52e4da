package io.auricle.neural;

import ai.djl.engine.Engine;

/** PyTorch behind DJL, started with the options that training wants and never from the network. */
final class TorchEngine {
  private TorchEngine() {}

  /**
   * The engine. Options count at its first start in a process only.
   *
   * <p>Threads inside an operation are set by the system property {@code
   * ai.djl.pytorch.num_threads}; without it PyTorch takes all cores.
   */
  static Engine start() {
    setIfAbsent("ai.djl.offline", "true");
    setIfAbsent("ai.djl.pytorch.graph_optimizer", "false");
    setIfAbsent("ai.djl.pytorch.num_interop_threads", "1");
    return Engine.getEngine("PyTorch");
  }

  private static void setIfAbsent(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
