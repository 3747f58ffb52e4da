package io.auricle.experiment;

import io.auricle.neural.option.ComputeDevice;
import java.nio.file.Path;

/**
 * How a run is done; nothing of it decides what comes out, but for the last digits of another
 * device.
 *
 * @param workspace where {@code runs/} and {@code cache/} are
 * @param device where networks are trained
 * @param listener hears how it goes
 */
public record RunOptions(Path workspace, ComputeDevice device, RunListener listener) {
  /** On the processor. */
  public static RunOptions of(Path workspace, RunListener listener) {
    return new RunOptions(workspace, ComputeDevice.CPU, listener);
  }
}
