package io.auricle.distill.run;

import io.auricle.bundle.BundleWriter;
import io.auricle.bundle.Bundles;
import io.auricle.bundle.InputLayout;
import io.auricle.bundle.ModelCard;
import io.auricle.bundle.ScoreOptions;
import io.auricle.bundle.Training;
import io.auricle.bundle.Training.DataUse;
import io.auricle.dataset.DatasetException;
import io.auricle.distill.Distillation;
import io.auricle.distill.SoundOptions;
import io.auricle.distill.lesson.School;
import io.auricle.distill.sound.FoundSound;
import io.auricle.distill.sound.SoundFinder;
import io.auricle.distill.sound.SoundStore;
import io.auricle.distill.sound.StoredSound;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.RunFolder;
import io.auricle.experiment.RunOptions;
import io.auricle.experiment.run.Surroundings;
import io.auricle.network.NetworkSpec;
import io.auricle.network.TrainedNetwork;
import io.auricle.neural.EpochMetrics;
import io.auricle.neural.NetworkPredictor;
import io.auricle.neural.NetworkTrainer;
import io.auricle.neural.TrainingException;
import io.auricle.neural.batch.Lesson;
import io.auricle.neural.option.TrainingOptions;
import io.auricle.neural.torch.TorchEngine;
import io.auricle.onnx.ExportCheck;
import io.auricle.onnx.NetworkExporter;
import io.auricle.onnx.OnnxWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run: sound, teachers, training, and a bundle after every epoch. */
final class DistillationRun {
  private static final int CHECKED = 8;
  private static final String BEST = "best.safetensors";
  private static final String SCALE = "answers.safetensors";

  private final Distillation plan;
  private final RunFolder folder;
  private final RunOptions options;
  private final List<DataUse> used = new ArrayList<>();

  DistillationRun(Distillation plan, RunFolder folder, RunOptions options) {
    this.plan = plan;
    this.folder = folder;
    this.options = options;
  }

  void run() throws ExperimentException, DatasetException, IOException, InterruptedException {
    long start = System.nanoTime();
    Map<String, Object> facts = new LinkedHashMap<>(Surroundings.facts());
    facts.put("started", Instant.now().toString());
    facts.put("seed", plan.seed());
    NetworkSpec network = plan.network().network(labelCount());
    requireFit(network);
    TrainingOptions training = plan.network().training(plan.seed());
    NetworkTrainer trainer = NetworkTrainer.ofLessons(network, training, options.device());
    Path first = startingRun();
    if (first != null) {
      trainer = trainer.continuing(TrainedNetwork.read(first.resolve(BEST)));
    } else if (plan.start() != null) {
      trainer = trainer.continuing(OnnxWeights.of(Bundles.find(plan.start()).model()));
    }
    try (School school = School.open(plan, network)) {
      List<String> labels = school.labels(network);
      List<StoredSound> learned = new ArrayList<>();
      List<StoredSound> heldOut = new ArrayList<>();
      for (StoredSound sound : sounds()) {
        (sound.found().heldOut() ? heldOut : learned).add(sound);
      }
      if (heldOut.isEmpty()) {
        throw new ExperimentException(
            folder.experiment() + ": no sound is held out; give a data set with a validation part");
      }
      options.listener().said("%.1f hours to learn from".formatted(hours(learned)));
      School.Lessons lessons = school.lessons(learned, heldOut, scale(first));
      ModelCard card = card(network, labels);
      int passes = training.length().segmentsPerClip();
      LessonLog log =
          new LessonLog(
              folder,
              options.listener(),
              training.length().epochs(),
              plan.lessons().perEpoch() * passes,
              metrics -> writeBundle(card, metrics));
      TrainedNetwork trained =
          trainer.learn(lessons.source(), lessons.heldOut(), labels, folder.checkpoint(), log);
      byte[] onnx = NetworkExporter.export(trained);
      BundleWriter.write(folder.model(), card, onnx);
      facts.put("engine", TorchEngine.description(options.device()));
      facts.put("exportDifference", checkExport(trained, lessons.heldOut(), onnx));
      facts.put("hours", hours(learned));
      facts.put("sounds", learned.size());
      facts.put("heldOut", lessons.heldOut().size());
      facts.put("data", used);
      facts.put("teachers", plan.teachers());
    } catch (TrainingException e) {
      throw new ExperimentException(folder.path() + ": " + String.valueOf(e.getMessage()), e);
    }
    facts.put("seconds", (System.nanoTime() - start) / 1e9);
    folder.writeRun(facts);
  }

