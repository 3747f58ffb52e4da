package io.auricle.experiment;

import io.auricle.bundle.Ensemble.Combination;
import io.auricle.experiment.task.Task;
import io.auricle.yaml.Needed;
import java.util.List;

/**
 * Earlier runs put together. Their saved scores are joined by track, so the members must have been
 * run on the same data and split.
 *
 * @param combination how scores become one; the mean if left out
 * @param members run folders with their weights
 * @param fitWeights whether the weights are fitted on the validation part instead (lowest log loss)
 */
public record EnsembleRecipe(Combination combination, List<Member> members, boolean fitWeights)
    implements Recipe {
  /**
   * A member.
   *
   * @param run its run folder
   * @param weight above 0; 1 if left out
   */
  public record Member(@Needed String run, Double weight) {
    public Member {
      weight = weight == null ? 1.0 : weight;
      if (!(weight > 0)) {
        throw new IllegalArgumentException("weight=" + weight + " must be above 0");
      }
    }
  }

  public EnsembleRecipe {
    combination = combination == null ? Combination.MEAN : combination;
    if (members == null || members.size() < 2) {
      throw new IllegalArgumentException("members=" + members + " must be at least two");
    }
    members = List.copyOf(members);
  }

  @Override
  public void require(Task task) {
    task.requireJoint(combination);
  }
}
