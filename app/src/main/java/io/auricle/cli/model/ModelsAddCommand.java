package io.auricle.cli.model;

import io.auricle.bundle.About;
import io.auricle.bundle.Bundle;
import io.auricle.bundle.Bundles;
import io.auricle.bundle.UserModels;
import io.auricle.cli.output.ExitCode;
import io.auricle.foreign.ForeignModels;
import io.auricle.foreign.ForeignModels.Source;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle models add}: a model that somebody else made, from now on known by its name. */
@Command(
    name = "add",
    description = {
      "Add a model that others made: an ONNX file with its card.",
      "Cards: Essentia's .json as published, Hugging Face's config.json with the "
          + "preprocessor_config.json beside it, or our own in YAML (docs/models.md).",
      "A model is code: add those of people you trust. Nothing is fetched."
    },
    mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ModelsAddCommand implements Callable<Integer> {
  /** What exporters call every model. */
  private static final String MODEL = "model.onnx";

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE.onnx",
      description = "The model, or a folder with a model.onnx and its config.json.")
  private Path model;

  @Option(
      names = "--card",
      paramLabel = "FILE",
      description =
          "Its card; by default the .yaml or .json of the same name beside it, or config.json.")
  private @Nullable Path card;

  @Option(
      names = "--on",
      paramLabel = "FILE.onnx",
      description = "The model on whose embedding it stands, for heads that take no sound.")
  private @Nullable Path extractor;

  @Option(
      names = "--on-card",
      paramLabel = "FILE",
      description = "That one's card; by default the one beside it.")
  private @Nullable Path extractorCard;

  @Option(
      names = "--seconds",
      paramLabel = "SECONDS",
      description =
          "What a model hears at once that takes a wave of any length, as wav2vec 2.0; 10.")
  private @Nullable Double seconds;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What it is called; by default as its file is.")
  private @Nullable String name;

  @Option(names = "--replace", description = "Replace one that was added under this name.")
  private boolean replace;

  @Override
  public Integer call() throws IOException {
    Path file = Files.isDirectory(model) ? model.resolve(MODEL) : model;
    String called = name == null ? named(file) : name;
    if (!About.isName(called)) {
      throw usage("name=%s must be lower-case letters, digits and hyphens".formatted(called));
    }
    if (Bundles.bundled().contains(called)) {
      throw usage("name=%s is a bundled model's; give another with --name".formatted(called));
    }
    if (seconds != null && !(seconds >= 1 && seconds <= ForeignModels.MOST_SECONDS)) {
      throw usage("seconds=%s must be in [1, %d]".formatted(seconds, ForeignModels.MOST_SECONDS));
    }
    Path folder =
        UserModels.folder()
            .orElseThrow(
                () ->
                    new IOException(
                        "there is no place for models of yours: set AURICLE_MODELS to a folder"));
    if (!replace && Files.exists(folder.resolve(called))) {
      throw usage("name=%s is there already: give --replace or another --name".formatted(called));
    }
    Path added =
        ForeignModels.add(
            source(file, card, seconds),
            extractor == null
                ? Optional.empty()
                : Optional.of(source(extractor, extractorCard, null)),
            called,
            folder);
    PrintWriter err = spec.commandLine().getErr();
    About about = Bundle.read(added).card().about();
    err.println("auricle: added " + added);
    err.println("auricle: licence " + about.licence() + ". " + about.limits());
    err.println("auricle: try it: auricle classify --model " + called + " FILE");
    return ExitCode.DONE;
  }

  private static Source source(Path model, @Nullable Path card, @Nullable Double seconds)
      throws IOException {
    Source source = card == null ? Source.beside(model) : new Source(model, card);
    return new Source(source.model(), source.card(), Optional.ofNullable(seconds));
  }

  /** By its file's name, which exporters give to all; then by its folder's. */
  private static String named(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    Path named = folder != null && file.endsWith(MODEL) ? folder : file;
    return String.valueOf(named.getFileName())
        .replaceFirst("\\.onnx$", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
