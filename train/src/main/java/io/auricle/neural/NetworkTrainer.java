package io.auricle.neural;

import io.auricle.network.Head;
import io.auricle.network.HeadTarget;
import io.auricle.network.NetworkSpec;
import io.auricle.network.Output;
import io.auricle.network.Tensor;
import io.auricle.network.TrainedNetwork;
import io.auricle.neural.batch.BatchMaker;
import io.auricle.neural.batch.Batches;
import io.auricle.neural.batch.ClipSource;
import io.auricle.neural.batch.Lesson;
import io.auricle.neural.batch.LessonBatches;
import io.auricle.neural.batch.LessonSource;
import io.auricle.neural.batch.SegmentLayout;
import io.auricle.neural.option.ComputeDevice;
import io.auricle.neural.option.Criterion;
import io.auricle.neural.option.TrainingOptions;
import io.auricle.neural.torch.Gradients;
import io.auricle.neural.torch.LiveWeights;
import io.auricle.neural.torch.StartWeights;
import io.auricle.neural.torch.TorchEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Trains a network on random segments of clips, and keeps the weights of the best epoch by the
 * criterion. The same options, data and machine give the same weights: to the last bit on one
 * thread, on more to the rounding of sums.
 */
public final class NetworkTrainer {
  private final NetworkSpec network;
  private final TrainingOptions options;
  private final ComputeDevice device;
  private final LayerOptimisers optimisers;
  private final StartWeights start;

  /** A trainer on the processor. */
  public NetworkTrainer(NetworkSpec network, TrainingOptions options) {
    this(network, options, ComputeDevice.CPU);
  }

  /**
   * A trainer for a network.
   *
   * @throws IllegalArgumentException if the options do not fit the network: patterns of layers,
   *     class weights, a criterion of labels without labels
   */
  public NetworkTrainer(NetworkSpec network, TrainingOptions options, ComputeDevice device) {
    this(network, options, device, StartWeights.none());
    for (Head head : network.heads()) {
      if (head.target() == HeadTarget.TEACHER) {
        throw new IllegalArgumentException(
            ("target=teacher of head %s of network %s must be labels or input where the experiment"
                    + " has no teachers")
                .formatted(head.name(), network.name()));
      }
    }
  }

  /** A trainer for a network that learns from lessons, by {@link #learn}. */
  public static NetworkTrainer ofLessons(
      NetworkSpec network, TrainingOptions options, ComputeDevice device) {
    return new NetworkTrainer(network, options, device, StartWeights.none());
  }

  private NetworkTrainer(
      NetworkSpec network, TrainingOptions options, ComputeDevice device, StartWeights start) {
    Criterion criterion = options.length().criterion();
    if (network.main().target() == HeadTarget.INPUT && criterion != Criterion.LOSS) {
      throw new IllegalArgumentException(
          "criterion=%s must be loss for network %s, which has no head of labels"
              .formatted(criterion, network.name()));
    }
    this.network = network;
    this.options = options;
    this.device = device;
    this.start = start;
    this.optimisers = new LayerOptimisers(network, options);
    Losses.check(network, options);
  }

  /**
   * A trainer of the same that starts from the layers before the heads of another network.
   *
   * @param frozen whether their weights stay as they are
   * @throws IllegalArgumentException as {@link #requireBeginning}
   */
  public NetworkTrainer startingFrom(TrainedNetwork other, boolean frozen) {
    requireBeginning(other.network());
    return new NetworkTrainer(network, options, device, StartWeights.of(other, frozen));
  }

  /**
   * A trainer of the same that starts from all weights of a network like its own.
   *
   * @throws IllegalArgumentException if the networks differ
   */
  public NetworkTrainer continuing(TrainedNetwork other) {
    return new NetworkTrainer(network, options, device, StartWeights.all(network, other));
  }

  /**
   * A trainer of the same that starts from weights by name, those of its heads as far as there are
   * any.
   *
   * @throws IllegalArgumentException if one is missing before the heads, or has another shape
   */
  public NetworkTrainer continuing(Map<String, Tensor> weights) {
    return new NetworkTrainer(network, options, device, StartWeights.known(network, weights));
  }

  /**
   * A trainer of the same with other weights of tags that are there.
   *
   * @throws IllegalArgumentException if they are not as many as the network's tags
   */
  public NetworkTrainer withPositiveWeights(List<Double> weights) {
    return new NetworkTrainer(network, options.withPositiveWeights(weights), device, start);
  }

  /**
   * Refuses a network to start from whose layers before the heads are not those that this trainer's
   * network begins with.
   *
   * @throws IllegalArgumentException naming the first layer that differs
   */
  public void requireBeginning(NetworkSpec other) {
    StartWeights.requireBeginning(network, other);
  }

