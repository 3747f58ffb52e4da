package io.auricle.experiment.trainer;

import io.auricle.bundle.InputLayout;
import io.auricle.bundle.InputOptions;
import io.auricle.bundle.ScoreOptions;
import io.auricle.experiment.Experiment;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.NetworkRecipe;
import io.auricle.experiment.Pretraining;
import io.auricle.experiment.RunFolder;
import io.auricle.experiment.RunOptions;
import io.auricle.experiment.SourceOptions;
import io.auricle.experiment.TrainedRecipe;
import io.auricle.experiment.source.LabelledTrack;
import io.auricle.experiment.source.SourcePlan;
import io.auricle.experiment.task.Task;
import io.auricle.network.NetworkSpec;
import io.auricle.network.TrainedNetwork;
import io.auricle.neural.NetworkPredictor;
import io.auricle.neural.NetworkTrainer;
import io.auricle.neural.TrainingException;
import io.auricle.neural.option.Criterion;
import io.auricle.neural.option.TrainingOptions;
import io.auricle.neural.torch.TorchEngine;
import io.auricle.onnx.ExportCheck;
import io.auricle.onnx.NetworkExporter;
import io.auricle.split.Part;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Trains a network. The epoch is chosen on the validation part also when that part is learned from:
 * the schedule then decides, for the later epochs fit it best. Each export is checked against the
 * engine on clips of the validation part.
 */
final class NetworkModelTrainer implements ModelTrainer {
  private static final int CHECKED_CLIPS = 32;

  /** Tracks that the learning curve is measured on where no epoch is chosen by it. */
  private static final int JUDGED_TRACKS = 40;

  /** The spectra of a clip that is changed lie in memory as a whole. */
  private static final int LONGEST_CHANGED_SECONDS = 120;

  private final NetworkRecipe recipe;
  private final Task task;
  private final long seed;
  private final InputOptions input;
  private final boolean export;
  private final ScoreOptions scores;
  private final NetworkTrainer trainer;
  private final @Nullable NetworkTrainer pretrainer;
  private final RunFolder folder;
  private final RunOptions options;

  private NetworkModelTrainer(
      NetworkRecipe recipe,
      Experiment experiment,
      TrainedRecipe whole,
      ScoreOptions scores,
      NetworkTrainer trainer,
      @Nullable NetworkTrainer pretrainer,
      RunFolder folder,
      RunOptions options) {
    this.recipe = recipe;
    this.task = experiment.task();
    this.seed = experiment.seed();
    this.input = whole.input();
    this.export = whole.export();
    this.scores = scores;
    this.trainer = trainer;
    this.pretrainer = pretrainer;
    this.folder = folder;
    this.options = options;
  }

  /**
   * A trainer of a recipe.
   *
   * @throws IllegalArgumentException if the network, the options and the input do not fit together
   */
  static NetworkModelTrainer of(
      NetworkRecipe recipe,
      Experiment experiment,
      TrainedRecipe whole,
      RunFolder folder,
      RunOptions options)
      throws IOException {
    NetworkSpec network = recipe.network(experiment.labels().size());
    if (whole.export()) {
      NetworkExporter.requireExportable(network);
    }
    requireFit(network, whole.input());
    ScoreOptions scores = experiment.task().scores(network);
    NetworkTrainer trainer =
        new NetworkTrainer(network, recipe.training(experiment.seed()), options.device());
    if (whole.outOfFold() != null && recipe.training().length().criterion() != Criterion.LAST) {
      throw new IllegalArgumentException(
          "criterion=%s must be last where outOfFold is given: an epoch chosen on a fold flatters it"
              .formatted(recipe.training().length().criterion().name().toLowerCase(Locale.ROOT)));
    }
    NetworkTrainer pretrainer = null;
    Pretraining before = recipe.pretraining();
    if (before != null && before.run() != null) {
      TrainedNetwork first = Pretraining.of(before.run());
      trainer = trainer.startingFrom(first, before.frozen());
    } else if (before != null) {
      NetworkSpec first = before.network(experiment.labels().size());
      trainer.requireBeginning(first);
      TrainingOptions training =
          Objects.requireNonNull(before.training()).withSeed(experiment.seed());
      pretrainer = new NetworkTrainer(first, training, options.device());
    }
    return new NetworkModelTrainer(
        recipe, experiment, whole, scores, trainer, pretrainer, folder, options);
  }

  private static void requireFit(NetworkSpec network, InputOptions input) {
    if (input.layout() == InputLayout.VECTOR && input.segmentFrames() > 1) {
      throw new IllegalArgumentException(
          ("layout=vector must have segmentFrames=1 for a network, not %d; take bands_frames and a"
                  + " network that begins with flatten")
              .formatted(input.segmentFrames()));
    }
    int columns = input.features().extractor().columns().size();
    long[] given = input.layout().shape(1, input.segmentFrames(), columns);
    long[] wanted = network.input().sizes().stream().mapToLong(size -> size).toArray();
    if (!Arrays.equals(Arrays.copyOfRange(given, 1, given.length), wanted)) {
      throw new IllegalArgumentException(
          ("network %s takes %s, but input gives %s: features=%s has %d columns, segmentFrames=%d,"
                  + " layout=%s")
              .formatted(
                  network.name(),
                  Arrays.toString(wanted),
                  Arrays.toString(Arrays.copyOfRange(given, 1, given.length)),
                  input.features().set(),
                  columns,
                  input.segmentFrames(),
                  input.layout().toString().toLowerCase(Locale.ROOT)));
    }
  }

