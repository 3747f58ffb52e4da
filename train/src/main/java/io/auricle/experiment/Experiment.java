package io.auricle.experiment;

import io.auricle.bundle.About;
import io.auricle.experiment.task.Task;
import java.util.List;

/**
 * An experiment: what to learn, from what, and how.
 *
 * @param about of the model that comes out; its name names the run folder
 * @param task what is learned of a track
 * @param seed of everything random
 * @param recipe how the model comes about
 * @param calibrate whether the temperature of the scores is fitted on the validation part
 */
public record Experiment(About about, Task task, long seed, Recipe recipe, boolean calibrate) {
  public Experiment {
    recipe.require(task);
  }

  /** The labels or tags, in the order of the scores. */
  public List<String> labels() {
    return task.labels();
  }

  /** The same with these labels. */
  public Experiment withLabels(List<String> others) {
    return new Experiment(about, task.withLabels(others), seed, recipe, calibrate);
  }
}