  /**
   * Trains, going on from the folder's checkpoint where there is one.
   *
   * @param folder for checkpoints, made if missing
   * @param listener told of each epoch
   * @return the best epoch's weights
   * @throws IOException if a checkpoint cannot be written or read; the message names the epoch
   * @throws IllegalArgumentException if classes or bands of the clips do not fit the network, or
   *     the checkpoint belongs to another training
   * @throws TrainingException if the loss is not finite any more
   */
  public TrainedNetwork train(
      ClipSource training, ClipSource validation, Path folder, EpochListener listener)
      throws IOException {
    check(training);
    check(validation);
    SegmentLayout layout = SegmentLayout.of(network.input(), training.framesFirst());
    boolean tags = network.output() == Output.SIGMOID;
    Course course =
        new Course(
            training.classes(),
            new BatchMaker(training, options, layout, tags),
            weights -> InputStatistics.fit(network, training, weights),
            weights -> new Validation(network, weights, validation),
            Collections.nCopies(network.heads().size(), 1.0));
    Checkpoint checkpoint = new Checkpoint(folder, network, options);
    return Gradients.unrecorded(() -> train(course, checkpoint, listener));
  }

  /**
   * Trains on lessons, each of which is taken as often as segments are drawn from a clip.
   *
   * @param source of the lessons
   * @param heldOut lessons that the network is judged by
   * @param classes names of the main head's outputs
   * @param folder for checkpoints, made if missing; a training goes on from there
   * @return the best epoch's weights
   * @throws IOException as {@link #train}
   * @throws TrainingException if the loss is not finite any more
   */
  public TrainedNetwork learn(
      LessonSource source,
      List<Lesson> heldOut,
      List<String> classes,
      Path folder,
      EpochListener listener)
      throws IOException {
    List<Double> temperatures =
        IntStream.range(0, network.heads().size()).mapToObj(source::temperature).toList();
    Course course =
        new Course(
            classes,
            new LessonBatches(source, options.batchSize(), options.length().segmentsPerClip()),
            weights -> InputStatistics.fit(network, source.epoch(1), weights),
            weights -> new LessonJudge(network, weights, heldOut),
            temperatures);
    Checkpoint checkpoint = new Checkpoint(folder, network, options);
    return Gradients.unrecorded(() -> train(course, checkpoint, listener));
  }

  /** What is trained on and judged by. */
  private record Course(
      List<String> classes,
      Batches batches,
      Consumer<LiveWeights> statistics,
      Function<LiveWeights, Judge> judge,
      List<Double> temperatures) {}

  private TrainedNetwork train(Course course, Checkpoint checkpoint, EpochListener listener)
      throws IOException {
    try (LiveWeights weights =
        LiveWeights.initialised(network, Seeds.of(options.seed(), 0), device)) {
      Optimiser optimiser = new Optimiser(weights.manager());
      TrainingState progress = TrainingState.start();
      if (checkpoint.exists()) {
        progress = checkpoint.restore(weights, optimiser);
      } else {
        course.statistics().accept(weights);
        start.apply(weights);
      }
      weights.freeze(start.frozen());
      WeightUpdate update =
          new WeightUpdate(weights, optimiser, optimisers, options.gradientClipping());
      TrainingEpoch epoch =
          new TrainingEpoch(
              network, options, course.batches(), weights, update, course.temperatures());
      Judge judge = course.judge().apply(weights);
      while (progress.epoch() < options.length().epochs() && !outOfPatience(progress)) {
        long started = System.nanoTime();
        long seed = Seeds.of(options.seed(), progress.epoch() + 1);
        TorchEngine.start().setRandomSeed((int) seed);
        TrainingEpoch.Result trained = epoch.run(progress, new SplittableRandom(seed), listener);
        Validation.Result judged = judge.run();
        if (!Double.isFinite(judged.loss())) {
          throw TrainingException.notFinite(
              "validation loss=%s after epoch %d".formatted(judged.loss(), progress.epoch() + 1),
              progress.epoch());
        }
        TrainingState next = next(progress, epoch, judged);
        EpochMetrics metrics =
            new EpochMetrics(
                next.epoch(),
                trained.loss(),
                trained.accuracy(),
                judged.loss(),
                judged.accuracy(),
                judged.auc(),
                options.optimiser().learningRate() * epoch.pace(progress, epoch.steps()).factor(),
                (System.nanoTime() - started) / 1e9,
                next.bestEpoch() == next.epoch(),
                judged.heads());
        listener.epochMeasured(metrics);
        checkpoint.save(weights, optimiser, next, course.classes());
        listener.epochEnded(metrics);
        progress = next;
      }
    }
    return checkpoint.readBest();
  }

  private TrainingState next(
      TrainingState progress, TrainingEpoch epoch, Validation.Result judged) {
    Criterion criterion = options.length().criterion();
    Criterion watched = options.schedule().criterion();
    return progress.next(
        progress.steps() + epoch.steps(),
        judged.by(criterion, progress.epoch() + 1),
        judged.loss(),
        judged.by(watched == null ? criterion : watched, progress.epoch() + 1),
        options.schedule());
  }

  private boolean outOfPatience(TrainingState progress) {
    int patience = options.length().patience();
    return patience > 0 && progress.epoch() - progress.bestEpoch() >= patience;
  }

  private void check(ClipSource clips) {
    if (clips.size() == 0) {
      throw new IllegalArgumentException("clips=0 must be above 0, in training and validation");
    }
    boolean labelled = network.main().target() == HeadTarget.LABELS;
    if (labelled && clips.classes().size() != network.outputs()) {
      throw new IllegalArgumentException(
          "classes=%s must be as many as the outputs of network %s, %d"
              .formatted(clips.classes(), network.name(), network.outputs()));
    }
  }
}
