package io.auricle.cli.train;

import io.auricle.cli.output.CsvOptions;
import io.auricle.cli.output.ExitCode;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.RunOptions;
import io.auricle.report.TuningPlot;
import io.auricle.tune.TrialTable;
import io.auricle.tune.Tuner;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle tune}: the best settings of an experiment. */
@Command(
    name = "tune",
    description = "Search for the settings of an experiment by cross-validation.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Folds are made of the training and validation tracks; test tracks are never touched. All"
          + " trials are printed, best first. The folder of the search holds trials.jsonl,"
          + " trials.csv, trials.png, trials.svg and best.yaml, an experiment ready for auricle"
          + " train. See docs/experiments.md for the file's form."
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class TuneCommand implements Callable<Integer> {
  /** How trials are printed. */
  enum Format {
    TABLE,
    CSV
  }

  @Parameters(
      paramLabel = "SEARCH.yaml",
      arity = "0..1",
      description = "Which settings of which experiment.")
  private @Nullable Path search;

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description = "Go on with the search in this folder; finished folds are kept.")
  private @Nullable Path folder;

  @Option(
      names = "--format",
      paramLabel = "table|csv",
      defaultValue = "table",
      description = "How the trials are printed (default: table).")
  private Format format;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Trials of classical models at once (default: the number of cores); networks are trained"
              + " one at a time.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Mixin private CsvOptions csv;

  @Mixin private ExperimentOptions experiments;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws ExperimentException, IOException, InterruptedException {
    if (threads < 1) {
      throw new ParameterException(
          spec.commandLine(), "--threads=" + threads + " must be at least 1");
    }
    if (format != Format.CSV && !csv.given().isEmpty()) {
      throw new ParameterException(spec.commandLine(), csv.given() + " goes with --format csv");
    }
    System.setProperty("java.awt.headless", "true");
    PrintWriter err = experiments.notes(spec.commandLine().getErr());
    Tuner.Result result;
    try (TrainingView view = experiments.view(spec.commandLine().getErr())) {
      RunOptions options = experiments.run(view);
      if (folder == null && search != null) {
        result = Tuner.run(search, experiments.settings(), options, threads);
      } else if (folder != null && search == null && experiments.settings().isEmpty()) {
        result = Tuner.resume(folder, options, threads);
      } else {
        throw new ParameterException(
            spec.commandLine(),
            "give a search, or --resume DIR alone: the folder knows its search");
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    if (format == Format.CSV) {
      out.print(TrialTable.csv(result.trials(), csv.style()));
    } else {
      TrialPrinter.print(result.trials(), out);
    }
    TuningPlot.write(result).forEach(file -> err.println("auricle: wrote " + file));
    err.println("auricle: wrote " + result.folder().best());
    return ExitCode.DONE;
  }
}
