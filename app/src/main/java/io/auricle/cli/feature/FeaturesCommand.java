package io.auricle.cli.feature;

import io.auricle.cli.files.FolderOption;
import io.auricle.cli.files.GivenFiles;
import io.auricle.cli.option.WorkOptions;
import io.auricle.cli.output.CsvOptions;
import io.auricle.cli.output.ExitCode;
import io.auricle.cli.output.FeatureOutputKind;
import io.auricle.cli.output.Messages;
import io.auricle.cli.output.SameNames;
import io.auricle.extract.Earlier;
import io.auricle.extract.FeatureOutput;
import io.auricle.extract.FeatureTableStyle;
import io.auricle.extract.FeatureWork;
import io.auricle.extract.FileFeatures;
import io.auricle.extract.MemoryPlan;
import io.auricle.extract.ParquetFeatures;
import io.auricle.extract.PieceLength;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle features}: features of any number of files of any length. */
@Command(
    name = "features",
    description = "Write the features of audio files as CSV or as NumPy arrays.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Sets of statistics (gtzan57, groningen58, chin97, melstats) give a row a file or segment,"
          + " sets of frames (mel, stft, mfcc) a row a frame; --list tells more. gtzan57 has the"
          + " columns of the published GTZAN table; the label is the parent folder's name where"
          + " that is a known genre.",
      "",
      "Try: auricle features --set gtzan57 -o features.csv MUSIC",
      "     auricle features --set mel -o arrays MUSIC"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class FeaturesCommand implements Callable<Integer> {
  private static final double MAXIMUM_SECONDS = 3600;

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Audio files, or folders: all audio files below them.")
  private List<Path> given;

  @Mixin private FeatureSetOption set;

  @Option(
      names = "--segment",
      paramLabel = "SECONDS",
      description = "Cut each file in pieces of this length; a shorter rest is dropped.")
  private @Nullable Double segmentSeconds;

  @Option(
      names = "--hop",
      paramLabel = "SECONDS",
      description =
          "With --segment, from the start of one piece to that of the next, for pieces that overlap"
              + " (default: as long as a piece).")
  private @Nullable Double hopSeconds;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = {
        "FILE.csv: a table, its errors in FILE.errors.csv.",
        "FILE.npy: the array of one file.",
        "FILE.parquet: a table with a row a file, as on Spark.",
        "A name without ending: a folder of a .npy array a file, and index.csv (default: a table on"
            + " stdout)."
      })
  private @Nullable String output;

  @Option(
      names = "--path-column",
      description =
          "Begin tables with a column path, as classify writes it: names of files may be the same"
              + " in several folders.")
  private boolean paths;

  @Option(
      names = "--summary",
      description =
          "With a folder as output, print how many arrays and pieces are there, of which shape and"
              + " size.")
  private boolean summary;

  @Option(
      names = "--max-error-rate",
      paramLabel = "SHARE",
      description =
          "Of the files, those that may fail without exit code 1 (default: none); each is said all"
              + " the same.")
  private double maxErrorRate;

  @Mixin private CsvOptions csv;

  @Option(
      names = "--resume",
      description =
          "Keep what is there of files that have not changed since, of an interrupted run and of a"
              + " finished one: only new files are done.")
  private boolean resume;

  @Option(names = "--retry", description = "With --resume, try again also what has failed.")
  private boolean retry;

  @SuppressWarnings("unused") // an option that ends the parsing, see FeatureSetPrinter
  @Option(names = "--list", help = true, description = "Show the sets and their columns, and exit.")
  private boolean list;

  @Mixin private FolderOption folders;

  @Mixin private WorkOptions work;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (list) {
      FeatureSetPrinter.print(spec.commandLine().getOut());
      return ExitCode.DONE;
    }
    MemoryPlan memory = MemoryPlan.of(work.threads());
    if (segmentSeconds != null && !(segmentSeconds > 0 && segmentSeconds <= MAXIMUM_SECONDS)) {
      throw usage(
          "--segment=%s must be in (0, %.0f] seconds".formatted(segmentSeconds, MAXIMUM_SECONDS));
    }
    if (resume && output == null) {
      throw usage("--resume needs --output: nothing is kept of what goes to stdout");
    }
    if (retry && !resume) {
      throw usage("--retry goes with --resume");
    }
    if (!(maxErrorRate >= 0 && maxErrorRate <= 1)) {
      throw usage("--max-error-rate=%s must be in [0, 1]".formatted(maxErrorRate));
    }
    FeatureOutputKind kind = kind();
    if (kind == FeatureOutputKind.PARQUET && (segmentSeconds != null || resume)) {
      throw usage("--output=%s goes without --segment and --resume".formatted(output));
    }
    if (summary && kind != FeatureOutputKind.FOLDER) {
      throw usage("--summary goes with a folder as --output");
    }
    FileFeatures features = new FileFeatures(set.options(), pieces(), memory);
    List<Path> files = folders.files(given);
    if (kind == FeatureOutputKind.FOLDER) {
      files = GivenFiles.distinct(files);
    }
    PrintWriter err = spec.commandLine().getErr();
    PrintWriter notes = work.notes(err);
    if (kind == FeatureOutputKind.PARQUET) {
      return parquet(features, files, memory);
    }
    Earlier earlier = !resume ? Earlier.REPLACED : retry ? Earlier.KEPT_IF_GOOD : Earlier.KEPT;
    FeatureOutput destination = destination(features, files, kind);
    try (FeatureReport report = new FeatureReport(err, notes, files.size(), output != null)) {
      new FeatureWork(features, destination, report)
          .run(files, GivenFiles::requireFile, memory, earlier);
      if (kind == FeatureOutputKind.TABLE && !paths) {
        SameNames.of(files).ifPresent(warning -> notes.println(Messages.warning(warning)));
      }
      if (summary) {
        ArraySummary.of(Path.of(String.valueOf(output))).print(spec.commandLine().getOut());
      }
      return report.failed() <= maxErrorRate * files.size() ? ExitCode.DONE : ExitCode.FAILED;
    }
  }

  private int parquet(FileFeatures features, List<Path> files, MemoryPlan memory)
      throws IOException, InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    try (FeatureReport report = new FeatureReport(err, work.notes(err), files.size(), false)) {
      new ParquetFeatures(features, report)
          .run(files, Path.of(Objects.requireNonNull(output)), GivenFiles::requireFile, memory);
      return report.failed() <= maxErrorRate * files.size() ? ExitCode.DONE : ExitCode.FAILED;
    }
  }

  private @Nullable PieceLength pieces() {
    if (segmentSeconds == null) {
      if (hopSeconds != null) {
        throw usage("--hop goes with --segment");
      }
      return null;
    }
    if (hopSeconds != null && !(hopSeconds > 0 && hopSeconds <= segmentSeconds)) {
      throw usage("--hop=%s must be in (0, --segment=%s]".formatted(hopSeconds, segmentSeconds));
    }
    return new PieceLength(segmentSeconds, hopSeconds == null ? segmentSeconds : hopSeconds);
  }

  private FeatureOutputKind kind() {
    try {
      return output == null ? FeatureOutputKind.TABLE : FeatureOutputKind.of(output);
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  private FeatureOutput destination(FileFeatures features, List<Path> files, FeatureOutputKind kind)
      throws IOException {
    FeatureTableStyle style = new FeatureTableStyle(csv.style(), paths);
    if (output == null) {
      return FeatureOutput.stream(features, spec.commandLine().getOut(), style);
    }
    Path path = Path.of(output);
    return switch (kind) {
      case TABLE -> FeatureOutput.csv(features, path, style);
      case ARRAY -> {
        if (files.size() != 1) {
          throw usage(
              "--output=%s takes the array of one file; for %d files name a folder"
                  .formatted(output, files.size()));
        }
        yield FeatureOutput.array(features, path);
      }
      case PARQUET -> throw new IllegalStateException("written by itself");
      case FOLDER -> {
        if (Files.isRegularFile(path)) {
          throw usage("--output=%s is a file; name a folder or FILE.csv".formatted(output));
        }
        yield FeatureOutput.folder(features, path, GivenFiles.base(given), csv.style());
      }
    };
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
