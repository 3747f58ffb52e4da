package io.auricle.experiment.trainer;

import io.auricle.bundle.ScoreOptions;
import io.auricle.classic.ClassicOptions;
import io.auricle.classic.model.ClassicModel;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.source.LabelledTrack;
import io.auricle.experiment.source.SourcePlan;
import io.auricle.experiment.task.Task;
import io.auricle.feature.FeatureMatrix;
import io.auricle.split.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Trains a classical model: each clip of a track, and each crop of one, is an example; with an
 * embedding each segment of a clip.
 */
final class ClassicTrainer implements ModelTrainer {
  /** Enough rows to find a fault of the export. */
  private static final int CHECKED = 200;

  private final ClassicOptions options;
  private final HeardVectors hearing;
  private final Task task;
  private final long seed;

  ClassicTrainer(ClassicOptions options, HeardVectors hearing, Task task, long seed) {
    this.options = options;
    this.hearing = hearing;
    this.task = task;
    this.seed = seed;
  }

  @Override
  public ScoreOptions scores() {
    return task.plain();
  }

  @Override
  public void check(List<SourcePlan> plans) throws ExperimentException {
    SourcePlan.requireEachLabel(plans, task.labels(), Part.TRAIN);
  }

  @Override
  public Trained train(String phase, List<LabelledTrack> tracks, List<Part> learned)
      throws IOException, ExperimentException {
    List<Task.Example> examples = new ArrayList<>();
    Random random = new Random(seed);
    for (LabelledTrack track : LearnedTracks.of(tracks, learned, task, seed)) {
      if (track.weight() != 1) {
        throw new ExperimentException(
            "weight=%s of %s must be 1 for a classical model"
                .formatted(track.weight(), track.dataset()));
      }
      for (FeatureMatrix clip : track.features().load()) {
        for (FeatureMatrix vector : hearing.learned(clip, random)) {
          examples.add(new Task.Example(track.group(), track.answer(), vector));
        }
      }
    }
    ClassicModel model;
    try {
      model = task.train(options, examples, seed);
    } catch (IllegalArgumentException e) {
      throw new ExperimentException(String.valueOf(e.getMessage()), e);
    }
    byte[] formula = model.toOnnx();
    double difference = model.checkExport(formula, checked(tracks, learned, examples));
    byte[] onnx = hearing.before(formula);
    return new Trained(
        () -> onnx,
        model::save,
        Map.of("engine", ClassicOptions.engines(), "exportDifference", difference));
  }

  /** Rows to compare both engines on: of tracks not learned from, if there are any. */
  private List<FeatureMatrix> checked(
      List<LabelledTrack> tracks, List<Part> learned, List<Task.Example> examples)
      throws IOException {
    List<FeatureMatrix> rows = new ArrayList<>();
    for (LabelledTrack track : tracks) {
      if (!learned.contains(track.part()) && rows.size() < CHECKED) {
        for (FeatureMatrix clip : track.features().load()) {
          rows.addAll(hearing.heard(clip));
        }
      }
    }
    if (rows.isEmpty()) {
      examples.stream().limit(CHECKED).map(Task.Example::vector).forEach(rows::add);
    }
    return rows;
  }
}
