package io.auricle.cli.evaluate;

import io.auricle.cli.option.VerboseOption;
import io.auricle.cli.output.ExitCode;
import io.auricle.dataset.DatasetException;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.RunFolder;
import io.auricle.report.RunReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle report}: the report and the plots of a finished run. */
@Command(
    name = "report",
    description = "Write the report of a finished run anew, and its plots as files.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Nothing is trained or scored: what the run has recorded is drawn. The paths of the files are"
          + " printed, a line each."
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class ReportCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "RUN",
      arity = "1..*",
      description = "Run folders; the plots of several stand beside each other in one picture.")
  private List<Path> runs;

  @Option(
      names = "--plots",
      paramLabel = "DIR",
      description =
          "Also write every plot as PNG and SVG into a folder: the learning curve, and for each"
              + " data set and part confusion matrix, misclassifications, ROC and the like.")
  private @Nullable Path plots;

  @Option(
      names = "--names",
      paramLabel = "NAME",
      split = ",",
      description = "What stands above the plots of each of several runs (default: their folders).")
  private List<String> names = List.of();

  @SuppressWarnings("unused") // read from the arguments themselves, see Messages
  @Mixin
  private VerboseOption verbose;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws ExperimentException, DatasetException, IOException {
    for (Path run : runs) {
      if (!Files.isDirectory(run)) {
        throw new ParameterException(spec.commandLine(), "RUN=" + run + " must be a folder");
      }
    }
    if (!names.isEmpty() && names.size() != runs.size()) {
      throw new ParameterException(
          spec.commandLine(), "--names=%s must be %d, one a run".formatted(names, runs.size()));
    }
    System.setProperty("java.awt.headless", "true");
    List<Path> files = new ArrayList<>();
    List<RunFolder> folders = runs.stream().map(RunFolder::new).toList();
    for (RunFolder folder : folders) {
      files.add(RunReport.write(folder));
    }
    if (plots != null) {
      files.addAll(RunReport.plots(folders, names(), plots));
    }
    PrintWriter out = spec.commandLine().getOut();
    files.forEach(out::println);
    return ExitCode.DONE;
  }

  private List<String> names() {
    return names.isEmpty()
        ? runs.stream()
            .map(run -> String.valueOf(run.toAbsolutePath().normalize().getFileName()))
            .toList()
        : names;
  }
}
