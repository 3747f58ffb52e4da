package io.auricle.cli.evaluate;

import io.auricle.cli.option.VerboseOption;
import io.auricle.cli.output.CsvOptions;
import io.auricle.cli.output.ExitCode;
import io.auricle.cli.output.Messages;
import io.auricle.dataset.DatasetException;
import io.auricle.eval.metric.EvaluationOptions;
import io.auricle.experiment.RunFolder;
import io.auricle.experiment.score.RunComparison;
import io.auricle.experiment.score.RunSettings;
import io.auricle.report.ComparisonReport;
import io.auricle.split.Part;
import java.io.IOException;
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

/** {@code auricle compare}: runs side by side. */
@Command(
    name = "compare",
    description = "Put runs side by side on the tracks that all of them have scored.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Each run is held against the first: differences with their paired bootstrap intervals, and"
          + " McNemar's test of which has more tracks right (of tags: all tags of a track)."
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class CompareCommand implements Callable<Integer> {
  /** How results are printed. */
  enum Format {
    TABLE,
    CSV,
    JSON
  }

  @Parameters(
      paramLabel = "RUN",
      arity = "1..*",
      description = "Run folders, or the run.json in them; two at least.")
  private List<Path> runs;

  @Option(
      names = "--part",
      paramLabel = "PART",
      defaultValue = "test",
      description = "validation or test (default: ${DEFAULT-VALUE}).")
  private Part part;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table, csv or json (default: ${DEFAULT-VALUE}).")
  private Format format;

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description = "Also write a report that opens offline.")
  private @Nullable Path report;

  @Mixin private CsvOptions csv;

  @Mixin private VerboseOption verbose;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws DatasetException, IOException {
    List<Path> folders = finished();
    List<RunComparison> comparisons = RunComparison.of(folders, part, EvaluationOptions.defaults());
    if (format != Format.CSV && !csv.given().isEmpty()) {
      throw new ParameterException(spec.commandLine(), csv.given() + " goes with --format csv");
    }
    ComparisonPrinter printer = new ComparisonPrinter(spec.commandLine().getOut());
    switch (format) {
      case TABLE -> {
        printer.settings(RunSettings.differing(folders.stream().map(RunFolder::new).toList()));
        comparisons.forEach(printer::table);
      }
      case CSV -> printer.csv(comparisons, csv.style());
      case JSON -> printer.json(comparisons);
    }
    for (RunComparison comparison : comparisons) {
      for (String warning : comparison.warnings()) {
        verbose.notes(spec.commandLine().getErr()).println(Messages.warning(warning));
      }
    }
    if (report != null) {
      ComparisonReport.write(comparisons, report);
      verbose.notes(spec.commandLine().getErr()).println("auricle: wrote " + report);
    }
    return ExitCode.DONE;
  }

  /** The runs that have come to an end; of the others a note is said. */
  private List<Path> finished() {
    List<Path> folders = new ArrayList<>();
    for (Path run : runs) {
      Path folder = folder(run);
      String lack = runs.size() <= 2 ? null : lack(new RunFolder(folder));
      if (lack == null) {
        folders.add(folder);
      } else {
        verbose
            .notes(spec.commandLine().getErr())
            .println(
                Messages.warning("%s has no %s yet, so it is left out".formatted(folder, lack)));
      }
    }
    if (folders.size() < 2) {
      throw new ParameterException(
          spec.commandLine(),
          "RUN must be given twice at least, and two have to have a model and scores; there"
              + " are "
              + folders.size());
    }
    return folders;
  }

  /** What a run does not have that came to no end, or that only learned from teachers. */
  private static @Nullable String lack(RunFolder run) {
    if (!Files.exists(run.model().resolve("card.json"))) {
      return "model";
    }
    return Files.exists(run.scores()) ? null : "scores";
  }

  private static Path folder(Path run) {
    Path name = run.getFileName();
    boolean file = name != null && name.toString().equals("run.json");
    return file ? run.toAbsolutePath().resolveSibling("") : run;
  }
}
