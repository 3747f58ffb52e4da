package io.auricle.cli.train;

import io.auricle.cli.option.WorkspaceOption;
import io.auricle.cli.output.ExitCode;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.study.FeatureStudy;
import io.auricle.experiment.study.FeatureStudy.Importance;
import io.auricle.report.StudyReport;
import io.auricle.split.Part;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle study}: what the features of a run's model are worth. */
@Command(
    name = "study",
    description = "Study the features of a run's model on tracks it has not learned from.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Importance by permutation, over all tracks and for each label, and the correlation of the"
          + " features: importance.csv, correlation.csv and pictures (PNG, SVG) in the folder."
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class StudyCommand implements Callable<Integer> {
  private static final int PRINTED = 10;

  @Parameters(paramLabel = "RUN", description = "Run folder of a model of named features.")
  private Path run;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Folder for tables and pictures (default: RUN/study).")
  private @Nullable Path output;

  @Option(
      names = "--part",
      paramLabel = "PART",
      defaultValue = "test",
      description = "train, validation or test (default: test).")
  private Part part;

  @Option(
      names = "--repeats",
      paramLabel = "N",
      defaultValue = "5",
      description = "How often each feature is shuffled (default: 5).")
  private int repeats;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of the shuffling (default: 1).")
  private long seed;

  @Mixin private WorkspaceOption workspace;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws ExperimentException, IOException, InterruptedException {
    if (repeats < 1) {
      throw new ParameterException(
          spec.commandLine(), "--repeats=" + repeats + " must be at least 1");
    }
    System.setProperty("java.awt.headless", "true");
    FeatureStudy study =
        FeatureStudy.of(run, part, repeats, seed, workspace.folder().resolve("cache"));
    PrintWriter out = spec.commandLine().getOut();
    for (Importance importance : StudyReport.ranked(study).stream().limit(PRINTED).toList()) {
      out.printf(
          Locale.ROOT,
          "%-28s %7.4f +- %.4f%n",
          importance.feature(),
          importance.accuracyDrop(),
          importance.deviation());
    }
    Path folder = output == null ? run.resolve("study") : output;
    StudyReport.write(study, folder)
        .forEach(
            file -> workspace.notes(spec.commandLine().getErr()).println("auricle: wrote " + file));
    return ExitCode.DONE;
  }
}
