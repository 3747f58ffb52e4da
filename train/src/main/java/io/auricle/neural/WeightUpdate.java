package io.auricle.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.auricle.network.weight.Weight;
import io.auricle.neural.torch.LiveWeights;
import java.util.List;

/** From the gradients of a step to new weights: clipping, L2, the optimiser of each layer. */
final class WeightUpdate {
  /** Keeps a gradient of length 0 finite when it is scaled; as in PyTorch. */
  private static final double CLIPPING_EPSILON = 1e-6;

  private final LiveWeights weights;
  private final Optimiser optimiser;
  private final LayerOptimisers options;
  private final double longest;
  private final List<Weight> trained;

  /**
   * @param longest norm of all gradients together; 0 for no limit
   */
  WeightUpdate(LiveWeights weights, Optimiser optimiser, LayerOptimisers options, double longest) {
    this.weights = weights;
    this.optimiser = optimiser;
    this.options = options;
    this.longest = longest;
    this.trained = weights.trained();
  }

  /** Uses the gradients up: they are 0 afterwards. */
  void apply(Optimiser.Pace pace) {
    try (NDManager scope = weights.manager().newSubManager()) {
      List<NDArray> gradients =
          trained.stream().map(weight -> weights.gradient(weight.name(), scope)).toList();
      double factor = clipping(gradients);
      for (int i = 0; i < gradients.size(); i++) {
        Weight weight = trained.get(i);
        NDArray values = weights.get(weight.name());
        NDArray gradient = gradients.get(i);
        if (factor != 1) {
          gradient.muli(factor);
        }
        if (weight.l2() > 0) {
          Optimiser.add(gradient, values, 2 * weight.l2());
        }
        optimiser.update(weight.name(), values, gradient, options.of(weight.name()), pace);
        weights.clearGradient(weight.name());
      }
    }
  }

  private double clipping(List<NDArray> gradients) {
    if (longest == 0) {
      return 1;
    }
    double square = 0;
    for (NDArray gradient : gradients) {
      square += gradient.square().sum().getFloat();
    }
    return Math.min(1, longest / (Math.sqrt(square) + CLIPPING_EPSILON));
  }
}
