package io.auricle.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import io.auricle.bundle.About;
import io.auricle.bundle.InputOptions;
import io.auricle.foreign.ForeignCard.Activation;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code config.json} of a model of Hugging Face's Transformers, beside which lies the {@code
 * preprocessor_config.json} of what feeds it. Understood is what names labels of sound: {@code
 * logits} of one label or of several.
 */
final class HuggingFaceCard {
  /** What a model says of the sound as a whole, if its graph gives it out. */
  private static final String POOLED = "pooler_output";

  private static final String LOGITS = "logits";
  private static final String PROBLEM = "problem_type";

  /** What {@link #PROBLEM} may be; where it says nothing, Transformers takes one label as true. */
  private static final Map<String, Activation> PROBLEMS =
      Map.of(
          "single_label_classification", Activation.LOGITS,
          "multi_label_classification", Activation.TAG_LOGITS);

  private HuggingFaceCard() {}

  /** Whether a text is such a card. */
  static boolean fits(JsonNode card) {
    return card.has("model_type") || card.has("architectures") || card.has("id2label");
  }

  /**
   * Understands a card.
   *
   * @param config {@code config.json}
   * @param name of the bundle that the model becomes
   * @param outputs of the model's graph
   * @param seconds that a model of any length hears at once; empty for ten
   * @throws IOException if a file is missing or the model is of a kind that is not run here
   */
  static ForeignCard of(
      JsonFields config, String name, List<String> outputs, Optional<Double> seconds)
      throws IOException {
    Optional<String> problem = config.text(PROBLEM);
    Activation activation = PROBLEMS.get(problem.orElse("single_label_classification"));
    if (activation == null) {
      throw config.fault(
          PROBLEM, "single_label_classification, multi_label_classification or left out");
    }
    InputOptions input = HuggingFaceInput.of(config, seconds);
    List<String> labels = HuggingFaceLabels.of(config);
    if (!outputs.contains(LOGITS)) {
      throw new ForeignException(
          config.file(),
          "the graph gives %s and no logits; export it with --task audio-classification"
              .formatted(outputs));
    }
    return new ForeignCard(
        about(config, name, labels.size(), problem.isPresent()),
        labels,
        Optional.of(input),
        Optional.of(LOGITS),
        activation,
        Optional.of(POOLED).filter(outputs::contains));
  }

  private static About about(JsonFields config, String name, int labels, boolean told)
      throws IOException {
    Optional<String> made =
        config.text("_name_or_path").filter(path -> path.matches("[\\w.-]{1,100}/[\\w.-]{1,100}"));
    String kind =
        config.texts("architectures").stream()
            .findFirst()
            .orElse(config.text("model_type").orElse(""));
    return new About(
        name,
        made.orElse(name),
        "%s of %d labels, exported to ONNX.".formatted(kind, labels),
        "As its makers say.",
        "Not measured here."
            + (told
                ? ""
                : " config.json has no problem_type: one label is taken to be true, as"
                    + " Transformers does."),
        ModelPage.beside(config.file()).licence().orElse("unknown, see the page of the model"),
        made.map(path -> "https://huggingface.co/" + path)
            .orElse("Hugging Face; config.json does not say whose"));
  }
}
