package io.auricle.bundle;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A card as {@code card.json} is written.
 *
 * @param input of a single model
 * @param ensemble of several
 * @param network of a single model that reads some outputs of a network
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CardForm(
    int formatVersion,
    String createdBy,
    About about,
    List<String> labels,
    @Nullable InputOptions input,
    @Nullable Ensemble ensemble,
    @Nullable NetworkOutputs network,
    ScoreOptions scores,
    Training training) {
  static CardForm of(ModelCard card) {
    SingleModel single = card.kind() instanceof SingleModel model ? model : null;
    return new CardForm(
        card.formatVersion(),
        card.createdBy(),
        card.about(),
        card.labels(),
        single == null ? null : single.input(),
        card.kind() instanceof Ensemble ensemble ? ensemble : null,
        single == null ? null : single.outputs(),
        card.scores(),
        card.training());
  }

  /**
   * The card.
   *
   * @throws IllegalArgumentException naming what is missing or does not go together
   */
  ModelCard card() {
    return new ModelCard(formatVersion, createdBy, about, labels, kind(), scores, training);
  }

  private ModelKind kind() {
    if (input != null && ensemble == null) {
      return new SingleModel(input, network);
    }
    if (ensemble == null || input != null) {
      throw new IllegalArgumentException(
          "one of input (a single model) and ensemble must be given, not "
              + (input == null ? "neither" : "both"));
    }
    if (network != null) {
      throw new IllegalArgumentException(
          "network must be left out for an ensemble, whose members have one each");
    }
    return ensemble;
  }
}