  /** The checkpoint of the run to start from; none if it is a bundle or nothing. */
  private @Nullable Path startingRun() {
    if (plan.start() == null) {
      return null;
    }
    Path checkpoint = new RunFolder(Path.of(plan.start())).checkpoint();
    return Files.exists(checkpoint.resolve(BEST)) ? checkpoint : null;
  }

  /** File of the scale of answers: that of the run it starts from, whose heads have learned it. */
  private Path scale(@Nullable Path first) throws IOException {
    Path scale = folder.checkpoint().resolve(SCALE);
    if (first != null && !Files.exists(scale)) {
      Files.createDirectories(folder.checkpoint());
      Files.copy(first.resolve(SCALE), scale);
    }
    return scale;
  }

  /** What the word {@code classes} stands for in the network's file. */
  private int labelCount() {
    return plan.labels().values().stream().findFirst().map(List::size).orElse(1);
  }

  private void requireFit(NetworkSpec network) {
    int columns = plan.input().features().extractor().columns().size();
    List<Integer> wanted = List.of(1, columns, plan.input().segmentFrames());
    if (plan.input().layout() != InputLayout.BANDS_FRAMES
        || !network.input().sizes().equals(wanted)) {
      throw new IllegalArgumentException(
          "network %s takes %s, but input gives %s; layout=%s must be bands_frames"
              .formatted(network.name(), network.input(), wanted, plan.input().layout()));
    }
    NetworkExporter.requireExportable(network);
  }

  private List<StoredSound> sounds() throws DatasetException, IOException, InterruptedException {
    int rateHz = plan.input().features().sampleRateHz();
    SoundStore store = new SoundStore(options.workspace().resolve("cache/sound"), rateHz);
    List<StoredSound> sounds = new ArrayList<>();
    for (SoundOptions source : plan.data()) {
      List<FoundSound> found = SoundFinder.find(List.of(source));
      List<StoredSound> opened =
          store.open(found, plan.lessons().threads(), options.listener()::said);
      options
          .listener()
          .said("%s: %d sounds of %d".formatted(source.path(), opened.size(), found.size()));
      long heldOut = opened.stream().filter(sound -> sound.found().heldOut()).count();
      String name = source.dataset() == null ? "folder" : source.dataset();
      used.add(
          new DataUse(
              name,
              "without test parts",
              "",
              Map.of("train", opened.size() - (int) heldOut, "validation", (int) heldOut)));
      sounds.addAll(opened);
    }
    return sounds;
  }

  private double hours(List<StoredSound> sounds) {
    double samples = sounds.stream().mapToDouble(StoredSound::length).sum();
    return samples / plan.input().features().sampleRateHz() / 3600;
  }

  private ModelCard card(NetworkSpec network, List<String> labels) {
    ScoreOptions scores =
        new ScoreOptions(
            switch (network.output()) {
              case SOFTMAX -> ScoreOptions.Output.PROBABILITIES;
              case SIGMOID -> ScoreOptions.Output.TAGS;
              case LINEAR -> ScoreOptions.Output.LOGITS;
            },
            1);
    return ModelCard.single(
        plan.about(), labels, plan.input(), scores, Training.of(plan.seed(), used));
  }

  /** Of the best weights, so that a run can be used before its end. */
  private void writeBundle(ModelCard card, EpochMetrics metrics) throws IOException {
    if (metrics.best()) {
      Path best = folder.checkpoint().resolve(BEST);
      BundleWriter.write(folder.model(), card, NetworkExporter.export(TrainedNetwork.read(best)));
    }
  }

  private static double checkExport(TrainedNetwork trained, List<Lesson> lessons, byte[] onnx) {
    int batch = Math.min(CHECKED, lessons.size());
    int count = trained.network().input().count();
    float[] inputs = new float[batch * count];
    for (int i = 0; i < batch; i++) {
      System.arraycopy(lessons.get(i).input(), 0, inputs, i * count, count);
    }
    try (NetworkPredictor predictor = NetworkPredictor.of(trained)) {
      float[] expected = predictor.predict(inputs, batch);
      return ExportCheck.require(onnx, trained.network().input().sizes(), inputs, expected);
    }
  }
}
