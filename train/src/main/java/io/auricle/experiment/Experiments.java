package io.auricle.experiment;

import io.auricle.bundle.InputOptions;
import io.auricle.classic.ClassicOptions;
import io.auricle.dataset.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Runs experiments. */
public final class Experiments {
  private Experiments() {}

  /**
   * Runs an experiment into a new run folder.
   *
   * @param file the experiment
   * @param settings variables and changed values
   * @param workspace where {@code runs/} and {@code cache/} are
   * @param progress hears a line now and then
   * @return the run folder with the model
   * @throws ExperimentException if the experiment is wrong or too many of its files fail
   */
  public static RunFolder run(
      Path file, Map<String, String> settings, Path workspace, Consumer<String> progress)
      throws ExperimentException, IOException, InterruptedException {
    Experiment experiment = ExperimentReader.read(file, settings);
    RunFolder folder =
        RunFolder.create(
            workspace.resolve("runs"),
            experiment.about().name(),
            LocalDateTime.now(ZoneId.systemDefault()));
    Files.writeString(folder.experiment(), ExperimentReader.write(experiment));
    return run(experiment, folder, workspace, progress);
  }

  /**
   * Continues a run that was ended: its folder's experiment again, from the last checkpoint.
   *
   * @throws ExperimentException as {@link #run}, or if it is no run folder
   */
  public static RunFolder resume(Path run, Path workspace, Consumer<String> progress)
      throws ExperimentException, IOException, InterruptedException {
    RunFolder folder = new RunFolder(run);
    Experiment experiment = ExperimentReader.read(folder.experiment(), Map.of());
    return run(experiment, folder, workspace, progress);
  }

  private static RunFolder run(
      Experiment experiment, RunFolder folder, Path workspace, Consumer<String> progress)
      throws ExperimentException, IOException, InterruptedException {
    long start = System.nanoTime();
    Map<String, Object> facts = new LinkedHashMap<>(Surroundings.facts());
    facts.put("started", Instant.now().toString());
    facts.put("seed", experiment.seed());
    try {
      facts.putAll(results(experiment, folder, workspace.resolve("cache"), progress));
    } catch (DatasetException e) {
      throw new ExperimentException(String.valueOf(e.getMessage()), e);
    }
    facts.put("seconds", (System.nanoTime() - start) / 1e9);
    folder.writeRun(facts);
    return folder;
  }

  private static Map<String, Object> results(
      Experiment experiment, RunFolder folder, Path cache, Consumer<String> progress)
      throws ExperimentException, DatasetException, IOException, InterruptedException {
    EnsembleRecipe ensemble = experiment.model().ensemble();
    if (ensemble != null) {
      return new EnsembleRun(experiment, ensemble, folder).run();
    }
    InputOptions input = experiment.input();
    if (input == null) {
      throw new IllegalStateException("an experiment without input: " + experiment);
    }
    Summary summary = new Summary(input.features());
    SourceLoader loader = new SourceLoader(experiment, summary.loaded(input), cache);
    ModelTrainer trainer = trainer(experiment, summary, folder, progress);
    return new ExperimentRun(experiment, input, trainer, folder, progress).run(loader);
  }

  private static ModelTrainer trainer(
      Experiment experiment, Summary summary, RunFolder folder, Consumer<String> progress) {
    ClassicOptions classic = experiment.model().classic();
    if (classic != null) {
      return new ClassicTrainer(
          classic, summary, experiment.model().crops(), experiment.labels(), experiment.seed());
    }
    NetworkRecipe network = experiment.model().network();
    if (network == null) {
      throw new IllegalStateException("an experiment without model: " + experiment);
    }
    return new NetworkModelTrainer(
        network, experiment.labels(), experiment.seed(), folder, progress);
  }
}
