package io.auricle.experiment.trainer;

import io.auricle.bundle.ScoreOptions;
import io.auricle.experiment.ClassicRecipe;
import io.auricle.experiment.Experiment;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.NetworkRecipe;
import io.auricle.experiment.RunFolder;
import io.auricle.experiment.RunOptions;
import io.auricle.experiment.TrainedRecipe;
import io.auricle.experiment.source.LabelledTrack;
import io.auricle.experiment.source.SourcePlan;
import io.auricle.split.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Trains one kind of model from labelled tracks. */
public interface ModelTrainer {
  /**
   * A model ready to be put in a bundle.
   *
   * @param onnx takes the experiment's input and gives what {@link #scores} says
   * @param extra writes what the run keeps beside the bundle
   * @param facts of the training, for run.json
   * @param scoring opens the model where it was trained; null for one that is scored as its bundle
   */
  record Trained(
      Onnx onnx, Extra extra, Map<String, Object> facts, @Nullable Supplier<TrackScorer> scoring) {
    /** A model that is scored as its bundle. */
    Trained(Onnx onnx, Extra extra, Map<String, Object> facts) {
      this(onnx, extra, facts, null);
    }

    /** The model's bytes. */
    public interface Onnx {
      byte[] bytes() throws IOException;
    }

    /** Further files of the run. */
    public interface Extra {
      void write(Path folder) throws IOException;
    }
  }

  /**
   * A trainer of an experiment's model.
   *
   * @param recipe the experiment's
   * @param folder for what a killed training goes on from
   * @throws IllegalArgumentException if the model, its options and the input do not fit together
   */
  static ModelTrainer of(
      Experiment experiment, TrainedRecipe recipe, RunFolder folder, RunOptions options)
      throws IOException {
    return recipe.model() instanceof ClassicRecipe classic
        ? new ClassicTrainer(
            classic.options(),
            HeardVectors.of(classic, recipe.input()),
            experiment.task(),
            experiment.seed())
        : NetworkModelTrainer.of(
            (NetworkRecipe) recipe.model(), experiment, recipe, folder, options);
  }

  /** What the model gives, before anything is fitted. */
  ScoreOptions scores();

  /**
   * Refuses data that it could not be trained on, before any of it is analysed.
   *
   * @throws ExperimentException naming what is missing
   */
  void check(List<SourcePlan> plans) throws ExperimentException;

  /**
   * Trains on some parts; only what is allowed for choices may be looked at otherwise.
   *
   * @param phase names the training among those of a run
   * @param tracks of all parts
   * @param learned the parts to learn from
   */
  Trained train(String phase, List<LabelledTrack> tracks, List<Part> learned)
      throws IOException, ExperimentException;
}
