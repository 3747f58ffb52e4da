package io.auricle.experiment.run;

import io.auricle.bundle.InputOptions;
import io.auricle.classic.ClassicOptions;
import io.auricle.dataset.DatasetException;
import io.auricle.experiment.EnsembleRecipe;
import io.auricle.experiment.Experiment;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.ExperimentReader;
import io.auricle.experiment.NetworkRecipe;
import io.auricle.experiment.RunFolder;
import io.auricle.experiment.RunListener;
import io.auricle.experiment.RunOptions;
import io.auricle.experiment.TagOptions;
import io.auricle.experiment.source.FoundTags;
import io.auricle.experiment.source.SourceLoader;
import io.auricle.experiment.source.Summary;
import io.auricle.experiment.trainer.ClassicTrainer;
import io.auricle.experiment.trainer.ColumnChoice;
import io.auricle.experiment.trainer.Embedding;
import io.auricle.experiment.trainer.ModelTrainer;
import io.auricle.experiment.trainer.NetworkModelTrainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs experiments. */
public final class Experiments {
  private Experiments() {}

  /**
   * Runs an experiment into a new run folder.
   *
   * @param file the experiment
   * @param settings variables and changed values
   * @return the run folder with the model
   * @throws ExperimentException if the experiment is wrong or too many of its files fail
   */
  public static RunFolder run(Path file, Map<String, String> settings, RunOptions options)
      throws ExperimentException, IOException, InterruptedException {
    Experiment experiment = ExperimentReader.read(file, settings);
    RunFolder folder =
        RunFolder.create(
            options.workspace().resolve("runs"),
            experiment.about().name(),
            LocalDateTime.now(ZoneId.systemDefault()));
    Files.writeString(folder.experiment(), ExperimentReader.write(experiment));
    return run(experiment, folder, options);
  }

  /** The same on the processor. */
  public static RunFolder run(
      Path file, Map<String, String> settings, Path workspace, RunListener listener)
      throws ExperimentException, IOException, InterruptedException {
    return run(file, settings, RunOptions.of(workspace, listener));
  }

  /**
   * Continues a run that was ended: its folder's experiment again, from the last checkpoint.
   *
   * @throws ExperimentException as {@link #run}, or if it is no run folder
   */
  public static RunFolder resume(Path run, RunOptions options)
      throws ExperimentException, IOException, InterruptedException {
    RunFolder folder = new RunFolder(run);
    Experiment experiment = ExperimentReader.read(folder.experiment(), Map.of());
    return run(experiment, folder, options);
  }

  /**
   * Reads an experiment and finds its tracks, without analysing or training anything but what
   * pieces need.
   *
   * @throws ExperimentException as {@link #run}
   */
  public static ExperimentPlan plan(Path file, Map<String, String> settings, Path workspace)
      throws ExperimentException, IOException, InterruptedException {
    Experiment experiment = ExperimentReader.read(file, settings);
    InputOptions input = experiment.input();
    if (input == null) {
      return new ExperimentPlan(experiment.labels(), List.of());
    }
    SourceLoader loader = loader(experiment, input, workspace);
    try {
      TagOptions tags = experiment.tags();
      if (tags == null) {
        return ExperimentPlan.of(experiment, loader);
      }
      FoundTags found = loader.findTags(tags);
      return ExperimentPlan.of(experiment.withLabels(found.labels()), loader.with(found));
    } catch (DatasetException e) {
      throw new ExperimentException(String.valueOf(e.getMessage()), e);
    }
  }

  private static SourceLoader loader(Experiment experiment, InputOptions input, Path workspace) {
    InputOptions loaded = new Summary(input.features()).loaded(input);
    return new SourceLoader(experiment, loaded, workspace.resolve("cache"));
  }

  private static RunFolder run(Experiment experiment, RunFolder folder, RunOptions options)
      throws ExperimentException, IOException, InterruptedException {
    long start = System.nanoTime();
    Map<String, Object> facts = new LinkedHashMap<>(Surroundings.facts());
    facts.put("started", Instant.now().toString());
    facts.put("seed", experiment.seed());
    try {
      facts.putAll(results(experiment, folder, options));
    } catch (DatasetException e) {
      throw new ExperimentException(String.valueOf(e.getMessage()), e);
    }
    facts.put("seconds", (System.nanoTime() - start) / 1e9);
    folder.writeRun(facts);
    return folder;
  }

  private static Map<String, Object> results(
      Experiment experiment, RunFolder folder, RunOptions options)
      throws ExperimentException, DatasetException, IOException, InterruptedException {
    EnsembleRecipe ensemble = experiment.model().ensemble();
    if (ensemble != null) {
      return new EnsembleRun(experiment, ensemble, folder, options.listener()).run();
    }
    InputOptions input = experiment.input();
    if (input == null) {
      throw new IllegalStateException("an experiment without input: " + experiment);
    }
    SourceLoader loader = loader(experiment, input, options.workspace());
    TagOptions tags = experiment.tags();
    if (tags == null) {
      return results(experiment, input, loader, folder, options);
    }
    FoundTags found = loader.findTags(tags);
    options.listener().said(found.summary());
    Experiment resolved = experiment.withLabels(found.labels());
    Files.writeString(folder.experiment(), ExperimentReader.write(resolved));
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("tags", found.facts());
    facts.putAll(results(resolved, input, loader.with(found), folder, options));
    return facts;
  }

  private static Map<String, Object> results(
      Experiment experiment,
      InputOptions input,
      SourceLoader loader,
      RunFolder folder,
      RunOptions options)
      throws ExperimentException, DatasetException, IOException, InterruptedException {
    ModelTrainer trainer;
    try {
      trainer = trainer(experiment, input, folder, options);
    } catch (IllegalArgumentException e) {
      throw new ExperimentException(folder.experiment() + ": " + String.valueOf(e.getMessage()), e);
    }
    return new ExperimentRun(experiment, input, trainer, folder, options.listener()).run(loader);
  }

  static ModelTrainer trainer(
      Experiment experiment, InputOptions input, RunFolder folder, RunOptions options)
      throws IOException {
    ClassicOptions classic = experiment.model().classic();
    if (classic != null) {
      Summary summary = new Summary(input.features());
      String network = experiment.model().embedding();
      Embedding embedding = network == null ? null : Embedding.open(Path.of(network), input);
      List<String> without = experiment.model().without();
      ColumnChoice columns =
          without.isEmpty()
              ? null
              : ColumnChoice.without(without, input.features().extractor().columns());
      return new ClassicTrainer(
          classic,
          summary,
          experiment.model().crops(),
          embedding,
          columns,
          experiment.labels(),
          experiment.tags(),
          experiment.seed());
    }
    NetworkRecipe recipe = experiment.model().network();
    if (recipe == null) {
      throw new IllegalStateException("an experiment without model: " + experiment);
    }
    return NetworkModelTrainer.of(recipe, experiment, input, folder, options);
  }
}
