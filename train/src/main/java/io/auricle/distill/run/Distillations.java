package io.auricle.distill.run;

import io.auricle.dataset.DatasetException;
import io.auricle.distill.Distillation;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.ExperimentReader;
import io.auricle.experiment.RunFolder;
import io.auricle.experiment.RunOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;

/** Runs experiments with teachers. */
public final class Distillations {
  private Distillations() {}

  /**
   * Whether a file is such an experiment.
   *
   * @throws ExperimentException if it cannot be read
   */
  public static boolean isOne(Path file) throws ExperimentException {
    return ExperimentReader.has(file, Distillation.KEY);
  }

  /**
   * Runs an experiment into a new run folder.
   *
   * @param settings variables and changed values
   * @return the run folder with the model
   * @throws ExperimentException if the experiment is wrong
   */
  public static RunFolder run(Path file, Map<String, String> settings, RunOptions options)
      throws ExperimentException, IOException, InterruptedException {
    Distillation plan = ExperimentReader.read(file, settings, Distillation.class);
    RunFolder folder =
        RunFolder.create(
            options.workspace().resolve("runs"),
            plan.about().name(),
            LocalDateTime.now(ZoneId.systemDefault()));
    Files.writeString(folder.experiment(), ExperimentReader.write(plan));
    return run(plan, folder, options);
  }

  /**
   * Continues a run that was ended, from its last checkpoint.
   *
   * @throws ExperimentException as {@link #run}
   */
  public static RunFolder resume(Path run, RunOptions options)
      throws ExperimentException, IOException, InterruptedException {
    RunFolder folder = new RunFolder(run);
    Distillation plan = ExperimentReader.read(folder.experiment(), Map.of(), Distillation.class);
    return run(plan, folder, options);
  }

  private static RunFolder run(Distillation plan, RunFolder folder, RunOptions options)
      throws ExperimentException, IOException, InterruptedException {
    try {
      new DistillationRun(plan, folder, options).run();
      return folder;
    } catch (DatasetException | IllegalArgumentException e) {
      throw new ExperimentException(folder.experiment() + ": " + String.valueOf(e.getMessage()), e);
    }
  }
}
