package io.auricle.experiment.run;

import io.auricle.bundle.BundleWriter;
import io.auricle.bundle.InputOptions;
import io.auricle.bundle.ModelCard;
import io.auricle.bundle.Training;
import io.auricle.dataset.DatasetException;
import io.auricle.eval.Estimates;
import io.auricle.eval.Evaluation;
import io.auricle.eval.EvaluationOptions;
import io.auricle.eval.Metric;
import io.auricle.eval.TagEstimates;
import io.auricle.eval.Thresholds;
import io.auricle.experiment.Experiment;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.FoldOptions;
import io.auricle.experiment.RunFolder;
import io.auricle.experiment.RunOptions;
import io.auricle.experiment.SourceOptions;
import io.auricle.experiment.TagOptions;
import io.auricle.experiment.score.Scored;
import io.auricle.experiment.score.TagScores;
import io.auricle.experiment.source.FoundTags;
import io.auricle.experiment.source.LabelledTrack;
import io.auricle.experiment.source.SourceLoader;
import io.auricle.experiment.source.SourcePlan;
import io.auricle.experiment.source.Summary;
import io.auricle.experiment.trainer.ModelTrainer;
import io.auricle.label.Label;
import io.auricle.split.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Scores variants of an experiment on folds of its training and validation tracks. Features are
 * loaded once; tracks of the test part are not even analysed. The epoch of a network is chosen on
 * the fold behind the one that it is scored on. Thread-safe for classical models.
 */
public final class CrossValidation {
  /** One round: only the figure itself is wanted, not its interval. */
  private static final EvaluationOptions PLAIN = new EvaluationOptions(3, 15, 1, 0.95, 1);

  private final Experiment base;
  private final TrackFolds folds;
  private final List<LabelledTrack> tracks;
  private final RunOptions options;

  private CrossValidation(
      Experiment base, TrackFolds folds, List<LabelledTrack> tracks, RunOptions options) {
    this.base = base;
    this.folds = folds;
    this.tracks = tracks;
    this.options = options;
  }

  /**
   * Checks all variants, deals the tracks and loads their features.
   *
   * @param variants one at least; they may differ in their models and in how clips are cut into
   *     segments
   * @throws ExperimentException if a variant could not be trained, if they differ in data, labels
   *     or features, or if a label has too few tracks
   */
  public static CrossValidation of(List<Experiment> variants, FoldOptions folds, RunOptions options)
      throws ExperimentException, IOException, InterruptedException {
    Experiment base = variants.get(0);
    for (Experiment variant : variants) {
      check(base, variant, options);
    }
    InputOptions input = input(base);
    InputOptions loaded = new Summary(input.features()).loaded(input);
    SourceLoader loader = new SourceLoader(base, loaded, options.workspace().resolve("cache"));
    try {
      TagOptions tags = base.tags();
      if (tags != null) {
        FoundTags found = loader.findTags(tags);
        base = base.withLabels(found.labels());
        loader = loader.with(found);
      }
      List<SourcePlan> plans = new ArrayList<>();
      for (SourceOptions source : base.data()) {
        plans.add(learned(loader.plan(source)));
      }
      boolean validation = variants.stream().anyMatch(v -> v.model().network() != null);
      TrackFolds dealt = TrackFolds.of(plans, base.labels(), folds, validation);
      List<LabelledTrack> tracks = new ArrayList<>();
      for (SourcePlan plan : plans) {
        tracks.addAll(loader.load(plan).tracks());
      }
      return new CrossValidation(base, dealt, tracks, options);
    } catch (DatasetException e) {
      throw new ExperimentException(String.valueOf(e.getMessage()), e);
    }
  }

