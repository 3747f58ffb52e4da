package io.auricle.experiment.run;

import io.auricle.bundle.BundleWriter;
import io.auricle.bundle.ModelCard;
import io.auricle.bundle.Training;
import io.auricle.dataset.DatasetException;
import io.auricle.eval.metric.EvaluationOptions;
import io.auricle.eval.metric.Metric;
import io.auricle.experiment.Experiment;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.FoldOptions;
import io.auricle.experiment.RunFolder;
import io.auricle.experiment.RunOptions;
import io.auricle.experiment.SourceOptions;
import io.auricle.experiment.TrainedRecipe;
import io.auricle.experiment.source.LabelledTrack;
import io.auricle.experiment.source.SourceLoader;
import io.auricle.experiment.source.SourcePlan;
import io.auricle.experiment.task.Scored;
import io.auricle.experiment.trainer.ModelTrainer;
import io.auricle.split.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
    Experiment first = variants.get(0);
    TrainedRecipe recipe = recipe(first);
    for (Experiment variant : variants) {
      check(first, variant, options);
    }
    try {
      SourceLoader loader = SourceLoader.open(first, recipe, options.workspace().resolve("cache"));
      Experiment base = loader.experiment();
      List<SourcePlan> plans = new ArrayList<>();
      for (SourceOptions source : recipe.data()) {
        plans.add(learned(loader.plan(source)));
      }
      boolean validation = false;
      for (Experiment variant : variants) {
        validation |= recipe(variant).model().epochs() > 0;
      }
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
    TrainedRecipe first = recipe(base);
    TrainedRecipe other = recipe(variant);
    if (!variant.labels().equals(base.labels()) || !other.data().equals(first.data())) {
      throw new ExperimentException("labels and data must be the same in all trials");
    }
    if (!other.input().features().equals(first.input().features())
        || !other.input().cut().equals(first.input().cut())
        || !variant.task().decidedByData().equals(base.task().decidedByData())) {
      throw new ExperimentException(
          "input.features, how tracks are cut and which tags are learned must be the same in all"
              + " trials; make a search of each");
    }
    if (variant.labels().isEmpty()) {
      // How many tags there are, and whether the model fits them, only the data say.
      return;
    }
    try {
      ModelTrainer.of(variant, other, new RunFolder(Path.of("")), options);
    } catch (IllegalArgumentException e) {
      throw new ExperimentException(String.valueOf(e.getMessage()), e);
    }
  }

  private static TrainedRecipe recipe(Experiment experiment) throws ExperimentException {
    if (experiment.recipe() instanceof TrainedRecipe recipe) {
      return recipe;
    }
    throw new ExperimentException("an ensemble cannot be tuned; tune its members");
  }

  /** The plan without its test tracks. */
  private static SourcePlan learned(SourcePlan plan) {
    return new SourcePlan(
        plan.options(),
        plan.contents(),
        plan.split(),
        plan.entries().stream().filter(entry -> entry.part() != Part.TEST).toList(),
        plan.otherLabels(),
        plan.warnings());
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
    TrainedRecipe recipe = recipe(labelled);
    List<LabelledTrack> dealt = tracks.stream().map(track -> folds.dealt(track, fold)).toList();
    ModelTrainer trainer = ModelTrainer.of(labelled, recipe, run, options);
    ModelTrainer.Trained trained = trained(trainer, dealt);
    Training training = Training.of(variant.seed(), List.of());
    ModelCard card =
        ModelCard.single(
            labelled.about(), labelled.labels(), recipe.input(), trainer.scores(), training);
    BundleWriter.write(run.model(), card, trained.onnx().bytes());
    List<Scored> scored = new WrittenModel(run.model(), recipe.input()).score(dealt, Part.TEST);
    return labelled
        .task()
        .judged(labelled.task().plain(), scored)
        .evaluate(PLAIN)
        .figure(metric)
        .value();
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
