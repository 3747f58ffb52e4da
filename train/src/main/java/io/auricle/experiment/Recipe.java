package io.auricle.experiment;

import io.auricle.experiment.task.Task;

/** How the model of an experiment comes about: it is trained, or made of earlier runs. */
public sealed interface Recipe permits TrainedRecipe, EnsembleRecipe {
  /**
   * Refuses what cannot be learned like this.
   *
   * @throws IllegalArgumentException naming the setting
   */
  void require(Task task);
}
