package io.auricle.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.auricle.network.Head;
import io.auricle.network.HeadTarget;
import io.auricle.network.NetworkSpec;
import io.auricle.network.Output;
import io.auricle.neural.batch.Aim;
import io.auricle.neural.option.TrainingOptions;
import io.auricle.neural.option.TrainingOptions.TagLoss;
import io.auricle.neural.torch.Scalars;
import java.util.List;

/**
 * The loss of a batch: the weighted sum over the heads of their mean losses. Softmax is trained by
 * cross-entropy, the mean over the rows; sigmoid by binary cross-entropy and linear by the squared
 * error, the means over all values. Formulas as in PyTorch, targets given as probabilities.
 */
final class Losses {
  private final NetworkSpec network;
  private final List<Double> classWeights;
  private final List<Double> positiveWeights;
  private final double focus;
  private final TagLoss tagLoss;

  Losses(NetworkSpec network, TrainingOptions options) {
    this.network = network;
    this.classWeights = options.classWeights();
    this.positiveWeights = options.positiveWeights();
    this.focus = options.focus();
    this.tagLoss = options.tagLoss();
  }

  /**
   * Refuses options that do not fit a network.
   *
   * @throws IllegalArgumentException if there are weights for another number of classes, or weights
   *     of tags for a network of none
   */
  static void check(NetworkSpec network, TrainingOptions options) {
    requireCount("classWeights", options.classWeights(), network);
    requireCount("positiveWeights", options.positiveWeights(), network);
    if (options.tagLoss() == TagLoss.CATEGORICAL) {
      requireTags(network, options);
    }
    if (!options.positiveWeights().isEmpty() && network.output() != Output.SIGMOID) {
      throw new IllegalArgumentException(
          "positiveWeights=%s must be left out: the output of network %s is %s, not sigmoid"
              .formatted(options.positiveWeights(), network.name(), network.output().word()));
    }
  }

  private static void requireTags(NetworkSpec network, TrainingOptions options) {
    if (network.output() != Output.SIGMOID) {
      throw new IllegalArgumentException(
          "tagLoss=categorical must be binary: the output of network %s is %s, not sigmoid"
              .formatted(network.name(), network.output().word()));
    }
    if (!options.positiveWeights().isEmpty()) {
      throw new IllegalArgumentException(
          "tagLoss=categorical must be binary where there are positiveWeights");
    }
  }

  private static void requireCount(String name, List<Double> weights, NetworkSpec network) {
    if (!weights.isEmpty() && weights.size() != network.outputs()) {
      throw new IllegalArgumentException(
          "%s=%s must be %d, as many as the classes".formatted(name, weights, network.outputs()));
    }
  }

  /**
   * The loss, a scalar.
   *
   * @param ends what each head gives, before softmax or sigmoid
   * @param aims what they are compared with; rows of factor 0 count as without any loss
   */
  NDArray of(List<NDArray> ends, List<Aim> aims) {
    NDArray sum = null;
    for (int i = 0; i < ends.size(); i++) {
      Head head = network.heads().get(i);
      Aim aim = aims.get(i);
      boolean labelled = head.target() == HeadTarget.LABELS;
      NDArray loss =
          switch (head.output()) {
            case SOFTMAX -> crossEntropy(ends.get(i), aim);
            case SIGMOID ->
                labelled && tagLoss == TagLoss.CATEGORICAL
                    ? crossEntropy(logSigmoid(ends.get(i)), aim)
                    : binary(ends.get(i), aim, labelled);
            case LINEAR -> rows(ends.get(i).sub(aim.target()).square(), aim).mean();
          };
      NDArray weighted = head.weight() == 1 ? loss : Scalars.times(loss, head.weight());
      sum = sum == null ? weighted : sum.add(weighted);
    }
    if (sum == null) {
      throw new IllegalArgumentException("ends=[] must have one at least");
    }
    return sum;
  }

  private static NDArray rows(NDArray terms, Aim aim) {
    return aim.rows() == null ? terms : terms.mul(aim.rows());
  }

  /** The softmax of these are sigmoids divided by their sum. */
  private static NDArray logSigmoid(NDArray logits) {
    return logits.neg().getNDArrayInternal().softPlus().neg();
  }

  private NDArray crossEntropy(NDArray logits, Aim aim) {
    NDArray logs = logits.logSoftmax(1);
    NDArray terms = rows(logs.mul(aim.target()), aim);
    if (focus > 0) {
      terms = terms.mul(Scalars.power(logs.exp().neg().add(1), focus));
    }
    return Scalars.times(weighted(terms, true).sum(), -1.0 / logits.getShape().get(0));
  }

  private NDArray binary(NDArray values, Aim aim, boolean labelled) {
    NDArray logits = aim.temperature() == 1 ? values : Scalars.times(values, 1 / aim.temperature());
    NDArray target = aim.target();
    NDArray terms = entropy(logits, target, labelled);
    if (focus > 0 && labelled) {
      NDArray p = ai.djl.nn.Activation.sigmoid(logits);
      // The share that is wrong: p + t - 2 p t.
      NDArray both = Scalars.times(p.mul(target), 2);
      terms = terms.mul(Scalars.power(p.add(target).sub(both), focus));
    }
    return weighted(rows(terms, aim), labelled).mean();
  }

  /** {@code -w t log(p) - (1 - t) log(1 - p)}, finite for any logit. */
  private NDArray entropy(NDArray logits, NDArray target, boolean labelled) {
    if (positiveWeights.isEmpty() || !labelled) {
      // softplus(x) - x t is that for w = 1.
      return logits.getNDArrayInternal().softPlus().sub(logits.mul(target));
    }
    NDArray factors = row(positiveWeights, logits.getManager());
    // -log(p) = softplus(-x), and -log(1 - p) = x + softplus(-x).
    NDArray absent = target.neg().add(1);
    NDArray steepness = target.mul(factors).add(absent);
    NDArray softplus = logits.neg().getNDArrayInternal().softPlus();
    return absent.mul(logits).add(steepness.mul(softplus));
  }

  private NDArray weighted(NDArray terms, boolean labelled) {
    return classWeights.isEmpty() || !labelled
        ? terms
        : terms.mul(row(classWeights, terms.getManager()));
  }

  private static NDArray row(List<Double> values, NDManager scope) {
    float[] row = new float[values.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = values.get(i).floatValue();
    }
    return scope.create(row, new Shape(1, row.length));
  }
}
