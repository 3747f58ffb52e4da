package io.auricle.neural;

/** Hears how a training goes. */
@FunctionalInterface
public interface EpochListener {
  /** Called when an epoch is over and saved. */
  void epochEnded(EpochMetrics metrics);

  /**
   * Called when an epoch is over, before it is saved: what is written down here is not lost by a
   * kill in between, and comes again if the epoch does.
   */
  default void epochMeasured(EpochMetrics metrics) {}

  /** Called after each step; should be quick. */
  default void stepEnded(StepMetrics metrics) {}
}
