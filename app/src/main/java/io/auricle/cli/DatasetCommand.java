package io.auricle.cli;

import io.auricle.audio.AudioDecoder;
import io.auricle.audio.DecodeException;
import io.auricle.audio.DecodeOptions;
import io.auricle.audio.SampleStream;
import io.auricle.dataset.CheckReport;
import io.auricle.dataset.Dataset;
import io.auricle.dataset.DatasetCard;
import io.auricle.dataset.DatasetCheck;
import io.auricle.dataset.DatasetException;
import io.auricle.dataset.Datasets;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle dataset}: what data sets are known, and whether one on disk is whole. */
@Command(
    name = "dataset",
    description = "List known data sets, explain one, or check one on disk.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class DatasetCommand implements Runnable {
  private static final int CHECK_RATE_HZ = 22050;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "one of list, info and check must follow dataset");
  }

  @Command(name = "list", description = "The known data sets.", mixinStandardHelpOptions = true)
  int list() {
    PrintWriter out = spec.commandLine().getOut();
    for (Dataset dataset : Datasets.all()) {
      out.println("%-10s %s".formatted(dataset.card().name(), dataset.card().title()));
    }
    return Main.DONE;
  }

  @Command(
      name = "info",
      description = "The card of a data set: citation, licence, files, classes.",
      mixinStandardHelpOptions = true)
  int info(@Parameters(paramLabel = "NAME", description = "See dataset list.") String name) {
    DatasetCard card = named(name).card();
    PrintWriter out = spec.commandLine().getOut();
    out.println(card.name() + ": " + card.title());
    section(out, "Citation", card.source().citation());
    section(out, "Licence", card.source().licence());
    section(out, "How to obtain it", card.source().obtain());
    section(out, "Expected files", card.tree());
    return Main.DONE;
  }

  @Command(
      name = "check",
      description = "Decode every file: what is there, missing, corrupt or there twice.",
      mixinStandardHelpOptions = true)
  int check(
      @Parameters(paramLabel = "NAME", description = "See dataset list.") String name,
      @Parameters(paramLabel = "DIR", description = "Where the data set was put.") Path folder)
      throws DatasetException {
    CheckReport report =
        new DatasetCheck(DatasetCommand::problem)
            .check(named(name), folder, named(name).card().target(null));
    spec.commandLine().getOut().print(report.toTable());
    spec.commandLine().getOut().flush();
    return report.findings().isEmpty() ? Main.DONE : Main.FAILED;
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

  private static void section(PrintWriter out, String title, String text) {
    out.println("\n" + title);
    text.lines().forEach(line -> out.println("  " + line));
  }
}
