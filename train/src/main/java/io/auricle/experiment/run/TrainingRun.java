package io.auricle.experiment.run;

import io.auricle.bundle.BundleWriter;
import io.auricle.bundle.ModelCard;
import io.auricle.bundle.ScoreOptions;
import io.auricle.bundle.Training;
import io.auricle.dataset.DatasetException;
import io.auricle.experiment.Experiment;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.ExperimentReader;
import io.auricle.experiment.FoldOptions;
import io.auricle.experiment.RunFolder;
import io.auricle.experiment.RunListener;
import io.auricle.experiment.RunOptions;
import io.auricle.experiment.TrainedRecipe;
import io.auricle.experiment.TrainedRecipe.Fit;
import io.auricle.experiment.score.ScoreTable;
import io.auricle.experiment.source.LabelledTrack;
import io.auricle.experiment.source.SourceLoader;
import io.auricle.experiment.source.SourcePlan;
import io.auricle.experiment.task.Measured;
import io.auricle.experiment.task.Scored;
import io.auricle.experiment.task.Task;
import io.auricle.experiment.task.Temperature;
import io.auricle.experiment.trainer.ModelTrainer;
import io.auricle.experiment.trainer.ModelTrainer.Trained;
import io.auricle.experiment.trainer.TrackScorer;
import io.auricle.split.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One run of an experiment that trains a model: plan, load, train, fit, write, score, measure. */
final class TrainingRun {
  private final Experiment experiment;
  private final TrainedRecipe recipe;
  private final SourceLoader loader;
  private final ModelTrainer trainer;
  private final WrittenModel written;
  private final RunFolder folder;
  private final RunListener listener;

  private TrainingRun(
      SourceLoader loader, TrainedRecipe recipe, RunFolder folder, RunOptions options)
      throws IOException {
    this.experiment = loader.experiment();
    this.recipe = recipe;
    this.loader = loader;
    this.trainer = ModelTrainer.of(experiment, recipe, folder, options);
    this.written = new WrittenModel(folder.model(), recipe.input());
    this.folder = folder;
    this.listener = options.listener();
  }

  /** Opens the sources, which say what is learned where the experiment does not. */
  static TrainingRun open(
      Experiment experiment, TrainedRecipe recipe, RunFolder folder, RunOptions options)
      throws ExperimentException, DatasetException, IOException, InterruptedException {
    SourceLoader loader =
        SourceLoader.open(experiment, recipe, options.workspace().resolve("cache"));
    if (loader.found().isPresent()) {
      options.listener().said(loader.found().get().summary());
      Files.writeString(folder.experiment(), ExperimentReader.write(loader.experiment()));
    }
    try {
      return new TrainingRun(loader, recipe, folder, options);
    } catch (IllegalArgumentException e) {
      throw new ExperimentException(folder.experiment() + ": " + String.valueOf(e.getMessage()), e);
    }
  }

  /** What is written in run.json beside the facts of every run. */
  Map<String, Object> run()
      throws ExperimentException, DatasetException, IOException, InterruptedException {
    long begun = System.nanoTime();
    List<SourcePlan> plans = plan();
    Material material = Material.load(loader, plans, listener);
    long loaded = System.nanoTime();
    Chosen chosen = choose(card(material), plans, material.tracks());
    Fitted fitted = fit(chosen);
    Trained model = model(chosen, material.tracks());
    long trained = System.nanoTime();
    ModelCard card = card(material).withScores(fitted.scores());
    write(card, model);
    List<Scored> scored = score(fitted, model, material.tracks());
    Measured measured =
        experiment
            .task()
            .measured(card.scores(), scored, recipe.outOfFold() != null, listener::said);
    write(card.withMeasured(measured.metrics(), measured.confusions()), model);
    model.extra().write(folder.path());
    Map<String, Object> facts = new LinkedHashMap<>();
    loader.found().ifPresent(found -> facts.put("tags", found.facts()));
    facts.putAll(material.facts());
    facts.putAll(measured.facts());
    if (recipe.scoreTraining()) {
      List<Scored> learned = scored(model, card.scores(), material.tracks(), Part.TRAIN);
      facts.put(
          RunFolder.TRAINING_METRICS,
          experiment.task().measured(card.scores(), learned, false, line -> {}).metrics());
    }
    facts.putAll(model.facts());
    facts.put("loadingSeconds", (loaded - begun) / 1e9);
    facts.put("trainingSeconds", (trained - loaded) / 1e9);
    return facts;
  }

