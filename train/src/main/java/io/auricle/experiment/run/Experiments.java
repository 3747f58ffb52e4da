package io.auricle.experiment.run;

import io.auricle.dataset.DatasetException;
import io.auricle.experiment.EnsembleRecipe;
import io.auricle.experiment.Experiment;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.ExperimentReader;
import io.auricle.experiment.RunFolder;
import io.auricle.experiment.RunListener;
import io.auricle.experiment.RunOptions;
import io.auricle.experiment.TrainedRecipe;
import io.auricle.experiment.source.SourceLoader;
import io.auricle.experiment.trainer.ModelTrainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
    try {
      return run(experiment, folder, options);
    } catch (ExperimentException e) {
      if (!folder.removeIfRefused()) {
        throw e;
      }
      // The copy is gone: what is to be changed is the user's own file.
      String message = String.valueOf(e.getMessage());
      throw new ExperimentException(
          message.replace(folder.experiment().toString(), file.toString()), e);
    }
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
    try {
      return experiment.recipe() instanceof TrainedRecipe recipe
          ? plan(experiment, recipe, workspace)
          : new ExperimentPlan(experiment.labels(), List.of());
    } catch (DatasetException e) {
      throw new ExperimentException(String.valueOf(e.getMessage()), e);
    } catch (NoSuchFileException e) {
      throw missing(file, e);
    } catch (IllegalArgumentException e) {
      throw new ExperimentException(file + ": " + String.valueOf(e.getMessage()), e);
    }
  }

  /** With the trainer of a run, which refuses what does not fit together. */
  private static ExperimentPlan plan(Experiment experiment, TrainedRecipe recipe, Path workspace)
      throws ExperimentException, DatasetException, IOException, InterruptedException {
    SourceLoader loader = SourceLoader.open(experiment, recipe, workspace.resolve("cache"));
    RunFolder none = new RunFolder(workspace.resolve("runs").resolve("plan"));
    return ExperimentPlan.of(
        loader,
        ModelTrainer.of(loader.experiment(), recipe, none, RunOptions.of(workspace, line -> {})));
  }

  private static RunFolder run(Experiment experiment, RunFolder folder, RunOptions options)
      throws ExperimentException, IOException, InterruptedException {
    options.listener().began(folder);
    long start = System.nanoTime();
    Map<String, Object> facts = new LinkedHashMap<>(Surroundings.facts());
    facts.put("started", Instant.now().toString());
    facts.put("seed", experiment.seed());
    try {
      facts.putAll(results(experiment, folder, options));
    } catch (DatasetException e) {
      throw new ExperimentException(String.valueOf(e.getMessage()), e);
    } catch (NoSuchFileException e) {
      throw missing(folder.experiment(), e);
    }
    facts.put("seconds", (System.nanoTime() - start) / 1e9);
    folder.writeRun(facts);
    return folder;
  }

  private static ExperimentException missing(Path experiment, NoSuchFileException e) {
    return new ExperimentException(
        "%s: the file %s that it names is not there".formatted(experiment, e.getFile()), e);
  }

  private static Map<String, Object> results(
      Experiment experiment, RunFolder folder, RunOptions options)
      throws ExperimentException, DatasetException, IOException, InterruptedException {
    return experiment.recipe() instanceof TrainedRecipe recipe
        ? TrainingRun.open(experiment, recipe, folder, options).run()
        : new EnsembleRun(
                experiment, (EnsembleRecipe) experiment.recipe(), folder, options.listener())
            .run();
  }
}
