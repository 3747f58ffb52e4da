package io.auricle.foreign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.auricle.bundle.Bundle;
import io.auricle.bundle.BundleWriter;
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
import io.auricle.text.TextFile;
import io.auricle.yaml.YamlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Makes bundles of models that somebody else made. */
public final class ForeignModels {
  /** A model that takes longer for one silent segment is of no use. */
  private static final int TRIAL_SECONDS = 20;

  private ForeignModels() {}

  /**
   * A model and what is said of it.
   *
   * @param model an {@code .onnx} file
   * @param card its card, of ours or of its publisher's
   */
  public record Source(Path model, Path card) {
    /**
     * A model with the card that lies beside it under the same name.
     *
     * @throws ForeignException if there is none
     */
    public static Source beside(Path model) throws ForeignException {
      String base = model.toString().replaceFirst("\\.onnx$", "");
      for (String ending : List.of(".yaml", ".yml", ".json")) {
        Path card = Path.of(base + ending);
        if (Files.isRegularFile(card)) {
          return new Source(model, card);
        }
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
    ForeignCard card = card(head.card(), name);
    ForeignGraph graph = graph(head.model());
    InputOptions input;
    String scores;
    Optional<String> embedding;
    try {
      scores = graph.value(card.scores().orElse(graph.outputs().get(0)));
      if (extractor.isPresent()) {
        ForeignCard below = card(extractor.get().card(), name);
        ForeignGraph first = graph(extractor.get().model());
        embedding =
            Optional.of(
                first.value(below.embedding().orElseThrow(() -> noEmbedding(extractor.get()))));
        input = below.input().orElseThrow(() -> noInput(extractor.get().card()));
        graph = first.followedBy(embedding.get(), graph);
      } else {
        input = card.input().orElseThrow(() -> noInput(head.card()));
        embedding = card.embedding().map(graph::value);
      }
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
    return write(folder, name, written, model);
  }

  private static Path write(Path folder, String name, ModelCard card, byte[] model)
      throws IOException {
    Files.createDirectories(folder);
    Path tried = folder.resolve("." + name + "-" + UUID.randomUUID());
    try {
      BundleWriter.write(tried, card, model);
      Classifiers.load(Bundle.read(tried), new ScoringLimits(TRIAL_SECONDS)).close();
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
            + " says of no sound that goes in: the model stands on another's embedding; name that with --on FILE.onnx");
  }

  private static ForeignGraph graph(Path file) throws IOException {
    try {
      return ForeignGraph.of(RegularFile.bytes(file, ForeignGraph.MOST_BYTES));
    } catch (IllegalArgumentException e) {
      throw new ForeignException(file, e);
    }
  }

  private static ForeignCard card(Path file, String name) throws IOException {
    try {
      if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
        return YamlCard.read(file, name);
      }
      JsonNode json = new ObjectMapper().readTree(TextFile.read(file, TextFile.MOST_BYTES_WRITTEN));
      if (EssentiaCard.fits(json)) {
        return EssentiaCard.of(json, file, name);
      }
      throw new ForeignException(
          file, "is no card of Essentia's (classes, schema); write one in YAML (docs/models.md)");
    } catch (JsonProcessingException e) {
      throw new ForeignException(file, "is no JSON: " + e.getOriginalMessage());
    } catch (YamlException e) {
      throw e.in(file);
    } catch (IllegalArgumentException e) {
      throw new ForeignException(file, e);
    }
  }
}
