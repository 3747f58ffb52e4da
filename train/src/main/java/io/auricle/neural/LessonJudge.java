package io.auricle.neural;

import io.auricle.network.Head;
import io.auricle.network.NetworkSpec;
import io.auricle.network.Output;
import io.auricle.neural.batch.Batch;
import io.auricle.neural.batch.Lesson;
import io.auricle.neural.torch.LiveWeights;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges a network by lessons that it does not learn from: for each head the mean squared error of
 * a linear one, the divergence of a sigmoid one from its goals (binary cross-entropy less theirs,
 * summed over the values) and the cross-entropy of softmax; the loss is their weighted sum, sigmoid
 * heads by the mean over their values as in the training.
 */
final class LessonJudge implements Judge {
  private static final int BATCH = 32;
  private static final double SMALLEST_SHARE = 1e-7;

  private final NetworkSpec network;
  private final NetworkPredictor predictor;
  private final List<Lesson> lessons;

  LessonJudge(NetworkSpec network, LiveWeights weights, List<Lesson> lessons) {
    this.network = network;
    this.predictor = new NetworkPredictor(network, weights);
    this.lessons = lessons;
  }

  @Override
  public Validation.Result run() {
    int heads = network.heads().size();
    double[] sums = new double[heads];
    int[] counts = new int[heads];
    for (int from = 0; from < lessons.size(); from += BATCH) {
      List<Lesson> batch = lessons.subList(from, Math.min(from + BATCH, lessons.size()));
      List<float[]> ends =
          predictor.predictAll(Batch.of(batch.toArray(new Lesson[0])).inputs(), batch.size());
      for (int head = 0; head < heads; head++) {
        int width = ends.get(head).length / batch.size();
        for (int i = 0; i < batch.size(); i++) {
          float[] goal = batch.get(i).goal(head);
          if (goal.length > 0) {
            float[] own = Arrays.copyOfRange(ends.get(head), i * width, (i + 1) * width);
            sums[head] += error(network.heads().get(head).output(), own, goal);
            counts[head]++;
          }
        }
      }
    }
    double loss = 0;
    Map<String, Double> errors = new LinkedHashMap<>();
    for (int head = 0; head < heads; head++) {
      Head spec = network.heads().get(head);
      if (counts[head] > 0) {
        double mean = sums[head] / counts[head];
        errors.put(spec.name(), mean);
        int values = network.outputShape(spec).count();
        loss += spec.weight() * (spec.output() == Output.SIGMOID ? mean / values : mean);
      }
    }
    return new Validation.Result(0, 0.5, loss, errors);
  }

  private static double error(Output output, float[] own, float[] goal) {
    double sum = 0;
    for (int i = 0; i < goal.length; i++) {
      double p = own[i];
      double t = goal[i];
      sum +=
          switch (output) {
            case LINEAR -> (p - t) * (p - t) / goal.length;
            case SIGMOID -> term(t, t) + term(1 - t, 1 - t) - term(t, p) - term(1 - t, 1 - p);
            case SOFTMAX -> -term(t, p);
          };
    }
    return sum;
  }

  private static double term(double share, double probability) {
    return share == 0 ? 0 : share * Math.log(Math.max(SMALLEST_SHARE, probability));
  }
}
