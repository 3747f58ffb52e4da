package io.auricle.cli.data;

import io.auricle.audio.DecodeException;
import io.auricle.audio.SampleStream;
import io.auricle.audio.decode.AudioDecoder;
import io.auricle.audio.decode.DecodeOptions;
import io.auricle.cli.help.KnownNames;
import io.auricle.cli.output.ExitCode;
import io.auricle.dataset.Dataset;
import io.auricle.dataset.DatasetException;
import io.auricle.dataset.Target;
import io.auricle.dataset.check.CheckReport;
import io.auricle.dataset.check.DatasetCheck;
import io.auricle.dataset.check.Probe;
import io.auricle.dataset.known.Datasets;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle dataset}: what data sets are known, and whether one on disk is whole. */
@Command(
    name = "dataset",
    description = "List known data sets, explain one, check one on disk, or count its tags.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = DatasetTagsCommand.class)
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class DatasetCommand implements Runnable {
  private static final int CHECK_RATE_HZ = 22050;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "one of list, info, check and tags must follow dataset");
  }

  @Command(name = "list", description = "The known data sets.", mixinStandardHelpOptions = true)
  int list() {
    PrintWriter out = spec.commandLine().getOut();
    for (Dataset dataset : Datasets.all()) {
      out.println("%-10s %s".formatted(dataset.card().name(), dataset.card().title()));
    }
    return ExitCode.DONE;
  }

  @Command(
      name = "info",
      description = "The card of a data set; with --data also how many annotations there are.",
      mixinStandardHelpOptions = true)
  int info(
      @Parameters(
              paramLabel = "NAME",
              completionCandidates = KnownNames.Sets.class,
              description = "See dataset list.")
          String name,
      @Option(names = "--data", paramLabel = "DIR", description = "Where the data set was put.")
          @Nullable Path folder,
      @Option(names = "--target", paramLabel = "NAME", description = "Count only this target.")
          @Nullable String target) {
    Dataset dataset = named(name);
    List<Target> targets =
        target == null ? dataset.card().targets() : List.of(target(dataset, target));
    DatasetPrinter printer = new DatasetPrinter(spec.commandLine().getOut());
    printer.card(dataset.card());
    return folder == null || printer.annotations(dataset, targets, folder)
        ? ExitCode.DONE
        : ExitCode.FAILED;
  }

  @Command(
      name = "check",
      description = "What of a data set is there, missing, corrupt, changed or there twice.",
      mixinStandardHelpOptions = true)
  int check(
      @Parameters(
              paramLabel = "NAME",
              completionCandidates = KnownNames.Sets.class,
              description = "See dataset list.")
          String name,
      @Parameters(paramLabel = "DIR", description = "Where the data set was put.") Path folder,
      @Option(
              names = "--target",
              paramLabel = "NAME",
              description = "Count the labels of this target (default: the first, see info).")
          @Nullable String target,
      @Option(
              names = "--headers",
              description = "Look only at the first bytes of each file instead of decoding it.")
          boolean headers)
      throws DatasetException {
    Dataset dataset = named(name);
    CheckReport report =
        new DatasetCheck(headers ? Probe.NONE : DatasetCommand::problem)
            .check(dataset, folder, target(dataset, target));
    spec.commandLine().getOut().print(report.toTable());
    spec.commandLine().getOut().flush();
    return report.findings().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private Target target(Dataset dataset, @Nullable String spelling) {
    try {
      return dataset.card().target(spelling);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
    }
  }

  private Dataset named(String name) {
    try {
      return Datasets.named(name);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private static Optional<String> problem(Path file) {
    float[] block = new float[1 << 14];
    try (SampleStream stream = AudioDecoder.of(DecodeOptions.at(CHECK_RATE_HZ)).open(file)) {
      while (stream.read(block, 0, block.length) >= 0) {
        // Only whether it can be read counts.
      }
      return stream.warnings().stream().findFirst();
    } catch (DecodeException e) {
      return Optional.of(e.reason() + " [" + e.code() + "]");
    }
  }
}
