package io.auricle.experiment.trainer;

import io.auricle.bundle.ScoreOptions;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.source.LabelledTrack;
import io.auricle.experiment.source.SourcePlan;
import io.auricle.split.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Trains one kind of model from labelled tracks. */
public interface ModelTrainer {
  /**
   * A model ready to be put in a bundle.
   *
   * @param onnx takes the experiment's input and gives what {@link #scores} says
   * @param extra writes what the run keeps beside the bundle
   * @param facts of the training, for run.json
   */
  record Trained(Onnx onnx, Extra extra, Map<String, Object> facts) {
    /** The model's bytes. */
    public interface Onnx {
      byte[] bytes();
    }

    /** Further files of the run. */
    public interface Extra {
      void write(Path folder) throws IOException;
    }
  }

  /** What the model gives; probabilities are the usual. */
  default ScoreOptions scores() {
    return ScoreOptions.PLAIN;
  }

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
