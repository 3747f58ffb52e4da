package io.auricle.cli.classify;

import io.auricle.classify.ModelView;
import io.auricle.cli.output.CsvOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the rows of {@code classify} go, and in what format. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ClassificationOutput {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "One of ${COMPLETION-CANDIDATES} (default: table, or what the ending of --output says).")
  private @Nullable ClassificationFormat format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "Write rows to FILE.csv, FILE.jsonl or FILE.txt (a table), beside which FILE.journal notes"
              + " what is done, or to FILE.parquet.")
  private @Nullable Path file;

  @Option(
      names = "--resume",
      description =
          "With --output: go on with what is there. Files that are known by path, size and time are"
              + " left out, those that failed, too.")
  private boolean resume;

  @Option(names = "--retry", description = "With --resume: try again what failed.")
  private boolean retry;

  @Mixin private CsvOptions csv;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** Whether each file has its rows once, so that a later call knows them. */
  boolean isFile() {
    return file != null;
  }

  /** Refuses what makes no sense before anything is loaded. */
  void check() {
    if (file == null && (resume || retry)) {
      throw usage("--resume needs --output: nothing is kept of what goes to stdout");
    }
    if (retry && !resume) {
      throw usage("--retry needs --resume");
    }
    if (file != null && Files.exists(file) && !Files.isRegularFile(file)) {
      throw usage("--output=%s is no regular file; for stdout leave it out".formatted(file));
    }
    if (format() == ClassificationFormat.parquet && (file == null || resume)) {
      throw usage("--format parquet needs --output and goes without --resume: it appears whole");
    }
    if (format() != ClassificationFormat.csv && !csv.given().isEmpty()) {
      throw usage(csv.given() + " goes with --format csv");
    }
  }

  private ClassificationFormat format() {
    if (format != null) {
      return format;
    }
    return file == null
        ? ClassificationFormat.table
        : ClassificationFormat.of(file.toString())
            .orElseThrow(
                () ->
                    usage(
                        "--output=%s must end in .csv, .jsonl, .txt or .parquet, or say --format"
                            .formatted(file)));
  }

  /**
   * Opens the output.
   *
   * @param work differs where what is said of files would; asked for a file alone, since it takes a
   *     cold start a while
   * @param names of all files to come
   */
  ClassificationRows open(List<ModelView> models, Supplier<String> work, List<String> names)
      throws IOException {
    if (file == null) {
      PrintWriter out = spec.commandLine().getOut();
      return ClassificationRows.stream(format().writer(out, models, csv.style()), names);
    }
    if (format() == ClassificationFormat.parquet) {
      return ClassificationRows.parquet(file, models);
    }
    return ClassificationRows.file(
        buffer -> format().writer(buffer, models, csv.style()),
        new ClassificationRows.Target(
            file, "%s, %s, %s".formatted(format(), csv.style(), work.get()), resume, retry),
        names);
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
