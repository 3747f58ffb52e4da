package io.auricle.foreign;

import io.auricle.bundle.Bundle;
import io.auricle.bundle.BundleWriter;
import io.auricle.bundle.ClipFit;
import io.auricle.bundle.InputOptions;
import io.auricle.bundle.ModelCard;
import io.auricle.bundle.NetworkOutputs;
import io.auricle.bundle.ScoreOptions;
import io.auricle.bundle.SingleModel;
import io.auricle.bundle.Training;
import io.auricle.folder.FolderTree;
import io.auricle.onnx.ForeignGraph;
import io.auricle.predict.Classifiers;
import io.auricle.predict.ScoringLimits;
import io.auricle.text.RegularFile;
import io.auricle.yaml.YamlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Makes bundles of models that somebody else made. */
public final class ForeignModels {
  /** What networks of attention need grows with the square of this. */
  public static final int MOST_SECONDS = 60;

  /** A model that takes longer for one silent segment is of no use. */
  private static final int TRIAL_SECONDS = 20;

  private ForeignModels() {}

  /** The card of a model of the Hugging Face kind, whatever the model's own name. */
  private static final String CONFIG = "config.json";

  /**
   * A model and what is said of it.
   *
   * @param model an {@code .onnx} file
   * @param card its card, of ours or of its publisher's
   * @param seconds that a model hears at once which takes a wave of any length; empty for what is
   *     usual
   */
  public record Source(Path model, Path card, Optional<Double> seconds) {
    /** A model that hears as much at once as is usual. */
    public Source(Path model, Path card) {
      this(model, card, Optional.empty());
    }

    /**
     * A model with the card that lies beside it: under the same name, or {@code config.json}.
     *
     * @throws ForeignException if there is none
     */
    public static Source beside(Path model) throws ForeignException {
      if (!Files.exists(model)) {
        throw new ForeignException(model, "there is no such file");
      }
      String base = model.toString().replaceFirst("\\.onnx$", "");
      for (String ending : List.of(".yaml", ".yml", ".json")) {
        Path card = Path.of(base + ending);
        if (Files.isRegularFile(card)) {
          return new Source(model, card);
        }
      }
      if (Files.isRegularFile(model.resolveSibling(CONFIG))) {
        return new Source(model, model.resolveSibling(CONFIG));
      }
      throw new ForeignException(
          model, "has no card beside it; name one with --card (docs/models.md says what is in it)");
    }
  }

  /**
   * Writes a bundle, once the model has answered a silent segment in time.
   *
   * @param head the model that names labels
   * @param extractor the model on whose embedding it stands, if it takes no sound itself
   * @param name of the bundle
   * @param folder of bundles, in which it gets its own
   * @return the bundle's folder
   * @throws IOException if a file is not understood, the model is refused or does not fit its card
   */
  public static Path add(Source head, Optional<Source> extractor, String name, Path folder)
      throws IOException {
    ForeignGraph graph = graph(head.model());
    ForeignCard card = card(head, name, graph);
    InputOptions input;
    String scores;
    Optional<String> embedding;
    try {
      scores = graph.value(card.scores().orElse(graph.outputs().get(0)));
      if (extractor.isPresent()) {
        ForeignGraph first = graph(extractor.get().model());
        ForeignCard below = card(extractor.get(), name, first);
        embedding =
            Optional.of(
                first.value(below.embedding().orElseThrow(() -> noEmbedding(extractor.get()))));
        input = below.input().orElseThrow(() -> noInput(extractor.get().card()));
        graph = first.followedBy(embedding.get(), graph);
      } else {
        input = card.input().orElseThrow(() -> noInput(head.card()));
        embedding = card.embedding().map(graph::value);
      }
      requireShape(graph, input);
    } catch (IllegalArgumentException e) {
      throw new ForeignException(head.model(), e);
    }
    Optional<String> operator = card.activation().operator();
    byte[] model = graph.giving(scores, operator, embedding);
    ModelCard written =
        ModelCard.single(
                card.about(),
                card.labels(),
                input,
                new ScoreOptions(card.activation().output(), 1),
                new Training(0, List.of(), List.of(), List.of()))
            .withKind(
                new SingleModel(
                    input,
                    new NetworkOutputs(
                        card.about().name(),
                        version(model),
                        null,
                        ForeignGraph.scores(scores, operator),
                        embedding.orElse(null),
                        null,
                        null)));
    return write(folder, name, written, model, head.model());
  }

