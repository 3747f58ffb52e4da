package io.auricle.neural.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.auricle.network.NetworkReader;
import io.auricle.network.NetworkSpec;
import io.auricle.neural.NetworkTrainer;
import io.auricle.neural.batch.Lesson;
import io.auricle.neural.batch.LessonSource;
import io.auricle.neural.option.AugmentationOptions;
import io.auricle.neural.option.ComputeDevice;
import io.auricle.neural.option.Criterion;
import io.auricle.neural.option.OptimiserOptions;
import io.auricle.neural.option.Schedule;
import io.auricle.neural.option.TrainingLength;
import io.auricle.neural.option.TrainingOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What gradients need stays in memory while garbage is collected. */
class ScalarsTest {
  private static final NetworkSpec NETWORK =
      NetworkReader.read(
          """
          name: scalars
          input: [1, 16, 64]
          layers:
            - conv2d: {filters: 16, padding: same}
            - batch-norm
            - hard-swish
            - conv2d: {filters: 16, padding: same, groups: 16}
            - hard-sigmoid
            - global-pool: avg
          heads:
            names: {output: sigmoid, target: teacher, weight: 3, layers: [{dense: 4}]}
            inside: {output: linear, target: teacher, weight: 0.5, layers: [{dense: 4}]}
          """,
          1);

  @TempDir private Path folder = Path.of("none");

  @Test
  void garbageCollectionChangesNoWeight() throws Exception {
    List<Double> quiet = losses(folder.resolve("quiet"));
    AtomicBoolean done = new AtomicBoolean();
    Thread collector = new Thread(() -> collect(done), "collector");
    collector.start();
    try {
      assertEquals(quiet, losses(folder.resolve("busy")));
    } finally {
      done.set(true);
      collector.join();
    }
  }

  @SuppressWarnings("ThreadPriorityCheck")
  private static void collect(AtomicBoolean done) {
    while (!done.get()) {
      System.gc();
      Thread.yield();
    }
  }

  private static List<Double> losses(Path checkpoints) throws IOException {
    Random random = new Random(2);
    List<Lesson> lessons = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      float[][] goals = {values(4, random), values(4, random)};
      lessons.add(new Lesson(values(16 * 64, random), goals));
    }
    TrainingOptions options =
        new TrainingOptions(
            OptimiserOptions.adam(0.01),
            Schedule.constant(),
            new TrainingLength(3, 1, 0, Criterion.LAST),
            16,
            0,
            0,
            AugmentationOptions.none(),
            1);
    LessonSource source =
        new LessonSource() {
          @Override
          public int size() {
            return lessons.size();
          }

          @Override
          public List<Lesson> epoch(int epoch) {
            return lessons;
          }

          @Override
          public double temperature(int head) {
            return head == 0 ? 2 : 1;
          }
        };
    List<Double> losses = new ArrayList<>();
    NetworkTrainer.ofLessons(NETWORK, options, ComputeDevice.CPU)
        .learn(
            source,
            lessons.subList(0, 8),
            List.of("a", "b", "c", "d"),
            checkpoints,
            metrics -> losses.add(metrics.loss()));
    return losses;
  }

  private static float[] values(int count, Random random) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextFloat();
    }
    return values;
  }
}
