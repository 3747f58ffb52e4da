package io.auricle.cli;

import io.auricle.cli.files.AudioFiles;
import io.auricle.cli.files.FolderOption;
import io.auricle.extract.FeatureOutput;
import io.auricle.extract.FeatureWork;
import io.auricle.extract.MemoryPlan;
import io.auricle.extract.TrackFeatures;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

/** {@code auricle features}: features of any number of files of any length. */
@Command(
    name = "features",
    description = "Write the features of audio files as CSV or as NumPy arrays.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Sets of statistics (gtzan57, groningen58, chin97, melstats) give a row a file or segment, sets"
          + " of frames (mel, stft, mfcc) a row a frame; --list tells more. gtzan57 has the columns"
          + " of the published GTZAN table; the label is the parent folder's name where that is a"
          + " known genre.",
      "",
      "Try: auricle features --set gtzan57 -o features.csv MUSIC",
      "     auricle features --set mel -o arrays MUSIC"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class FeaturesCommand implements Callable<Integer> {
  private static final double MAXIMUM_SECONDS = 3600;

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Audio files, or folders: all audio files below them.")
  private List<Path> paths;

  @Mixin private FeatureSetOption set;

  @Option(
      names = "--segment",
      paramLabel = "SECONDS",
      description = "Cut each file in pieces of this length; a shorter rest is dropped.")
  private @Nullable Double segmentSeconds;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = {
        "FILE.csv: a table, its errors in FILE.errors.csv.",
        "FILE.npy: the array of one file.",
        "Any other name: a folder of a .npy array a file, and index.csv (default: a table on"
            + " stdout)."
      })
  private @Nullable Path output;

  @Option(
      names = "--resume",
      description = "Go on where the same command was interrupted, if it was.")
  private boolean resume;

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
      return Main.DONE;
    }
    MemoryPlan memory = MemoryPlan.of(work.threads());
    if (segmentSeconds != null && !(segmentSeconds > 0 && segmentSeconds <= MAXIMUM_SECONDS)) {
      throw usage(
          "--segment=%s must be in (0, %.0f] seconds".formatted(segmentSeconds, MAXIMUM_SECONDS));
    }
    if (resume && output == null) {
      throw usage("--resume needs --output: nothing is kept of what goes to stdout");
    }
    TrackFeatures features = new TrackFeatures(set.options(), segmentSeconds, memory);
    List<Path> files = folders.files(paths);
    if (isFolder()) {
      files = AudioFiles.distinct(files);
    }
    PrintWriter err = spec.commandLine().getErr();
    try (FeatureReport report = new FeatureReport(err, files.size(), output != null)) {
      new FeatureWork(features, destination(features, files), report)
          .run(files, AudioFiles::requireFile, memory, resume);
      return report.failed() == 0 ? Main.DONE : Main.FAILED;
    }
  }

  private boolean isFolder() {
    String name = String.valueOf(output).toLowerCase(Locale.ROOT);
    return output != null && !name.endsWith(".csv") && !name.endsWith(".npy");
  }

  private FeatureOutput destination(TrackFeatures features, List<Path> files) throws IOException {
    if (output == null) {
      return FeatureOutput.stream(features, spec.commandLine().getOut());
    }
    if (isFolder()) {
      if (Files.isRegularFile(output)) {
        throw usage("--output=%s is a file; name a folder or FILE.csv".formatted(output));
      }
      return FeatureOutput.folder(features, output, AudioFiles.base(paths));
    }
    if (output.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
      return FeatureOutput.csv(features, output);
    }
    if (files.size() != 1) {
      throw usage(
          "--output=%s takes the array of one file; for %d files name a folder"
              .formatted(output, files.size()));
    }
    return FeatureOutput.array(features, output);
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
