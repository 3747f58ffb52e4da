package io.auricle.experiment.study;

import io.auricle.bundle.Bundle;
import io.auricle.bundle.InputLayout;
import io.auricle.bundle.InputOptions;
import io.auricle.dataset.DatasetException;
import io.auricle.experiment.Experiment;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.ExperimentReader;
import io.auricle.experiment.RunFolder;
import io.auricle.experiment.SourceOptions;
import io.auricle.experiment.TrainedRecipe;
import io.auricle.experiment.source.LabelledTrack;
import io.auricle.experiment.source.SourceLoader;
import io.auricle.experiment.source.Summary;
import io.auricle.experiment.task.SeveralTags;
import io.auricle.feature.FeatureMatrix;
import io.auricle.predict.Classifier;
import io.auricle.predict.Classifiers;
import io.auricle.split.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the features of a run's model are worth and how they hang together, on tracks that it has
 * not learned from.
 *
 * @param labels the classes
 * @param features their names
 * @param tracks how many were looked at
 * @param importances a feature each, in the order of {@code features}
 * @param correlations {@code [features][features]}, see {@link Correlation}
 */
public record FeatureStudy(
    List<String> labels,
    List<String> features,
    int tracks,
    List<Importance> importances,
    List<List<Double>> correlations) {
  public FeatureStudy {
    labels = List.copyOf(labels);
    features = List.copyOf(features);
    importances = List.copyOf(importances);
    correlations = List.copyOf(correlations);
  }

  /**
   * How much worse a model gets when the values of a feature are dealt out anew.
   *
   * @param feature its name
   * @param accuracyDrop mean over the repeats of accuracy as it is less accuracy with the feature
   *     shuffled
   * @param deviation standard deviation of it over the repeats
   * @param recallDrops the same of the recall of each label; NaN for a label without tracks
   */
  public record Importance(
      String feature, double accuracyDrop, double deviation, List<Double> recallDrops) {
    public Importance {
      recallDrops = List.copyOf(recallDrops);
    }
  }

  /**
   * Studies a run.
   *
   * @param run its folder
   * @param part the tracks to look at, those of the training part being no fair judges
   * @param repeats how often each feature is shuffled, at least 1
   * @param seed of the shuffling
   * @param cache folder of the feature cache
   * @throws ExperimentException if it is no run of a single model on named features, or its part
   *     has fewer than two tracks
   */
  public static FeatureStudy of(Path run, Part part, int repeats, long seed, Path cache)
      throws ExperimentException, IOException, InterruptedException {
    RunFolder folder = new RunFolder(run);
    Experiment experiment = ExperimentReader.read(folder.experiment(), Map.of());
    if (!(experiment.recipe() instanceof TrainedRecipe recipe)
        || recipe.input().layout() != InputLayout.VECTOR) {
      throw new ExperimentException(
          run + ": only models of named features can be studied, their layout is vector");
    }
    if (experiment.task() instanceof SeveralTags) {
      throw new ExperimentException(run + ": models of tags cannot be studied yet");
    }
    InputOptions input = recipe.input();
    List<String> features = input.features().extractor().columns();
    List<LabelledTrack> tracks = new ArrayList<>();
    List<List<FeatureMatrix>> clips = new ArrayList<>();
    Summary summary = new Summary(input.features());
    try {
      SourceLoader loader = SourceLoader.open(experiment, recipe, cache);
      for (SourceOptions source : recipe.data()) {
        for (LabelledTrack track : loader.load(loader.plan(source)).tracks()) {
          if (track.part() == part) {
            tracks.add(track);
            clips.add(summary.of(track.features().load()));
          }
        }
      }
    } catch (DatasetException e) {
      throw new ExperimentException(String.valueOf(e.getMessage()), e);
    }
    if (tracks.size() < 2) {
      throw new ExperimentException(
          "%s: part %s must have at least two tracks, it has %d"
              .formatted(run, part.title(), tracks.size()));
    }
    List<Integer> references = tracks.stream().map(track -> track.answer().label()).toList();
    try (Classifier classifier = Classifiers.load(Bundle.read(folder.model()))) {
      Permutation permutation =
          new Permutation(classifier::scores, experiment.labels().size(), references, clips);
      return new FeatureStudy(
          experiment.labels(),
          features,
          tracks.size(),
          permutation.importances(features, repeats, seed),
          Correlation.of(clips.stream().flatMap(List::stream).toList()));
    }
  }
}
