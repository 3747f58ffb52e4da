package io.auricle.network.layer;

import io.auricle.network.shape.TensorShape;
import io.auricle.network.weight.Initialiser;
import io.auricle.network.weight.Weight;
import java.util.List;

/**
 * Batch normalisation over the first axis (Ioffe and Szegedy 2015). In training the statistics of
 * the batch, afterwards the running ones.
 *
 * @param epsilon added to the variance, above 0
 * @param momentum share of the old running statistics that a batch leaves, in [0, 1): 0.99 in
 *     Keras, 0.9 in PyTorch (where it is written 0.1)
 */
public record BatchNorm(double epsilon, double momentum) implements Layer {
  public BatchNorm {
    LayerChecks.positive("epsilon", epsilon);
    LayerChecks.share("momentum", momentum);
  }

  @Override
  public String kind() {
    return "batch-norm";
  }

  @Override
  public TensorShape outputShape(TensorShape input) {
    return input;
  }

  @Override
  public List<Weight> weights(TensorShape input) {
    TensorShape channels = TensorShape.of(input.channels());
    return List.of(
        Weight.trained("scale", channels, Initialiser.constant(1)),
        Weight.trained("shift", channels, Initialiser.constant(0)),
        Weight.statistic("mean", channels, 0),
        Weight.statistic("variance", channels, 1));
  }

  @Override
  public <V> V accept(LayerVisitor<V> visitor, Place place, V input) {
    return visitor.batchNorm(this, place, input);
  }
}
