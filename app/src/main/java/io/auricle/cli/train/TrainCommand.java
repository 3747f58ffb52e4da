package io.auricle.cli.train;

import io.auricle.bundle.Bundle;
import io.auricle.cli.model.CardPrinter;
import io.auricle.cli.output.ExitCode;
import io.auricle.dataset.DatasetException;
import io.auricle.distill.run.Distillations;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.RunFolder;
import io.auricle.experiment.RunOptions;
import io.auricle.experiment.run.Experiments;
import io.auricle.experiment.run.Repetition;
import io.auricle.report.RunReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle train}: an experiment from its file to a model. */
@Command(
    name = "train",
    description = "Run an experiment: train a model, measure it, write its bundle.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "The run folder holds the experiment as resolved, run.json, metrics.jsonl, learning.png,"
          + " scores.csv, report.html and the model. Its path is the one line on stdout. See"
          + " docs/experiments.md for the file's form."
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class TrainCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "EXPERIMENT.yaml",
      arity = "0..1",
      description = "What to train on what, and how.")
  private @Nullable Path experiment;

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description = "Continue the run in this folder from its last checkpoint.")
  private @Nullable Path run;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      split = ",",
      description = "Run once for each seed (1,2,3,4,5) and print mean and spread of all figures.")
  private List<Long> seeds = List.of();

  @Option(
      names = "--plan",
      description =
          "Train nothing: read the experiment, find its tracks and print how many of each label"
              + " would be learned from, chosen on and tested on.")
  private boolean plan;

  @Option(
      names = "--no-export",
      description =
          "Train and measure, but write no ONNX file, as for networks of more than it holds: the"
              + " same as --set export=false.")
  private boolean noExport;

  @Mixin private ExperimentOptions experiments;

  @Spec private CommandSpec spec;

  @Override
  public Integer call()
      throws ExperimentException, DatasetException, IOException, InterruptedException {
    PrintWriter err = experiments.notes(spec.commandLine().getErr());
    if (plan) {
      return plan();
    }
    Path file = run == null ? experiment : new RunFolder(run).experiment();
    if (file != null && seeds.isEmpty() && Distillations.isOne(file)) {
      return distil();
    }
    System.setProperty("java.awt.headless", "true");
    RunFolder folder;
    try (TrainingView view = experiments.view(spec.commandLine().getErr())) {
      RunOptions options = experiments.run(view);
      if (run == null && experiment != null) {
        if (!seeds.isEmpty()) {
          return repeat(experiment, options, err);
        }
        folder = Experiments.run(experiment, settings(), options);
      } else if (run != null && experiment == null && settings().isEmpty() && seeds.isEmpty()) {
        folder = Experiments.resume(run, options);
      } else {
        throw new ParameterException(
            spec.commandLine(),
            "give an experiment, or --resume DIR alone: the run knows its experiment");
      }
    }
    RunReport.write(folder);
    new CardPrinter(err).printMetrics(Bundle.read(folder.model()).card());
    spec.commandLine().getOut().println(folder.path());
    return ExitCode.DONE;
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>(experiments.settings());
    if (noExport) {
      settings.put("export", "false");
    }
    return settings;
  }

  private int distil() throws ExperimentException, IOException, InterruptedException {
    try (TrainingView view = experiments.view(spec.commandLine().getErr())) {
      RunOptions options = experiments.run(view);
      RunFolder folder =
          run == null && experiment != null
              ? Distillations.run(experiment, settings(), options)
              : Distillations.resume(requireAlone(), options);
      spec.commandLine().getOut().println(folder.path());
    }
    return ExitCode.DONE;
  }

  /** The run to go on with, which knows its experiment. */
  private Path requireAlone() {
    if (run == null || experiment != null || !settings().isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "give an experiment, or --resume DIR alone: the run knows its experiment");
    }
    return run;
  }

  private int plan() throws ExperimentException, IOException, InterruptedException {
    if (experiment == null || run != null || !seeds.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--plan needs an experiment, and neither --resume nor --seeds");
    }
    PlanPrinter.print(
        Experiments.plan(experiment, settings(), experiments.workspace()),
        spec.commandLine().getOut());
    return ExitCode.DONE;
  }

  private int repeat(Path file, RunOptions options, PrintWriter err)
      throws ExperimentException, DatasetException, IOException, InterruptedException {
    Repetition.Result result = Repetition.run(file, settings(), seeds, options);
    for (Repetition.Spread spread : result.spreads()) {
      err.printf(
          Locale.ROOT,
          "%-18s %-10s %-11s %.4f +- %.4f over %d seeds%n",
          spread.metric(),
          spread.dataset(),
          spread.split(),
          spread.mean(),
          spread.deviation(),
          spread.values().size());
    }
    PrintWriter out = spec.commandLine().getOut();
    for (RunFolder folder : result.runs()) {
      RunReport.write(folder);
      out.println(folder.path());
    }
    return ExitCode.DONE;
  }
}
