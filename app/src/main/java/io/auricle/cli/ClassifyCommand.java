package io.auricle.cli;

import io.auricle.audio.DecodeException;
import io.auricle.classify.Classification;
import io.auricle.classify.ClassificationView;
import io.auricle.cli.files.AudioFiles;
import io.auricle.cli.files.FolderOption;
import io.auricle.cli.help.KnownNames;
import io.auricle.cli.output.CsvOptions;
import io.auricle.extract.OrderedWork;
import io.auricle.file.FileName;
import io.auricle.predict.Classifier;
import io.auricle.predict.Classifiers;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle classify}: the labels of any number of files. */
@Command(
    name = "classify",
    description = "Name the genres, moods or tags of audio files.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Results are in the order given and go to stdout, errors to stderr; with --format jsonl or"
          + " csv both go to stdout. Exit code 0: all classified; 1: some failed; 2: wrong usage."
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ClassifyCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Audio files, or folders: all audio files below them.")
  private List<Path> paths;

  @Option(
      names = "--model",
      paramLabel = "NAME|DIR",
      completionCandidates = KnownNames.Models.class,
      defaultValue = "genre",
      description = "Bundled model or bundle folder (default: ${DEFAULT-VALUE}).")
  private String model;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "5",
      description =
          "Labels a file, best first (default: ${DEFAULT-VALUE}); of tags always all that are"
              + " given, too.")
  private int top;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private ClassificationFormat format;

  @Option(names = "--segments", description = "Also the labels of each segment over time.")
  private boolean segments;

  @Mixin private CsvOptions csv;

  @Mixin private FolderOption folders;

  @Mixin private WorkOptions work;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (top < 1) {
      throw new ParameterException(spec.commandLine(), "--top=" + top + " must be at least 1");
    }
    if (format != ClassificationFormat.csv && !csv.given().isEmpty()) {
      throw new ParameterException(spec.commandLine(), csv.given() + " goes with --format csv");
    }
    int threads = work.threads();
    PrintWriter err = spec.commandLine().getErr();
    List<Path> files = folders.files(paths);
    int[] failed = {0};
    try (Classifier classifier = Classifiers.load(model);
        Progress progress = new Progress(work.notes(err), "files", files.size())) {
      ClassificationWriter writer =
          format.writer(
              spec.commandLine().getOut(),
              classifier.card().about().name(),
              new ClassificationView(top, segments, classifier.card().scores().tags()),
              csv.style());
      writer.begin(files);
      OrderedWork.run(
          files,
          Math.min(threads, files.size()),
          file -> {
            Classification result = classify(classifier, file);
            progress.step();
            return result;
          },
          result -> {
            progress.clear();
            report(result, writer, err, work.notes(err));
            failed[0] += result.error() == null ? 0 : 1;
          });
    }
    return failed[0] == 0 ? Main.DONE : Main.FAILED;
  }

  private static Classification classify(Classifier classifier, Path file) {
    try {
      AudioFiles.requireFile(file);
      return Classification.of(FileName.text(file), classifier.predict(file));
    } catch (DecodeException e) {
      return Classification.failed(FileName.text(file), e);
    }
  }

  private static void report(
      Classification result, ClassificationWriter writer, PrintWriter err, PrintWriter notes) {
    if (result.prediction() != null) {
      for (String warning : result.prediction().warnings()) {
        notes.println(Messages.warning(result.path() + ": " + warning));
      }
    }
    if (result.error() != null && !writer.writesErrors()) {
      err.println(Messages.of(result.error()));
    }
    writer.write(result);
  }
}
