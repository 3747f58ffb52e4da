package io.auricle.neural;

import io.auricle.feature.FeatureMatrix;
import io.auricle.network.HeadTarget;
import io.auricle.network.NetworkSpec;
import io.auricle.network.Output;
import io.auricle.neural.batch.ClipSource;
import io.auricle.neural.batch.SegmentLayout;
import io.auricle.neural.option.Criterion;
import io.auricle.neural.torch.LiveWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Judges weights by whole clips: the mean of the main head's outputs for their half-overlapping
 * segments. A network without labels is judged by the squared error of what it gives back. The loss
 * is the weighted sum over the heads, as in training.
 */
final class Validation implements Judge {
  private static final int BATCH = 64;
  private static final double SMALLEST_SHARE = 1e-7;

  private final NetworkSpec network;
  private final NetworkPredictor predictor;
  private final ClipSource clips;
  private final SegmentLayout layout;

  /** The weights stay the caller's. */
  Validation(NetworkSpec network, LiveWeights weights, ClipSource clips) {
    this.network = network;
    this.predictor = new NetworkPredictor(network, weights);
    this.clips = clips;
    this.layout = SegmentLayout.of(network.input(), clips.framesFirst());
  }

  /**
   * @param heads the errors of heads that learn from lessons, by name; empty of others
   */
  record Result(double accuracy, double auc, double loss, Map<String, Double> heads) {
    Result(double accuracy, double auc, double loss) {
      this(accuracy, auc, loss, Map.of());
    }

    /**
     * What the criterion looks at, as a figure that is better if higher.
     *
     * @param epoch the number of the epoch that was judged
     */
    double by(Criterion criterion, int epoch) {
      return switch (criterion) {
        case ACCURACY -> accuracy;
        case AUC -> auc;
        case LOSS -> -loss;
        case LAST -> epoch;
      };
    }
  }

  @Override
  public Result run() {
    List<double[]> sums = new ArrayList<>();
    List<Integer> owners = new ArrayList<>();
    float[] inputs = new float[BATCH * layout.count()];
    double[] squares = new double[network.heads().size()];
    for (int i = 0; i < clips.size(); i++) {
      FeatureMatrix clip = clips.clip(i);
      List<Double> starts = layout.starts(clip, clips.frameStep());
      // The last value counts the segments.
      sums.add(new double[network.outputs() + 1]);
      for (double start : starts) {
        layout.cut(clip, start, clips.frameStep(), inputs, owners.size() * layout.count());
        layout.order(inputs, owners.size() * layout.count());
        owners.add(i);
        if (owners.size() == BATCH) {
          judge(inputs, owners, sums, squares);
        }
      }
    }
    judge(inputs, owners, sums, squares);
    double rebuilding = rebuilding(sums, squares);
    return network.main().target() == HeadTarget.LABELS
        ? labelled(sums, rebuilding)
        : new Result(0, 0.5, rebuilding);
  }

  /**
   * Adds the outputs of the segments to those of their clips, and the squared errors of what is
   * rebuilt to those of its head.
   */
  private void judge(float[] inputs, List<Integer> owners, List<double[]> sums, double[] squares) {
    if (owners.isEmpty()) {
      return;
    }
    int outputs = network.outputs();
    List<float[]> all =
        predictor.predictAll(Arrays.copyOf(inputs, owners.size() * layout.count()), owners.size());
    float[] values = all.get(network.mainIndex());
    for (int i = 0; i < values.length; i++) {
      double[] sum = sums.get(owners.get(i / outputs));
      sum[i % outputs] += values[i];
      sum[outputs] += i % outputs == 0 ? 1 : 0;
    }
    for (int head = 0; head < squares.length; head++) {
      if (network.heads().get(head).target() == HeadTarget.INPUT) {
        float[] rebuilt = all.get(head);
        for (int i = 0; i < rebuilt.length; i++) {
          squares[head] += Math.pow((double) rebuilt[i] - inputs[i], 2);
        }
      }
    }
    owners.clear();
  }

  /** The weighted mean squared errors of what is rebuilt; 0 without such heads. */
  private double rebuilding(List<double[]> sums, double[] squares) {
    double segments = sums.stream().mapToDouble(sum -> sum[network.outputs()]).sum();
    double loss = 0;
    for (int head = 0; head < squares.length; head++) {
      double values = segments * network.outputShape(network.heads().get(head)).count();
      loss += network.heads().get(head).weight() * squares[head] / values;
    }
    return loss;
  }

  private Result labelled(List<double[]> sums, double rebuilding) {
    double right = 0;
    double loss = 0;
    int classes = network.outputs();
    for (int i = 0; i < sums.size(); i++) {
      double[] scores = sums.get(i);
      for (int c = 0; c < classes; c++) {
        scores[c] /= scores[classes];
      }
      float[] targets = clips.targets(i);
      right += right(scores, targets, i);
      for (int c = 0; c < classes; c++) {
        loss += loss(scores[c], targets[c]);
      }
    }
    double whole = network.main().weight() * loss / sums.size() + rebuilding;
    return new Result(right / sums.size(), RankArea.mean(sums, clips), whole);
  }

  private double right(double[] scores, float[] targets, int clip) {
    if (network.output() != Output.SIGMOID) {
      return best(scores, targets.length) == best(targets, 0, targets.length) ? 1 : 0;
    }
    double right = 0;
    for (int c = 0; c < targets.length; c++) {
      right += scores[c] > 0.5 == clips.isOf(clip, c) ? 1 : 0;
    }
    return right / targets.length;
  }

  private double loss(double score, double target) {
    int classes = network.outputs();
    return switch (network.output()) {
      case SOFTMAX -> target == 0 ? 0 : -target * Math.log(Math.max(SMALLEST_SHARE, score));
      case SIGMOID ->
          -(target * Math.log(Math.max(SMALLEST_SHARE, score))
                  + (1 - target) * Math.log(Math.max(SMALLEST_SHARE, 1 - score)))
              / classes;
      case LINEAR -> (score - target) * (score - target) / classes;
    };
  }

  private static int best(double[] values, int count) {
    int best = 0;
    for (int i = 1; i < count; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }

  /** Index of the largest of some values. */
  static int best(float[] values, int from, int count) {
    int best = 0;
    for (int i = 1; i < count; i++) {
      if (values[from + i] > values[from + best]) {
        best = i;
      }
    }
    return best;
  }
}
