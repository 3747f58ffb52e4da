package io.auricle.neural;

/** Hears how a training goes. */
@FunctionalInterface
public interface EpochListener {
  void epochEnded(EpochMetrics metrics);

  /** Called after each step; should be quick. */
  default void stepEnded(StepMetrics metrics) {}
}
