package io.auricle.cli.model;

import io.auricle.bundle.About;
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
      "Cards: Essentia's .json as published, or our own in YAML (docs/models.md).",
      "A model is code: add those of people you trust. Nothing is fetched."
    },
    mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ModelsAddCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE.onnx", description = "The model.")
  private Path model;

  @Option(
      names = "--card",
      paramLabel = "FILE",
      description = "Its card; by default the .yaml or .json of the same name beside it.")
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
      names = "--name",
      paramLabel = "NAME",
      description = "What it is called; by default as its file is.")
  private @Nullable String name;

  @Option(names = "--replace", description = "Replace one that was added under this name.")
  private boolean replace;

  @Override
  public Integer call() throws IOException {
    String called = name == null ? named(model) : name;
    if (!About.isName(called)) {
      throw usage("name=%s must be lower-case letters, digits and hyphens".formatted(called));
    }
    if (Bundles.bundled().contains(called)) {
      throw usage("name=%s is a bundled model's; give another with --name".formatted(called));
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
            source(model, card),
            extractor == null ? Optional.empty() : Optional.of(source(extractor, extractorCard)),
            called,
            folder);
    PrintWriter err = spec.commandLine().getErr();
    err.println("auricle: added " + added);
    err.println("auricle: try it: auricle classify --model " + called + " FILE");
    return ExitCode.DONE;
  }

  private static Source source(Path model, @Nullable Path card) throws IOException {
    return card == null ? Source.beside(model) : new Source(model, card);
  }

  private static String named(Path file) {
    return String.valueOf(file.getFileName())
        .replaceFirst("\\.onnx$", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
