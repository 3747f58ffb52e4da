package io.auricle.neural;

/** Hears of each epoch when it and its checkpoint are done. */
@FunctionalInterface
public interface EpochListener {
  void epochEnded(EpochMetrics metrics);
}
