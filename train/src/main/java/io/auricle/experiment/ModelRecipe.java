package io.auricle.experiment;

import io.auricle.experiment.task.Task;
import io.auricle.neural.option.AudioChanges;

/** Which kind of model is trained, and how. */
public sealed interface ModelRecipe permits ClassicRecipe, NetworkRecipe {
  /** As {@link Recipe#require}. */
  void require(Task task);

  /** Epochs of its training at most, the best of which is chosen; 0 if it has none. */
  int epochs();

  /** The changed variants of sound that it learns from as well. */
  AudioChanges changes();
}
