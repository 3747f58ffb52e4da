package io.auricle.neural;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.auricle.network.NetworkSpec;
import io.auricle.network.Output;
import io.auricle.network.TrainedNetwork;
import io.auricle.network.layer.Weight;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Trains a network on random segments of clips with cross-entropy, and keeps the weights of the
 * epoch with the best validation accuracy. The same options, data and machine give the same
 * weights.
 */
public final class NetworkTrainer {
  private final NetworkSpec network;
  private final TrainingOptions options;

  /**
   * A trainer for a network.
   *
   * @throws IllegalArgumentException if the network's output is not softmax, or its input is not
   *     cut from clips
   */
  public NetworkTrainer(NetworkSpec network, TrainingOptions options) {
    if (network.output() != Output.SOFTMAX) {
      throw new IllegalArgumentException(
          "output=%s of network %s must be softmax to be trained on labels"
              .formatted(network.output().word(), network.name()));
    }
    this.network = network;
    this.options = options;
  }

  /**
   * Trains, going on from the folder's checkpoint where there is one.
   *
   * @param folder for checkpoints, made if missing
   * @param listener told of each epoch
   * @return the best epoch's weights
   * @throws IOException if a checkpoint cannot be written or read
   * @throws IllegalArgumentException if classes or bands of the clips do not fit the network, or
   *     the checkpoint belongs to another training
   * @throws TrainingException if the loss is not finite any more
   */
  public TrainedNetwork train(
      ClipSource training, ClipSource validation, Path folder, EpochListener listener)
      throws IOException {
    check(training);
    check(validation);
    Checkpoint checkpoint = new Checkpoint(folder, network, options);
    Engine engine = TorchEngine.start();
    try (LiveWeights weights = LiveWeights.initialised(network, Seeds.of(options.seed(), 0))) {
      Optimiser optimiser = new Optimiser(options.optimiser());
      Progress progress = Progress.start();
      if (checkpoint.exists()) {
        progress = checkpoint.restore(weights, optimiser);
      } else {
        InputStatistics.fit(network, training, weights);
      }
      BatchMaker batches = new BatchMaker(training, options, SegmentLayout.of(network.input()));
      Validation judge = new Validation(network, weights, validation);
      while (progress.epoch() < options.length().epochs() && !outOfPatience(progress)) {
        long started = System.nanoTime();
        int epoch = progress.epoch() + 1;
        long seed = Seeds.of(options.seed(), epoch);
        engine.setRandomSeed((int) seed);
        EpochSum sum = epoch(batches, weights, optimiser, progress, new SplittableRandom(seed));
        Validation.Result result = judge.run();
        boolean best = progress.improvedBy(result.accuracy(), result.loss());
        progress =
            progress.next(progress.steps() + batches.steps(), result.accuracy(), result.loss());
        checkpoint.save(weights, optimiser, progress, training.classes());
        listener.epochEnded(
            new EpochMetrics(
                epoch,
                sum.loss() / batches.steps(),
                sum.right() / ((double) batches.steps() * options.batchSize()),
                result.loss(),
                result.accuracy(),
                rates(progress.steps() - 1, batches.steps()).learningRate(),
                (System.nanoTime() - started) / 1e9,
                best));
      }
    }
    return checkpoint.readBest();
  }

  private record EpochSum(double loss, int right) {}

  private EpochSum epoch(
      BatchMaker batches,
      LiveWeights weights,
      Optimiser optimiser,
      Progress progress,
      SplittableRandom random) {
    int[] drawn = batches.draw(random);
    double loss = 0;
    int right = 0;
    for (int step = 0; step < batches.steps(); step++) {
      Batch batch = batches.make(drawn, step, random);
      try (NDManager scope = weights.manager().newSubManager()) {
        float[] logits;
        float value;
        try (GradientCollector collector = TorchEngine.start().newGradientCollector()) {
          NDArray input = NetworkPredictor.batch(scope, network, batch.inputs(), batch.size());
          NDArray output =
              NetworkPredictor.forward(network, weights, input, true).get(network.mainIndex());
          NDArray targets =
              scope.create(batch.targets(), new Shape(batch.size(), network.outputs()));
          NDArray mean = output.logSoftmax(1).mul(targets).sum().div(-batch.size());
          collector.backward(mean);
          value = mean.getFloat();
          logits = output.stopGradient().toFloatArray();
        }
        if (!Float.isFinite(value)) {
          throw new TrainingException(
              ("loss=%s in epoch %d, step %d of %d; the last good checkpoint is that of epoch %d."
                      + " A lower learning rate or gradient clipping may help")
                  .formatted(
                      value, progress.epoch() + 1, step + 1, batches.steps(), progress.epoch()));
        }
        loss += value;
        right += right(logits, batch.targets());
      }
      long steps = progress.steps() + step;
      update(weights, optimiser, rates(steps, batches.steps()), steps + 1);
    }
    return new EpochSum(loss, right);
  }

  private void update(LiveWeights weights, Optimiser optimiser, Optimiser.Rates rates, long step) {
    Map<String, float[]> gradients = new LinkedHashMap<>();
    double square = 0;
    for (Weight weight : weights.declared()) {
      if (weight.trained()) {
        float[] gradient = weights.takeGradient(weight.name());
        gradients.put(weight.name(), gradient);
        for (float value : gradient) {
          square += (double) value * value;
        }
      }
    }
    double length = Math.sqrt(square);
    double limit = options.gradientClipping();
    float factor = limit > 0 && length > limit ? (float) (limit / (length + 1e-6)) : 1;
    for (Weight weight : weights.declared()) {
      float[] gradient = gradients.get(weight.name());
      if (gradient != null) {
        float[] values = weights.values(weight.name());
        float l2 = (float) (2 * weight.l2());
        for (int i = 0; i < gradient.length; i++) {
          gradient[i] = factor * gradient[i] + l2 * values[i];
        }
        optimiser.update(weight.name(), values, gradient, rates, step);
        weights.set(weight.name(), values);
      }
    }
  }

  private Optimiser.Rates rates(long step, int stepsPerEpoch) {
    long all = (long) stepsPerEpoch * options.length().epochs();
    Schedule schedule = options.schedule();
    return new Optimiser.Rates(
        options.optimiser().learningRate() * schedule.factor(step, all), schedule.beta1(step, all));
  }

  private boolean outOfPatience(Progress progress) {
    int patience = options.length().patience();
    return patience > 0 && progress.epoch() - progress.bestEpoch() >= patience;
  }

  /** How many rows have their largest output where the (mixed, smoothed) target is largest. */
  private int right(float[] logits, float[] targets) {
    int right = 0;
    int classes = network.outputs();
    for (int from = 0; from < logits.length; from += classes) {
      int estimate = Validation.best(logits, from, classes);
      right += estimate == Validation.best(targets, from, classes) ? 1 : 0;
    }
    return right;
  }

  private void check(ClipSource clips) {
    if (clips.size() == 0) {
      throw new IllegalArgumentException("clips=0 must be above 0, in training and validation");
    }
    if (clips.classes().size() != network.outputs()) {
      throw new IllegalArgumentException(
          "classes=%s must be as many as the outputs of network %s, %d"
              .formatted(clips.classes(), network.name(), network.outputs()));
    }
  }
}
