package io.auricle.cli.evaluate;

import io.auricle.activation.LayerTable;
import io.auricle.activation.ModelLayer;
import io.auricle.audio.DecodeException;
import io.auricle.bundle.Bundle;
import io.auricle.bundle.Bundles;
import io.auricle.cli.files.FolderOption;
import io.auricle.cli.files.GivenFiles;
import io.auricle.cli.help.KnownNames;
import io.auricle.cli.output.Messages;
import io.auricle.cli.output.ProgressBar;
import io.auricle.dataset.DatasetException;
import io.auricle.explore.PointTable;
import io.auricle.explore.PointTableFile;
import io.auricle.explore.PointTableOptions;
import io.auricle.file.AudioExtension;
import io.auricle.file.FileName;
import io.auricle.work.OrderedWork;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Where the points of {@code auricle explore} come from. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ExploreSource {
  private static final List<String> TABLES = List.of(".csv", ".tsv", ".tab", ".txt");

  @Parameters(
      paramLabel = "FEATURES.csv|PATH",
      arity = "1..*",
      description =
          "A CSV file of features; with --model that of the model's own features, or audio files"
              + " and folders, whose names are the labels.")
  private List<Path> paths;

  @Mixin private FolderOption folders;

  @Option(
      names = "--model",
      paramLabel = "NAME|DIR",
      completionCandidates = KnownNames.Models.class,
      description = "Look into this model: bundled model or bundle folder.")
  private @Nullable String model;

  @Option(
      names = "--layer",
      paramLabel = "NAME",
      defaultValue = "logits",
      description =
          "With --model: input, logits, scores, embedding or the name of any value inside, for an"
              + " ensemble behind that of a member, as MEMBER/logits (default: ${DEFAULT-VALUE}).")
  private String layer;

  @Option(
      names = "--segments",
      description = "With --model: a point for each segment instead of a track.")
  private boolean segments;

  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      description = "Column of labels (default: label or genre, else from the file's name).")
  private @Nullable String label;

  @Option(
      names = "--drop",
      paramLabel = "COLUMN",
      split = ",",
      description = "Columns that are no features.")
  private List<String> dropped = List.of();

  @Option(
      names = "--sample",
      paramLabel = "N",
      description = "Draw this many rows by chance; needed beyond 50000.")
  private @Nullable Integer sample;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /**
   * What was read.
   *
   * @param failures files that could not be analysed
   */
  record Content(PointTable table, int failures) {}

  /** The values of a file, or why there are none. */
  private record Analysis(Path file, List<float[]> values, @Nullable DecodeException error) {}

  Content read(PrintWriter err, PrintWriter notes, int threads, long seed)
      throws DatasetException, IOException, InterruptedException {
    if (model == null) {
      if (paths.size() > 1 || isSound(paths.get(0))) {
        throw usage("give one CSV file of features, or --model to analyse audio");
      }
      return new Content(PointTableFile.read(paths.get(0), options(seed)), 0);
    }
    if (label != null || !dropped.isEmpty() || sample != null) {
      throw usage("--label, --drop and --sample are for tables without --model");
    }
    Bundle bundle = Bundles.find(model);
    try (ModelLayer opened = ModelLayer.open(bundle, layer)) {
      if (paths.size() == 1 && isNamedAsTable(paths.get(0))) {
        return new Content(LayerTable.of(opened, paths.get(0), segments), 0);
      }
      return analyse(opened, bundle.card().about().title(), err, notes, threads);
    } catch (IllegalArgumentException e) {
      throw new DatasetException(paths.get(0), String.valueOf(e.getMessage()));
    }
  }

  private PointTableOptions options(long seed) {
    try {
      return new PointTableOptions(
          Optional.ofNullable(label),
          dropped,
          sample == null ? OptionalInt.empty() : OptionalInt.of(sample),
          seed);
    } catch (IllegalArgumentException e) {
      throw usage("--" + e.getMessage());
    }
  }

  private Content analyse(
      ModelLayer opened, String title, PrintWriter err, PrintWriter notes, int threads)
      throws IOException, InterruptedException {
    List<Path> files = folders.files(paths);
    LayerTable table = new LayerTable(title + ", " + layer, opened, segments);
    int[] failed = {0};
    try (ProgressBar progress = new ProgressBar(notes, "files", files.size())) {
      OrderedWork.run(
          files,
          threads,
          file -> {
            Analysis analysis = analyse(opened, file);
            progress.step();
            return analysis;
          },
          analysis -> {
            if (analysis.error() != null) {
              progress.clear();
              err.println(Messages.of(analysis.error()));
              failed[0]++;
            } else {
              table.add(FileName.text(analysis.file()), folder(analysis.file()), analysis.values());
            }
          });
    }
    return new Content(table.build(), failed[0]);
  }

  private static Analysis analyse(ModelLayer opened, Path file) {
    try {
      GivenFiles.requireFile(file);
      return new Analysis(file, opened.read(file), null);
    } catch (DecodeException e) {
      return new Analysis(file, List.of(), e);
    }
  }

  private static @Nullable String folder(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder == null || folder.getFileName() == null ? null : folder.getFileName().toString();
  }

  /** Without a model every other file that is named is a table. */
  private static boolean isSound(Path path) {
    return Files.isDirectory(path) || AudioExtension.isAudio(path);
  }

  /** With a model every other file that is named is sound. */
  private static boolean isNamedAsTable(Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    return TABLES.stream().anyMatch(name::endsWith);
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
