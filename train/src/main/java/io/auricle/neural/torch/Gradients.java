package io.auricle.neural.torch;

import ai.djl.pytorch.jni.JniUtils;

/** Whether the engine records what gradients need. It is a switch of the thread. */
public final class Gradients {
  private Gradients() {}

  /** Work that may fail in its own way. */
  public interface Work<T, X extends Exception> {
    T run() throws X;
  }

  /** Does work without recording: in less time and memory, and weights may be written to. */
  public static <T, X extends Exception> T unrecorded(Work<T, X> work) throws X {
    TorchEngine.start();
    boolean recorded = JniUtils.isGradMode();
    JniUtils.setGradMode(false);
    try {
      return work.run();
    } finally {
      JniUtils.setGradMode(recorded);
    }
  }
}
