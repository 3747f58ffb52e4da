package io.auricle.predict;

import io.auricle.bundle.Bundle;
import io.auricle.bundle.BundleException;
import io.auricle.bundle.InputOptions;
import io.auricle.bundle.ModelCard;
import io.auricle.bundle.NetworkOutputs;
import org.jspecify.annotations.Nullable;

/** A single model, alone or in an ensemble, ready to score. Thread-safe. */
final class Member implements AutoCloseable {
  private final InputOptions input;
  private final ScoreRule scoring;
  private final OnnxModel model;
  private final double weight;
  private final ModelCard card;

  private Member(
      ModelCard card, InputOptions input, ScoreRule scoring, OnnxModel model, double weight) {
    this.card = card;
    this.input = input;
    this.scoring = scoring;
    this.model = model;
    this.weight = weight;
  }

  /** Loads the model of a single model's bundle. */
  static Member open(Bundle bundle, double weight, ScoringLimits limits) throws BundleException {
    InputOptions input = bundle.card().input();
    if (input == null) {
      throw new BundleException(bundle.location(), "is an ensemble inside an ensemble");
    }
    int columns = input.features().extractor().columns().size();
    long[] shape = input.layout().shape(1, input.segmentFrames(), columns);
    return new Member(
        bundle.card(),
        input,
        ScoreRule.of(bundle.card().scores()),
        OnnxModel.open(bundle, shape, limits),
        weight);
  }

  InputOptions input() {
    return input;
  }

  ScoreRule scoring() {
    return scoring;
  }

  OnnxModel model() {
    return model;
  }

  /** What it reads of its network; null where that has but one output. */
  @Nullable NetworkOutputs network() {
    return card.network();
  }

  /** The name of the network: that of its folder, or of the model where it has its own. */
  String networkName() {
    NetworkOutputs network = card.network();
    return network == null || network.folder() == null ? card.about().name() : network.folder();
  }

  boolean givesEmbedding() {
    NetworkOutputs network = card.network();
    return network != null && network.embedding() != null;
  }

  double weight() {
    return weight;
  }

  @Override
  public void close() {
    model.close();
  }
}
