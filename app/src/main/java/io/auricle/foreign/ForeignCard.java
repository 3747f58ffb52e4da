package io.auricle.foreign;

import io.auricle.bundle.About;
import io.auricle.bundle.InputOptions;
import io.auricle.bundle.ScoreOptions.Output;
import java.util.List;
import java.util.Optional;

/**
 * What has to be known of a model that somebody else made.
 *
 * @param about name, licence and origin
 * @param labels in the order of the scores
 * @param input from sound to its input; empty for what stands on another model's embedding
 * @param scores the output that scores come from; empty for the first
 * @param activation what its values are
 * @param embedding the output that other models may stand on, if there is one
 */
public record ForeignCard(
    About about,
    List<String> labels,
    Optional<InputOptions> input,
    Optional<String> scores,
    Activation activation,
    Optional<String> embedding) {
  /** What the values of an output are, and so what is to be done with them. */
  public enum Activation {
    /** Probabilities of labels of which one is true. */
    PROBABILITIES(Output.PROBABILITIES, Optional.empty()),
    /** Unbounded values of labels of which one is true. */
    LOGITS(Output.PROBABILITIES, Optional.of("Softmax")),
    /** Probabilities of tags. */
    TAGS(Output.TAGS, Optional.empty()),
    /** Unbounded values of tags. */
    TAG_LOGITS(Output.TAGS, Optional.of("Sigmoid"));

    private final Output output;
    private final Optional<String> operator;

    Activation(Output output, Optional<String> operator) {
      this.output = output;
      this.operator = operator;
    }

    Output output() {
      return output;
    }

    /** The ONNX operator that makes scores of them. */
    Optional<String> operator() {
      return operator;
    }
  }

  public ForeignCard {
    labels = List.copyOf(labels);
  }
}
