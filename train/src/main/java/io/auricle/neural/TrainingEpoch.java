package io.auricle.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import io.auricle.network.HeadTarget;
import io.auricle.network.NetworkSpec;
import io.auricle.neural.batch.Batch;
import io.auricle.neural.batch.Batches;
import io.auricle.neural.option.Schedule;
import io.auricle.neural.option.TrainingOptions;
import io.auricle.neural.torch.LiveWeights;
import io.auricle.neural.torch.TorchEngine;
import java.util.List;
import java.util.SplittableRandom;

/** The steps of an epoch: batch, forward, loss, backward, update. */
final class TrainingEpoch {
  private final NetworkSpec network;
  private final TrainingOptions options;
  private final Batches batches;
  private final LiveWeights weights;
  private final Losses losses;
  private final WeightUpdate update;
  private final List<Double> temperatures;

  TrainingEpoch(
      NetworkSpec network,
      TrainingOptions options,
      Batches batches,
      LiveWeights weights,
      WeightUpdate update,
      List<Double> temperatures) {
    this.network = network;
    this.options = options;
    this.batches = batches;
    this.weights = weights;
    this.losses = new Losses(network, options);
    this.update = update;
    this.temperatures = List.copyOf(temperatures);
  }

  /**
   * Means over an epoch.
   *
   * @param loss of its batches
   * @param accuracy share of its segments that were right, before each step
   */
  record Result(double loss, double accuracy) {}

  /** One batch: its loss and how many of its segments were right. */
  private record Outcome(double loss, int right) {}

  /**
   * All steps of an epoch.
   *
   * @param progress before it
   * @throws TrainingException if the loss is not finite any more
   */
  Result run(TrainingState progress, SplittableRandom random, EpochListener listener) {
    long started = System.nanoTime();
    Batches.Drawn drawn = batches.draw(progress.epoch() + 1, random);
    int steps = batches.steps();
    double loss = 0;
    double right = 0;
    long drawnSegments = 0;
    for (int step = 1; step <= steps; step++) {
      Batch batch = drawn.make(step - 1, random);
      Outcome outcome = forwardAndBack(batch);
      if (!Double.isFinite(outcome.loss())) {
        throw TrainingException.notFinite(
            "loss=%s in epoch %d, step %d of %d"
                .formatted(outcome.loss(), progress.epoch() + 1, step, steps),
            progress.epoch());
      }
      update.apply(pace(progress, step));
      loss += outcome.loss();
      right += outcome.right();
      drawnSegments += batch.size();
      double segments = (double) step * batch.size();
      double seconds = (System.nanoTime() - started) / 1e9;
      listener.stepEnded(
          new StepMetrics(
              progress.epoch() + 1,
              step,
              steps,
              loss / step,
              right / segments,
              segments / seconds));
    }
    return new Result(loss / steps, right / drawnSegments);
  }

  int steps() {
    return batches.steps();
  }

  /**
   * The pace of one step.
   *
   * @param progress before the epoch
   * @param step of the epoch, counted from 1
   */
  Optimiser.Pace pace(TrainingState progress, int step) {
    long before = progress.steps() + step - 1;
    long all = (long) batches.steps() * options.length().epochs();
    Schedule schedule = options.schedule();
    return new Optimiser.Pace(
        schedule.factor(before, all) * progress.rate().factor(),
        schedule.beta1(before, all),
        before + 1);
  }

  private Outcome forwardAndBack(Batch batch) {
    try (NDManager scope = weights.manager().newSubManager();
        GradientCollector collector = TorchEngine.start().newGradientCollector()) {
      NDArray input = NetworkPredictor.batch(scope, network, batch.inputs(), batch.size());
      List<NDArray> ends = NetworkPredictor.forward(network, weights, input, true);
      NDArray loss = losses.of(ends, batch.aims(network, scope, input, temperatures));
      collector.backward(loss);
      int right = 0;
      if (network.main().target() == HeadTarget.LABELS && batch.targets().length > 0) {
        right = right(ends.get(network.mainIndex()).stopGradient().toFloatArray(), batch);
      }
      return new Outcome(loss.getFloat(), right);
    }
  }

  /** How many rows have their largest output where the (mixed, smoothed) target is largest. */
  private static int right(float[] logits, Batch batch) {
    int right = 0;
    int classes = logits.length / batch.size();
    for (int from = 0; from < logits.length; from += classes) {
      int estimate = Validation.best(logits, from, classes);
      right += estimate == Validation.best(batch.targets(), from, classes) ? 1 : 0;
    }
    return right;
  }
}
