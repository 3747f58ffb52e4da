package io.auricle.experiment;

import io.auricle.bundle.InputOptions;
import io.auricle.experiment.task.Task;
import io.auricle.split.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One model, trained on tracks.
 *
 * @param input the way from a track to the model's input
 * @param data the sources, at least one
 * @param model what is trained
 * @param fit what the final model learns from
 * @param outOfFold how the tracks that are learned from are dealt into folds, each scored by a
 *     model of the others: validation scores and temperature then come from all of them; null to
 *     take them from the validation part alone
 * @param maxErrorRate share of the files that may fail, in [0, 1]
 * @param scoreTraining whether the training part is scored, too, in the end: how much of what was
 *     learned the model knows by heart
 * @param export whether the model is written as ONNX; else there is a card with figures, but no
 *     model, as for networks of more than an ONNX file holds
 */
public record TrainedRecipe(
    InputOptions input,
    List<SourceOptions> data,
    ModelRecipe model,
    Fit fit,
    @Nullable FoldOptions outOfFold,
    double maxErrorRate,
    boolean scoreTraining,
    boolean export)
    implements Recipe {
  /** What the final model learns from. */
  public enum Fit {
    /** The training part. */
    TRAIN,
    /**
     * Training and validation parts: after everything was chosen and calibrated with a model of the
     * training part, another is trained on both.
     */
    TRAIN_AND_VALIDATION;

    /** All parts that something is learned from. */
    public List<Part> parts() {
      return this == TRAIN ? List.of(Part.TRAIN) : List.of(Part.TRAIN, Part.VALIDATION);
    }
  }

  public TrainedRecipe {
    data = List.copyOf(data);
    input.requireRepeated();
    if (outOfFold != null && fit == Fit.TRAIN) {
      throw ExperimentForm.misplacedFolds();
    }
    if (!(maxErrorRate >= 0 && maxErrorRate <= 1)) {
      throw new IllegalArgumentException("maxErrorRate=" + maxErrorRate + " must be in [0, 1]");
    }
    if (!export && !(model instanceof NetworkRecipe)) {
      throw new IllegalArgumentException("export=false must be true unless model is a network");
    }
    if (!export && outOfFold != null) {
      throw new IllegalArgumentException("export=false must be true where outOfFold is given");
    }
  }

  @Override
  public void require(Task task) {
    model.require(task);
  }
}