  /** What a graph says that it takes is what it gets, or it would fail on the first sound. */
  private static void requireShape(ForeignGraph graph, InputOptions input) {
    List<Long> declared = graph.inputSizes();
    int columns = input.features().extractor().columns().size();
    long[] given = input.layout().shape(1, input.segmentFrames(), columns);
    long[] longer = input.layout().shape(1, input.segmentFrames() + 1, columns);
    boolean anyLength = input.clipFit().way() == ClipFit.Way.WHOLE;
    boolean fits = declared.isEmpty() || declared.size() == given.length;
    for (int axis = 0; fits && axis < declared.size(); axis++) {
      long size = declared.get(axis);
      if (anyLength && given[axis] != longer[axis] && size >= 0) {
        throw new IllegalArgumentException(
            "takes an input of %s, and must take any number of samples; export it with that axis dynamic"
                .formatted(declared));
      }
      fits = size < 0 || size == given[axis];
    }
    if (!fits) {
      throw new IllegalArgumentException(
          "takes an input of %s (-1: any), and its card gives it %s"
              .formatted(declared, Arrays.toString(given)));
    }
  }

  private static Path write(Path folder, String name, ModelCard card, byte[] model, Path source)
      throws IOException {
    Files.createDirectories(folder);
    Path tried = folder.resolve("." + name + "-" + UUID.randomUUID());
    try {
      BundleWriter.write(tried, card, model);
      Bundle bundle = Bundle.read(tried).withLocation(source.toString());
      Classifiers.load(bundle, new ScoringLimits(TRIAL_SECONDS)).close();
    } finally {
      FolderTree.remove(tried);
    }
    Path target = folder.resolve(name);
    BundleWriter.write(target, card, model);
    return target;
  }

  /** Embeddings may be compared if they are of the very same model. */
  private static String version(byte[] model) {
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(model);
      return HexFormat.of().formatHex(sum, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static IllegalArgumentException noEmbedding(Source source) {
    return new IllegalArgumentException(
        source.card() + " names no embedding, on which another model could stand");
  }

  private static IllegalArgumentException noInput(Path card) {
    return new IllegalArgumentException(
        card
            + " says of no sound that goes in: the model stands on another's embedding; name that"
            + " with --on FILE.onnx");
  }

  private static ForeignGraph graph(Path file) throws IOException {
    try {
      return ForeignGraph.of(RegularFile.bytes(file, ForeignGraph.MOST_BYTES));
    } catch (IllegalArgumentException e) {
      throw new ForeignException(file, e);
    }
  }

  private static ForeignCard card(Source source, String name, ForeignGraph graph)
      throws IOException {
    Path file = source.card();
    try {
      if (file.toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
        JsonFields json = JsonFields.read(file);
        if (HuggingFaceCard.fits(json.json())) {
          return HuggingFaceCard.of(json, name, graph.outputs(), source.seconds());
        }
        requireNoSeconds(source);
        if (EssentiaCard.fits(json.json())) {
          return EssentiaCard.of(json.json(), file, name);
        }
        throw new ForeignException(
            file,
            "is no card of Essentia's (classes, schema) nor a config.json of Hugging Face's"
                + " (model_type, id2label); write one in YAML (docs/models.md)");
      }
      requireNoSeconds(source);
      return YamlCard.read(file, name);
    } catch (YamlException e) {
      throw e.in(file);
    } catch (IllegalArgumentException e) {
      throw new ForeignException(file, e);
    }
  }

  private static void requireNoSeconds(Source source) throws ForeignException {
    if (source.seconds().isPresent()) {
      throw new ForeignException(
          source.card(),
          "seconds=%s must be left out: the card says how long the model hears"
              .formatted(source.seconds().get()));
    }
  }
}
