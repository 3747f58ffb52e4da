package io.auricle.experiment;

import io.auricle.neural.StepMetrics;

/**
 * How far the training of a network is.
 *
 * @param step the last that was done
 * @param epochs of the phase, at most
 * @param secondsLeft of the phase at the pace so far
 */
public record TrainingProgress(StepMetrics step, int epochs, double secondsLeft) {
  /** The share that is done, in [0, 1]. */
  public double share() {
    return (step.epoch() - 1 + step.step() / (double) step.steps()) / epochs;
  }
}
