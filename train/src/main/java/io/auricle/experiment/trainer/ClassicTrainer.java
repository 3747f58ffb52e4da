package io.auricle.experiment.trainer;

import io.auricle.bundle.ScoreOptions;
import io.auricle.classic.ClassicModel;
import io.auricle.classic.ClassicOptions;
import io.auricle.classic.TagSet;
import io.auricle.classic.TrainingSet;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.TagOptions;
import io.auricle.experiment.source.Answer;
import io.auricle.experiment.source.LabelledTrack;
import io.auricle.experiment.source.SourcePlan;
import io.auricle.experiment.source.Summary;
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
 *
 * @param columns those that it hears; null for all
 */
public record ClassicTrainer(
    ClassicOptions options,
    Summary summary,
    int crops,
    @Nullable Embedding embedding,
    @Nullable ColumnChoice columns,
    List<String> labels,
    @Nullable TagOptions tags,
    long seed)
    implements ModelTrainer {
  /** Enough rows to find a fault of the export. */
  private static final int CHECKED = 200;

  /** One vector that is learned. */
  private record Example(LabelledTrack track, FeatureMatrix vector) {}

  @Override
  public ScoreOptions scores() {
    return tags == null ? ScoreOptions.PLAIN : new ScoreOptions(ScoreOptions.Output.TAGS, 1);
  }

  @Override
  public void check(List<SourcePlan> plans) throws ExperimentException {
    SourcePlan.requireEachLabel(plans, labels, Part.TRAIN);
  }

  @Override
  public Trained train(String phase, List<LabelledTrack> tracks, List<Part> learned)
      throws IOException, ExperimentException {
    List<Example> examples = new ArrayList<>();
    Random random = new Random(seed);
    for (LabelledTrack track : LearnedTracks.of(tracks, learned, tags, labels.size(), seed)) {
      if (track.weight() != 1) {
        throw new ExperimentException(
            "weight=%s of %s must be 1 for a classical model"
                .formatted(track.weight(), track.dataset()));
      }
      for (FeatureMatrix clip : track.features().load()) {
        List<FeatureMatrix> heard = new ArrayList<>(heard(clip));
        summary.crops(clip, crops, random).forEach(vector -> heard.add(chosen(vector)));
        heard.forEach(vector -> examples.add(new Example(track, vector)));
      }
    }
    ClassicModel model;
    try {
      model = model(examples);
    } catch (IllegalArgumentException e) {
      throw new ExperimentException(String.valueOf(e.getMessage()), e);
    }
    byte[] formula = model.toOnnx();
    double difference = model.checkExport(formula, checked(tracks, learned, examples));
    byte[] whole = columns == null ? formula : columns.before(formula);
    byte[] onnx = embedding == null ? whole : embedding.before(whole);
    return new Trained(
        () -> onnx,
        model::save,
        Map.of("engine", ClassicModel.engines(), "exportDifference", difference));
  }

  private ClassicModel model(List<Example> examples) {
    if (tags == null) {
      List<TrainingSet.Vector> vectors = new ArrayList<>();
      for (Example example : examples) {
        int label = example.track().answer().label();
        vectors.add(new TrainingSet.Vector(example.track().group(), label, example.vector()));
      }
      return options.train(new TrainingSet(labels, vectors), seed);
    }
    List<TagSet.Vector> vectors = new ArrayList<>();
    for (Example example : examples) {
      Answer answer = example.track().answer();
      vectors.add(
          new TagSet.Vector(
              example.track().group(), answer.targets(), answer.given(), example.vector()));
    }
    return options.train(new TagSet(labels, vectors), seed);
  }

  /** What the model hears of a clip. */
  private List<FeatureMatrix> heard(FeatureMatrix clip) {
    return embedding == null ? List.of(chosen(summary.of(clip))) : embedding.of(clip);
  }

  private FeatureMatrix chosen(FeatureMatrix vector) {
    return columns == null ? vector : vector.columns(columns.places());
  }

  /** Rows to compare both engines on: of tracks not learned from, if there are any. */
  private List<FeatureMatrix> checked(
      List<LabelledTrack> tracks, List<Part> learned, List<Example> examples) throws IOException {
    List<FeatureMatrix> rows = new ArrayList<>();
    for (LabelledTrack track : tracks) {
      if (!learned.contains(track.part()) && rows.size() < CHECKED) {
        for (FeatureMatrix clip : track.features().load()) {
          rows.addAll(heard(clip));
        }
      }
    }
    if (rows.isEmpty()) {
      examples.stream().limit(CHECKED).map(Example::vector).forEach(rows::add);
    }
    return rows;
  }
}