  @Override
  public ScoreOptions scores() {
    return scores;
  }

  @Override
  public void check(List<SourcePlan> plans) throws ExperimentException {
    SourcePlan.requireEachLabel(plans, task.labels(), Part.TRAIN);
    if (plans.stream()
        .flatMap(plan -> plan.entries().stream())
        .noneMatch(entry -> entry.part() == Part.VALIDATION)) {
      throw new ExperimentException(
          "the validation part has no track, and a network's epoch is chosen on it");
    }
    if (recipe.training().augmentation().audio().variants() > 0) {
      requireAudio(plans);
    }
  }

  private void requireAudio(List<SourcePlan> plans) throws ExperimentException {
    for (SourcePlan plan : plans) {
      if (plan.options().format() != SourceOptions.Format.AUDIO) {
        throw new ExperimentException(
            "%s: format=%s must be audio where augmentation.audio asks for variants"
                .formatted(
                    plan.options().path(),
                    plan.options().format().name().toLowerCase(Locale.ROOT)));
      }
    }
    if (input.clipSeconds() > LONGEST_CHANGED_SECONDS) {
      throw new ExperimentException(
          "clipSeconds=%s must be at most %d where augmentation.audio asks for variants"
              .formatted(input.clipSeconds(), LONGEST_CHANGED_SECONDS));
    }
  }

  @Override
  public Trained train(String phase, List<LabelledTrack> tracks, List<Part> learned)
      throws IOException, ExperimentException {
    int epochs = recipe.training().length().epochs();
    TrackClips validation = TrackClips.of(judged(tracks), task.labels(), 0, input);
    List<LabelledTrack> drawn = LearnedTracks.of(tracks, learned, task, seed);
    TrackClips training = TrackClips.of(drawn, task.labels(), recipe.balance(), input);
    training.requireLongEnough(input.segmentFrames());
    TrainedNetwork trained;
    try {
      trained =
          starting(phase, weighing(drawn), training, validation)
              .train(
                  training,
                  validation,
                  folder.checkpoint().resolve(phase),
                  new EpochLog(phase, epochs, folder, options.listener()));
    } catch (TrainingException | IllegalArgumentException e) {
      throw new ExperimentException(
          "%s: %s".formatted(folder.path(), String.valueOf(e.getMessage())), e);
    }
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("engine", TorchEngine.description(options.device()));
    if (!export) {
      return new Trained(
          () -> NetworkExporter.export(trained),
          path -> {},
          facts,
          () -> new NetworkScorer(trained, input, scores));
    }
    byte[] onnx = NetworkExporter.export(trained);
    facts.put("exportDifference", checkExport(trained, validation, onnx));
    return new Trained(onnx::clone, path -> {}, facts);
  }

  /** The trainer, for which it counts more that a rare tag is there if that is wanted. */
  private NetworkTrainer weighing(List<LabelledTrack> drawn) {
    List<Double> weights = task.positiveWeights(LearnedTracks.answers(drawn));
    return weights.isEmpty() ? trainer : trainer.withPositiveWeights(weights);
  }

  /** Where nothing is chosen by the validation, a few of its tracks are enough for the curve. */
  private List<LabelledTrack> judged(List<LabelledTrack> tracks) {
    List<LabelledTrack> validation =
        tracks.stream().filter(track -> track.part() == Part.VALIDATION).toList();
    if (recipe.training().length().criterion() != Criterion.LAST) {
      return validation;
    }
    int step = Math.max(1, validation.size() / JUDGED_TRACKS);
    return IntStream.range(0, validation.size())
        .filter(i -> i % step == 0)
        .mapToObj(validation::get)
        .toList();
  }

  /** The trainer, started from the pretrained network if there is one. */
  private NetworkTrainer starting(
      String phase, NetworkTrainer trainer, TrackClips training, TrackClips validation)
      throws IOException {
    Pretraining before = recipe.pretraining();
    if (before == null || pretrainer == null) {
      return trainer;
    }
    String name = phase + "-pretraining";
    int epochs = Objects.requireNonNull(before.training()).length().epochs();
    TrainedNetwork first =
        pretrainer.train(
            training,
            validation,
            folder.checkpoint().resolve(name),
            new EpochLog(name, epochs, folder, options.listener()));
    return trainer.startingFrom(first, before.frozen());
  }

  private static double checkExport(TrainedNetwork trained, TrackClips clips, byte[] onnx) {
    try (NetworkPredictor predictor = NetworkPredictor.of(trained)) {
      float[] inputs = predictor.firstSegments(clips, CHECKED_CLIPS);
      int batch = inputs.length / trained.network().input().count();
      float[] expected = predictor.predict(inputs, batch);
      return ExportCheck.require(onnx, trained.network().input().sizes(), inputs, expected);
    }
  }
}
