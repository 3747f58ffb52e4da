package io.auricle.neural.option;

import ai.djl.Device;
import ai.djl.engine.Engine;

/** Where networks are trained. */
public enum ComputeDevice {
  CPU,
  /** The first graphics card. */
  GPU,
  /** The first graphics card if the engine has one, else the processor. */
  AUTO;

  /**
   * The engine's device.
   *
   * @throws IllegalArgumentException if there is no graphics card that the engine can use
   */
  public Device on(Engine engine) {
    boolean gpu = this != CPU && engine.getGpuCount() > 0;
    if (this == GPU && !gpu) {
      throw new IllegalArgumentException(
          "device=gpu needs a graphics card and PyTorch's build for it, and here is none;"
              + " build with -Pgpu, or use device=cpu");
    }
    return gpu ? Device.gpu() : Device.cpu();
  }
}
