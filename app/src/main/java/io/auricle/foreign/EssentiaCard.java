package io.auricle.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import io.auricle.bundle.About;
import io.auricle.bundle.InputLayout;
import io.auricle.bundle.InputOptions;
import io.auricle.feature.FeatureOptions;
import io.auricle.feature.frontend.LogMelOptions;
import io.auricle.foreign.ForeignCard.Activation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The {@code .json} that Essentia publishes beside each of its models (Alonso-Jimenez et al. 2020,
 * arXiv:2003.07393). What goes into a model is known by the name of the algorithm that runs it
 * there.
 */
final class EssentiaCard {
  /** Algorithms and what they cut and compute, by Essentia's reference of them. */
  private static final Map<String, InputOptions> INPUTS =
      Map.of(
          "TensorflowPredictMusiCNN", patches(LogMelOptions.MUSICNN, 187, 93),
          "TensorflowPredictEffnetDiscogs", patches(LogMelOptions.MUSICNN, 128, 62),
          "TensorflowPredictVGGish", patches(LogMelOptions.VGGISH, 96, 48));

  /** Models that stand on another's embedding. */
  private static final String HEAD = "TensorflowPredict2D";

  private static final double CLIP_SECONDS = 30;

  private EssentiaCard() {}

  private static InputOptions patches(FeatureOptions features, int frames, int hop) {
    return new InputOptions(features, CLIP_SECONDS, frames, hop, InputLayout.FRAMES_BANDS);
  }

  /** Whether a text is such a card. */
  static boolean fits(JsonNode card) {
    return card.has("classes") && card.has("schema");
  }

  /**
   * Understands a card.
   *
   * @param file that it was in
   * @param name of the bundle that the model becomes
   * @throws ForeignException if the model is of a kind that is not run here
   */
  static ForeignCard of(JsonNode card, Path file, String name) throws ForeignException {
    JsonNode schema = card.path("schema");
    String algorithm = card.path("inference").path("algorithm").asText();
    if (!algorithm.equals(HEAD) && !INPUTS.containsKey(algorithm)) {
      throw new ForeignException(
          file,
          "inference.algorithm=%s must be one of %s, or %s behind one of them"
              .formatted(algorithm, new TreeSet<>(INPUTS.keySet()), HEAD));
    }
    JsonNode scores = output(schema, "predictions").orElse(schema.path("outputs").path(0));
    List<String> classes = new ArrayList<>();
    card.path("classes").forEach(label -> classes.add(label.asText()));
    return new ForeignCard(
        about(card, name),
        classes,
        Optional.ofNullable(INPUTS.get(algorithm)),
        Optional.of(scores.path("name").asText()).filter(value -> !value.isEmpty()),
        activation(file, scores.path("op").asText()),
        output(schema, "embeddings").map(output -> output.path("name").asText()));
  }

  private static Optional<JsonNode> output(JsonNode schema, String purpose) {
    for (JsonNode output : schema.path("outputs")) {
      if (output.path("output_purpose").asText().equals(purpose)) {
        return Optional.of(output);
      }
    }
    return Optional.empty();
  }

  private static Activation activation(Path file, String operator) throws ForeignException {
    return switch (operator) {
      case "Softmax", "softmax" -> Activation.PROBABILITIES;
      case "Sigmoid", "sigmoid" -> Activation.TAGS;
      default ->
          throw new ForeignException(
              file,
              "op=%s of the predictions must be Softmax or Sigmoid: models that give numbers instead of labels are not run here"
                  .formatted(operator));
    };
  }

  private static About about(JsonNode card, String name) {
    String dataset = card.path("dataset").path("name").asText();
    return new About(
        name,
        card.path("name").asText(name),
        card.path("description").asText("A model of Essentia's."),
        "As its makers say.",
        "Not measured here." + (dataset.isEmpty() ? "" : " Trained on " + dataset + "."),
        // As the page of the models says; their cards do not.
        card.path("license").asText("CC BY-NC-SA 4.0"),
        "Essentia, "
            + card.path("author").asText("Music Technology Group")
            + ", "
            + card.path("link").asText("https://essentia.upf.edu/models"));
  }
}
