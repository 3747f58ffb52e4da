package io.auricle.experiment;

/** Hears how a run goes. */
@FunctionalInterface
public interface RunListener {
  /** A line for people, now and then. */
  void said(String line);

  /** At the beginning, the folder made. */
  default void began(RunFolder folder) {}

  /** After each step of a network's training; should be quick. */
  default void stepped(TrainingProgress progress) {}

  /** After each epoch, its metrics recorded in the run folder. */
  default void epochEnded(RunFolder folder) {}
}
