package io.auricle.experiment.trainer;

import io.auricle.bundle.Bundle;
import io.auricle.bundle.BundleException;
import io.auricle.bundle.InputOptions;
import io.auricle.feature.FeatureMatrix;
import io.auricle.onnx.OnnxValues;
import io.auricle.predict.ValueReader;
import java.nio.file.Path;
import java.util.List;

/**
 * What the layers before the last of a trained network make of a segment: features that it has
 * learned from other tracks with other labels. Thread-safe.
 */
final class Embedding implements HeardVectors {
  private final OnnxValues network;
  private final String value;
  private final ValueReader reader;

  private Embedding(OnnxValues network, String value, ValueReader reader) {
    this.network = network;
    this.value = value;
    this.reader = reader;
  }

  /**
   * Opens a network.
   *
   * @param folder of its bundle
   * @param input of the experiment, which must be the network's own
   * @throws BundleException if there is no such bundle
   * @throws IllegalArgumentException if it is no network of that input
   */
  static Embedding open(Path folder, InputOptions input) throws BundleException {
    Bundle bundle = Bundle.read(folder);
    if (!input.equals(bundle.single().input())) {
      throw new IllegalArgumentException(
          "embedding=%s must be a network of the same input: input=%s, that of the network=%s"
              .formatted(folder, input, bundle.single().input()));
    }
    OnnxValues network = OnnxValues.of(bundle.model());
    String value =
        network
            .embedding()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "embedding=%s must be a network that ends in a dense layer"
                            .formatted(folder)));
    return new Embedding(network, value, ValueReader.open(network.giving(value), input));
  }

  /** A vector for each segment of a clip. */
  @Override
  public List<FeatureMatrix> heard(FeatureMatrix clip) {
    return reader.read(clip).stream().map(row -> FeatureMatrix.of(1, row.length, row)).toList();
  }

  /** The model of segments that a model of these vectors makes. */
  @Override
  public byte[] before(byte[] onnx) {
    return network.followedBy(value, onnx);
  }
}
