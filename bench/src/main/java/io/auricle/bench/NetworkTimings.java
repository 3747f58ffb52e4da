package io.auricle.bench;

import com.sun.management.OperatingSystemMXBean;
import io.auricle.bundle.About;
import io.auricle.bundle.Bundle;
import io.auricle.bundle.BundleWriter;
import io.auricle.bundle.InputLayout;
import io.auricle.bundle.InputOptions;
import io.auricle.bundle.ModelCard;
import io.auricle.bundle.ScoreOptions;
import io.auricle.bundle.Training;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.set.MelOptions;
import io.auricle.network.NetworkCatalogue;
import io.auricle.network.NetworkSpec;
import io.auricle.network.TrainedNetwork;
import io.auricle.neural.NetworkTrainer;
import io.auricle.neural.option.AugmentationOptions;
import io.auricle.neural.option.OptimiserOptions;
import io.auricle.neural.option.Schedule;
import io.auricle.neural.option.TrainingLength;
import io.auricle.neural.option.TrainingOptions;
import io.auricle.onnx.NetworkExporter;
import io.auricle.predict.Classifier;
import io.auricle.predict.Classifiers;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Prints {@code train PROCESSOR WALL}, milliseconds of a step of chin-cnn-4 with batches of 128 by
 * the whole trainer, and {@code predict PROCESSOR WALL}, those of 128 segments in the exported
 * model on one thread. {@code network_reference.py} does the same in Python.
 */
final class NetworkTimings {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final int BATCH = 128;
  private static final int FRAMES = 130;
  private static final int STEPS = 2;
  private static final int EPOCHS = 4;
  private static final int CALLS = 8;

  private NetworkTimings() {}

  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("auricle-bench");
    TrainedNetwork trained = train(folder);
    predict(trained, folder);
  }

  private static TrainedNetwork train(Path folder) throws IOException {
    NetworkSpec network = NetworkCatalogue.load("chin-cnn-4", 10);
    TrainingOptions options =
        new TrainingOptions(
            OptimiserOptions.adam(0.001),
            Schedule.constant(),
            new TrainingLength(EPOCHS, STEPS, 0),
            BATCH,
            0,
            0,
            AugmentationOptions.none(),
            1);
    List<Double> processor = new ArrayList<>();
    List<Double> wall = new ArrayList<>();
    long[] last = {SYSTEM.getProcessCpuTime(), System.nanoTime()};
    TrainedNetwork trained =
        new NetworkTrainer(network, options)
            .train(
                new RandomClips(BATCH, FRAMES, 128, 10),
                new RandomClips(1, FRAMES, 128, 10),
                folder.resolve("checkpoint"),
                metrics -> {
                  long[] now = {SYSTEM.getProcessCpuTime(), System.nanoTime()};
                  processor.add((now[0] - last[0]) / 1e6 / STEPS);
                  wall.add((now[1] - last[1]) / 1e6 / STEPS);
                  last[0] = now[0];
                  last[1] = now[1];
                });
    print("train", processor, wall);
    return trained;
  }

  private static void predict(TrainedNetwork trained, Path folder) throws IOException {
    InputOptions input =
        new InputOptions(
            new MelOptions(22050, 1024, 512, 128, -80, 512),
            3,
            FRAMES,
            FRAMES,
            InputLayout.BANDS_FRAMES);
    ModelCard card =
        ModelCard.single(
            new About("bench", "bench", "noise", "measurement", "none", "CC0-1.0"),
            trained.classes(),
            input,
            ScoreOptions.PLAIN,
            Training.unknown());
    BundleWriter.write(folder.resolve("model"), card, NetworkExporter.export(trained));
    FeatureMatrix track = new RandomClips(1, FRAMES * BATCH, 128, 10).clip(0);
    List<Double> processor = new ArrayList<>();
    List<Double> wall = new ArrayList<>();
    try (Classifier classifier = Classifiers.load(Bundle.read(folder.resolve("model")))) {
      for (int call = 0; call < CALLS; call++) {
        long startProcessor = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        classifier.scores(List.of(track));
        processor.add((SYSTEM.getProcessCpuTime() - startProcessor) / 1e6);
        wall.add((System.nanoTime() - start) / 1e6);
      }
    }
    print("predict", processor, wall);
  }

  /** The medians without the first, in which everything is cold. */
  private static void print(String name, List<Double> processor, List<Double> wall) {
    System.out.printf("%s %.1f %.1f%n", name, median(processor), median(wall));
  }

  private static double median(List<Double> values) {
    List<Double> warm = new ArrayList<>(values.subList(1, values.size()));
    Collections.sort(warm);
    int middle = warm.size() / 2;
    return warm.size() % 2 == 1 ? warm.get(middle) : (warm.get(middle - 1) + warm.get(middle)) / 2;
  }
}
