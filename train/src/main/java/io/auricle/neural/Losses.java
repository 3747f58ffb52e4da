package io.auricle.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.auricle.network.Head;
import io.auricle.network.NetworkSpec;
import io.auricle.network.Target;
import java.util.List;

/**
 * The loss of a batch: the weighted sum over the heads of their mean losses. Softmax is trained by
 * cross-entropy, the mean over the rows; sigmoid by binary cross-entropy and linear by the squared
 * error, the means over all values. Formulas as in PyTorch, targets given as probabilities.
 */
final class Losses {
  private final NetworkSpec network;
  private final List<Double> classWeights;
  private final double focus;

  Losses(NetworkSpec network, TrainingOptions options) {
    this.network = network;
    this.classWeights = options.classWeights();
    this.focus = options.focus();
  }

  /**
   * Refuses options that do not fit a network.
   *
   * @throws IllegalArgumentException if there are class weights for another number of classes
   */
  static void check(NetworkSpec network, TrainingOptions options) {
    int given = options.classWeights().size();
    if (given > 0 && given != network.outputs()) {
      throw new IllegalArgumentException(
          "classWeights=%s must be %d, as many as the classes"
              .formatted(options.classWeights(), network.outputs()));
    }
  }

  /**
   * The loss, a scalar.
   *
   * @param ends what each head gives, before softmax or sigmoid
   * @param input of the network, the target of those heads that give it back
   * @param labels {@code [batch][classes]}, the target of the others
   */
  NDArray of(List<NDArray> ends, NDArray input, NDArray labels) {
    NDArray sum = null;
    for (int i = 0; i < ends.size(); i++) {
      Head head = network.heads().get(i);
      boolean labelled = head.target() == Target.LABELS;
      NDArray target = labelled ? labels : input;
      NDArray loss =
          switch (head.output()) {
            case SOFTMAX -> crossEntropy(ends.get(i), target);
            case SIGMOID -> binary(ends.get(i), target, labelled);
            case LINEAR -> ends.get(i).sub(target).square().mean();
          };
      // A scalar times a double would be a double.
      NDArray weighted = head.weight() == 1 ? loss : loss.mul((float) head.weight());
      sum = sum == null ? weighted : sum.add(weighted);
    }
    if (sum == null) {
      throw new IllegalArgumentException("ends=[] must have one at least");
    }
    return sum;
  }

  private NDArray crossEntropy(NDArray logits, NDArray target) {
    NDArray logs = logits.logSoftmax(1);
    NDArray terms = logs.mul(target);
    if (focus > 0) {
      terms = terms.mul(logs.exp().neg().add(1).pow(focus));
    }
    return weighted(terms, true).sum().div(-logits.getShape().get(0));
  }

  private NDArray binary(NDArray logits, NDArray target, boolean labelled) {
    // softplus(x) - x t = -t log(p) - (1 - t) log(1 - p), and stays finite for any x.
    NDArray terms = logits.getNDArrayInternal().softPlus().sub(logits.mul(target));
    if (focus > 0 && labelled) {
      NDArray p = ai.djl.nn.Activation.sigmoid(logits);
      // The share that is wrong: p + t - 2 p t.
      terms = terms.mul(p.add(target).sub(p.mul(target).mul(2)).pow(focus));
    }
    return weighted(terms, labelled).mean();
  }

  private NDArray weighted(NDArray terms, boolean labelled) {
    if (classWeights.isEmpty() || !labelled) {
      return terms;
    }
    float[] factors = new float[classWeights.size()];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = classWeights.get(i).floatValue();
    }
    NDManager scope = terms.getManager();
    return terms.mul(scope.create(factors, new Shape(1, factors.length)));
  }
}
