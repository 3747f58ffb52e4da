package io.auricle.experiment;

import io.auricle.classic.ClassicModel;
import io.auricle.classic.ClassicOptions;
import io.auricle.classic.TrainingSet;
import io.auricle.feature.FeatureMatrix;
import io.auricle.split.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Trains a classical model: each clip of a track, and each crop of one, is an example; with an
 * embedding each segment of a clip.
 */
record ClassicTrainer(
    ClassicOptions options,
    Summary summary,
    int crops,
    @Nullable Embedding embedding,
    List<String> labels,
    long seed)
    implements ModelTrainer {
  /** Enough rows to find a fault of the export. */
  private static final int CHECKED = 200;

  @Override
  public void check(List<SourcePlan> plans) throws ExperimentException {
    SourcePlan.requireEachLabel(plans, labels, Part.TRAIN);
  }

  @Override
  public Trained train(String phase, List<LabelledTrack> tracks, List<Part> learned)
      throws IOException, ExperimentException {
    List<TrainingSet.Vector> vectors = new ArrayList<>();
    Random random = new Random(seed);
    for (LabelledTrack track : tracks) {
      if (learned.contains(track.part())) {
        if (track.weight() != 1) {
          throw new ExperimentException(
              "weight=%s of %s must be 1 for a classical model"
                  .formatted(track.weight(), track.dataset()));
        }
        for (FeatureMatrix clip : track.features().load()) {
          List<FeatureMatrix> heard = new ArrayList<>(heard(clip));
          heard.addAll(summary.crops(clip, crops, random));
          for (FeatureMatrix vector : heard) {
            vectors.add(new TrainingSet.Vector(track.group(), track.label(), vector));
          }
        }
      }
    }
    ClassicModel model = options.train(new TrainingSet(labels, vectors), seed);
    byte[] formula = model.toOnnx();
    double difference = model.checkExport(formula, checked(tracks, learned, vectors));
    byte[] onnx = embedding == null ? formula : embedding.before(formula);
    return new Trained(
        () -> onnx,
        model::save,
        Map.of("engine", ClassicModel.engines(), "exportDifference", difference));
  }

  /** What the model hears of a clip. */
  private List<FeatureMatrix> heard(FeatureMatrix clip) {
    return embedding == null ? List.of(summary.of(clip)) : embedding.of(clip);
  }

  /** Rows to compare both engines on: of tracks not learned from, if there are any. */
  private List<FeatureMatrix> checked(
      List<LabelledTrack> tracks, List<Part> learned, List<TrainingSet.Vector> vectors)
      throws IOException {
    List<FeatureMatrix> rows = new ArrayList<>();
    for (LabelledTrack track : tracks) {
      if (!learned.contains(track.part()) && rows.size() < CHECKED) {
        for (FeatureMatrix clip : track.features().load()) {
          rows.addAll(heard(clip));
        }
      }
    }
    if (rows.isEmpty()) {
      vectors.stream().limit(CHECKED).map(TrainingSet.Vector::values).forEach(rows::add);
    }
    return rows;
  }
}
