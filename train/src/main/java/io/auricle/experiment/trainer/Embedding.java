package io.auricle.experiment.trainer;

import io.auricle.bundle.Bundle;
import io.auricle.bundle.BundleException;
import io.auricle.bundle.Bundles;
import io.auricle.bundle.InputOptions;
import io.auricle.bundle.NetworkOutputs;
import io.auricle.experiment.ClassicRecipe;
import io.auricle.feature.FeatureMatrix;
import io.auricle.onnx.OnnxValues;
import io.auricle.predict.onnx.ValueReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What the layers before the last of a trained network make of a segment: features that it has
 * learned from other tracks with other labels. Thread-safe.
 */
final class Embedding implements HeardVectors {
  private final OnnxValues network;
  private final String value;
  private final ValueReader reader;
  private final boolean perClip;

  private Embedding(OnnxValues network, String value, ValueReader reader, boolean perClip) {
    this.network = network;
    this.value = value;
    this.reader = reader;
    this.perClip = perClip;
  }

  /**
   * Opens a network.
   *
   * @param recipe with the folder or name of its bundle
   * @param input of the experiment, which must be the network's own
   * @throws IOException if there is no such bundle
   * @throws IllegalArgumentException if it is no network of that input
   */
  static Embedding open(ClassicRecipe.Embedded recipe, InputOptions input) throws IOException {
    Bundle bundle = Bundles.find(recipe.bundle());
    if (!input.equals(bundle.single().input())) {
      throw new IllegalArgumentException(
          "embedding=%s must be a network of the same input: input=%s, that of the network=%s"
              .formatted(recipe.bundle(), input, bundle.single().input()));
    }
    OnnxValues network = OnnxValues.of(bundle.model());
    String value =
        named(bundle)
            .or(network::embedding)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        ("embedding=%s must be a network that ends in a dense layer, or one whose"
                                + " card names its embedding")
                            .formatted(recipe.bundle())));
    ValueReader reader = ValueReader.open(network.giving(value), input);
    return new Embedding(network, value, reader, recipe.perClip());
  }

  /** The output that the card says is the embedding. */
  private static Optional<String> named(Bundle bundle) throws BundleException {
    return Optional.ofNullable(bundle.single().outputs()).map(NetworkOutputs::embedding);
  }

  /** A vector for each segment of a clip. */
  @Override
  public List<FeatureMatrix> heard(FeatureMatrix clip) {
    return reader.read(clip).stream().map(row -> FeatureMatrix.of(1, row.length, row)).toList();
  }

  @Override
  public List<FeatureMatrix> learned(FeatureMatrix clip, Random random) {
    List<float[]> rows = reader.read(clip);
    if (!perClip || rows.size() < 2) {
      return heard(clip);
    }
    double[] sums = new double[rows.get(0).length];
    for (float[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        sums[i] += row[i];
      }
    }
    float[] mean = new float[sums.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (float) (sums[i] / rows.size());
    }
    return List.of(FeatureMatrix.of(1, mean.length, mean));
  }

  /** The model of segments that a model of these vectors makes. */
  @Override
  public byte[] before(byte[] onnx) {
    return network.followedBy(value, onnx);
  }
}
