package io.auricle.bench;

import io.auricle.network.NetworkReader;
import io.auricle.network.NetworkSpec;
import io.auricle.neural.EpochListener;
import io.auricle.neural.EpochMetrics;
import io.auricle.neural.NetworkTrainer;
import io.auricle.neural.StepMetrics;
import io.auricle.neural.option.AugmentationOptions;
import io.auricle.neural.option.OptimiserOptions;
import io.auricle.neural.option.Schedule;
import io.auricle.neural.option.TrainingLength;
import io.auricle.neural.option.TrainingOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Trains a small network for 10,000 steps by the whole trainer, checkpoints and validation
 * included, and prints {@code STEP MIB}, the resident size of the process after some of them. Linux
 * only: the size is read from {@code /proc}.
 */
final class StepMemory {
  private static final int STEPS = 100;
  private static final int EPOCHS = 100;
  private static final int BATCH = 16;
  private static final Set<Integer> SHOWN = Set.of(1, 100, 1000, 2000, 4000, 6000, 8000, 10_000);
  private static final String NETWORK =
      """
      name: small
      input: [1, 32, 32]
      layers:
        - normalise
        - conv2d: {filters: 8, kernel: 3, padding: same}
        - batch-norm
        - relu
        - max-pool: {size: 3, stride: 2, padding: same}
        - conv2d: {filters: 16, kernel: 3}
        - relu
        - global-pool: {kind: [avg, max], over: bands}
        - gru: 8
        - dropout: 0.2
        - dense: {units: classes, l2: 0.0001}
      """;

  private StepMemory() {}

  public static void main(String[] args) throws IOException {
    NetworkSpec network = NetworkReader.read(NETWORK, 10);
    TrainingOptions options =
        new TrainingOptions(
            OptimiserOptions.adam(0.001),
            Schedule.constant(),
            new TrainingLength(EPOCHS, STEPS, 0),
            BATCH,
            0.1,
            1,
            AugmentationOptions.none(),
            1);
    new NetworkTrainer(network, options)
        .train(
            new RandomClips(BATCH, 64, 32, 10),
            new RandomClips(BATCH, 64, 32, 10),
            Files.createTempDirectory("auricle-bench"),
            new Printer());
  }

  private static final class Printer implements EpochListener {
    @Override
    public void stepEnded(StepMetrics metrics) {
      int step = (metrics.epoch() - 1) * STEPS + metrics.step();
      if (SHOWN.contains(step)) {
        System.out.printf("%d %.1f%n", step, residentMebibytes());
      }
    }

    @Override
    public void epochEnded(EpochMetrics metrics) {}
  }

  private static double residentMebibytes() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException("this system shows no sizes of processes in /proc", e);
    }
  }
}