  private List<SourcePlan> plan()
      throws ExperimentException, DatasetException, IOException, InterruptedException {
    try {
      List<SourcePlan> plans = loader.plans();
      trainer.check(plans);
      return plans;
    } catch (IllegalArgumentException e) {
      throw new ExperimentException(folder.experiment() + ": " + String.valueOf(e.getMessage()), e);
    }
  }

  /** Before anything was fitted or measured. */
  private ModelCard card(Material material) {
    return ModelCard.single(
        experiment.about(),
        experiment.labels(),
        recipe.input(),
        trainer.scores(),
        Training.of(experiment.seed(), material.use()));
  }

  /**
   * The model of the choice, and what such models say of tracks that they have not learned from.
   */
  private record Chosen(Trained model, List<Scored> validation) {}

  private Chosen choose(ModelCard card, List<SourcePlan> plans, List<LabelledTrack> tracks)
      throws ExperimentException, IOException {
    FoldOptions options = recipe.outOfFold();
    if (options == null) {
      Trained model = trainer.train("choice", tracks, List.of(Part.TRAIN));
      write(card, model);
      return new Chosen(model, scored(model, trainer.scores(), tracks, Part.VALIDATION));
    }
    TrackFolds folds = TrackFolds.of(plans, experiment.labels(), options, false);
    List<Scored> scored = new ArrayList<>();
    @Nullable Trained last = null;
    for (int fold = 0; fold < options.count(); fold++) {
      listener.said("fold %d of %d".formatted(fold + 1, options.count()));
      List<LabelledTrack> dealt = folds.dealt(tracks, fold);
      last = trainer.train("fold-" + (fold + 1), dealt, List.of(Part.TRAIN));
      write(card, last);
      scored.addAll(written.score(dealt, Part.VALIDATION));
    }
    return new Chosen(Objects.requireNonNull(last), scored);
  }

  /** The rule that suits validation tracks, and what their scores become by it. */
  private record Fitted(ScoreOptions scores, List<Scored> validation) {}

  private Fitted fit(Chosen chosen) {
    Task task = experiment.task();
    ScoreOptions scores = trainer.scores();
    List<Scored> validation = chosen.validation();
    if (experiment.calibrate() && !validation.isEmpty()) {
      Temperature temperature = Temperature.fit(validation, task);
      scores = scores.withTemperature(temperature.value());
      validation = validation.stream().map(t -> t.withScores(temperature.of(t.scores()))).toList();
    }
    return new Fitted(task.decided(scores, validation, listener::said), validation);
  }

  private Trained model(Chosen chosen, List<LabelledTrack> tracks)
      throws ExperimentException, IOException {
    if (recipe.fit() == Fit.TRAIN) {
      return chosen.model();
    }
    listener.said("training again on training and validation parts");
    return trainer.train("final", tracks, recipe.fit().parts());
  }

  private void write(ModelCard card, Trained model) throws IOException {
    if (recipe.export()) {
      BundleWriter.write(folder.model(), card, model.onnx().bytes());
    } else {
      BundleWriter.writeCard(folder.model(), card);
    }
  }

  /** What a model says of a part, with the temperature that its bundle has or would have. */
  private List<Scored> scored(
      Trained model, ScoreOptions scores, List<LabelledTrack> tracks, Part part)
      throws IOException {
    Supplier<TrackScorer> scoring = model.scoring();
    if (scoring == null) {
      return written.score(tracks, part);
    }
    Temperature temperature = new Temperature(scores.temperature(), experiment.task());
    return written.score(tracks, part, scoring).stream()
        .map(track -> track.withScores(temperature.of(track.scores())))
        .toList();
  }

  private List<Scored> score(Fitted fitted, Trained model, List<LabelledTrack> tracks)
      throws IOException {
    List<Scored> scored = new ArrayList<>(fitted.validation());
    scored.addAll(scored(model, fitted.scores(), tracks, Part.TEST));
    ScoreTable.write(folder.scores(), experiment.labels(), scored);
    return scored;
  }
}