  private static void check(Experiment base, Experiment variant, RunOptions options)
      throws ExperimentException, IOException {
    if (variant.model().ensemble() != null) {
      throw new ExperimentException("an ensemble cannot be tuned; tune its members");
    }
    if (!variant.labels().equals(base.labels()) || !variant.data().equals(base.data())) {
      throw new ExperimentException("labels and data must be the same in all trials");
    }
    if (!input(variant).features().equals(input(base).features())
        || !input(variant).cut().equals(input(base).cut())
        || !cleanUp(variant).equals(cleanUp(base))) {
      throw new ExperimentException(
          "input.features, how tracks are cut and which tags are learned must be the same in all"
              + " trials; make a search of each");
    }
    if (variant.labels().isEmpty()) {
      // How many tags there are, and whether the model fits them, only the data say.
      return;
    }
    try {
      Experiments.trainer(variant, input(variant), new RunFolder(Path.of("")), options);
    } catch (IllegalArgumentException e) {
      throw new ExperimentException(String.valueOf(e.getMessage()), e);
    }
  }

  /** What decides which tags there are, and what of them is learned. */
  private static List<Object> cleanUp(Experiment experiment) {
    TagOptions tags = experiment.tags();
    return tags == null
        ? List.of()
        : List.of(Objects.requireNonNullElse(tags.cleanUp(), ""), tags.learn());
  }

  private static InputOptions input(Experiment experiment) {
    InputOptions input = experiment.input();
    if (input == null) {
      throw new IllegalStateException("an experiment without input: " + experiment);
    }
    return input;
  }

  /** The plan without its test tracks. */
  private static SourcePlan learned(SourcePlan plan) {
    return new SourcePlan(
        plan.options(),
        plan.contents(),
        plan.split(),
        plan.entries().stream().filter(entry -> entry.part() != Part.TEST).toList(),
        plan.otherLabels());
  }

  /** How many tracks are in the folds. */
  public int trackCount() {
    return tracks.size();
  }

  /** A name for exactly these tracks in exactly these folds. */
  public String hash() {
    return folds.hash();
  }

  /**
   * Trains a variant on the other folds and scores it on one, as its written bundle answers.
   *
   * @param fold counted from 0
   * @param folder for the model and for what a killed network training goes on from
   * @throws ExperimentException if the training fails
   */
  public double score(Experiment variant, int fold, Metric metric, Path folder)
      throws ExperimentException, IOException {
    RunFolder run = new RunFolder(Files.createDirectories(folder));
    // Of tags, all that the data have may be learned, which only the data say.
    Experiment labelled = variant.withLabels(base.labels());
    InputOptions input = input(labelled);
    List<LabelledTrack> dealt = tracks.stream().map(track -> folds.dealt(track, fold)).toList();
    ModelTrainer trainer = Experiments.trainer(labelled, input, run, options);
    ModelTrainer.Trained trained = trained(trainer, dealt);
    Training training = Training.of(variant.seed(), List.of());
    ModelCard card =
        ModelCard.single(labelled.about(), labelled.labels(), input, trainer.scores(), training);
    BundleWriter.write(run.model(), card, trained.onnx().bytes());
    Summary summary = new Summary(input.features());
    List<Scored> scored = ExperimentRun.score(run.model(), summary, dealt, Part.TEST);
    if (labelled.tags() != null) {
      TagEstimates estimates = TagScores.estimates(base.labels(), scored);
      return Evaluation.of(estimates, Thresholds.even(estimates.classes()), PLAIN)
          .figure(metric)
          .value();
    }
    List<Label> classes = base.labels().stream().map(Label::new).toList();
    Estimates.Builder estimates = Estimates.builder(classes);
    for (Scored track : scored) {
      double[] scores = track.scores().stream().mapToDouble(score -> score).toArray();
      String name = track.dataset() + ":" + track.id();
      estimates.add(name, track.group(), classes.get(track.label()), scores);
    }
    return Evaluation.of(estimates.build(), PLAIN).figure(metric).value();
  }

  /** A model that differs from its export too much is as useless as one that fails to train. */
  private static ModelTrainer.Trained trained(ModelTrainer trainer, List<LabelledTrack> dealt)
      throws ExperimentException, IOException {
    try {
      return trainer.train("choice", dealt, List.of(Part.TRAIN));
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw new ExperimentException(String.valueOf(e.getMessage()), e);
    }
  }
}
