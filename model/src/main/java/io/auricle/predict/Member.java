package io.auricle.predict;

import io.auricle.bundle.Bundle;
import io.auricle.bundle.BundleException;
import io.auricle.bundle.InputOptions;
import io.auricle.bundle.NetworkOutputs;
import io.auricle.bundle.SingleModel;
import io.auricle.predict.onnx.OnnxModel;
import java.util.Optional;

/** A single model, alone or in an ensemble, ready to score. Thread-safe. */
final class Member implements AutoCloseable {
  private final SingleModel kind;
  private final ScoreRule scoring;
  private final OnnxModel model;
  private final double weight;

  private Member(SingleModel kind, ScoreRule scoring, OnnxModel model, double weight) {
    this.kind = kind;
    this.scoring = scoring;
    this.model = model;
    this.weight = weight;
  }

  /** Loads the model of a single model's bundle. */
  static Member open(Bundle bundle, double weight, ScoringLimits limits) throws BundleException {
    SingleModel kind = bundle.single();
    InputOptions input = kind.input();
    int columns = input.features().extractor().columns().size();
    long[] shape = input.layout().shape(1, input.segmentFrames(), columns);
    return new Member(
        kind,
        ScoreRule.of(bundle.card().scores()),
        OnnxModel.open(bundle, shape, limits.runSeconds()),
        weight);
  }

  InputOptions input() {
    return kind.input();
  }

  ScoreRule scoring() {
    return scoring;
  }

  OnnxModel model() {
    return model;
  }

  /** What it reads of its network; empty where that has but one output. */
  Optional<NetworkOutputs> network() {
    return kind.network();
  }

  boolean givesEmbedding() {
    return network().map(NetworkOutputs::embedding).isPresent();
  }

  double weight() {
    return weight;
  }

  @Override
  public void close() {
    model.close();
  }
}
