package io.auricle.neural;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDManager;
import io.auricle.network.NetworkReader;
import io.auricle.network.NetworkSpec;
import io.auricle.neural.batch.BatchMaker;
import io.auricle.neural.batch.ClipSource;
import io.auricle.neural.batch.SegmentLayout;
import io.auricle.neural.option.AugmentationOptions;
import io.auricle.neural.option.ComputeDevice;
import io.auricle.neural.option.OptimiserOptions;
import io.auricle.neural.option.Schedule;
import io.auricle.neural.option.TrainingLength;
import io.auricle.neural.option.TrainingOptions;
import io.auricle.neural.torch.Gradients;
import io.auricle.neural.torch.LiveWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StepMemoryTest {
  private static final NetworkSpec NETWORK =
      NetworkReader.read(
          """
          name: tiny
          input: [1, 12, 16]
          layers:
            - normalise
            - conv2d: {filters: 2, kernel: 3}
            - batch-norm
            - relu
            - global-pool: {kind: [avg, max]}
            - dropout: 0.2
            - dense: {units: classes, l2: 0.0001}
          """,
          3);

  /** Whatever a step makes on the engine is gone after it, but for the optimiser's state. */
  @ParameterizedTest
  @EnumSource
  void stepsLeaveNoArraysBehind(OptimiserOptions.Kind kind) {
    TrainingOptions options =
        new TrainingOptions(
            new OptimiserOptions(kind, 0.01, 0.1, 0.5),
            Schedule.constant(),
            new TrainingLength(4, 8, 0),
            10,
            0.1,
            1,
            AugmentationOptions.none(),
            3);
    ClipSource clips = new BandClips(10, 12, 1);
    List<Integer> alive = Gradients.unrecorded(() -> arraysAfterEpochs(options, clips));
    assertEquals(alive.get(0), alive.get(2), alive.toString());
  }

  private static List<Integer> arraysAfterEpochs(TrainingOptions options, ClipSource clips) {
    List<Integer> alive = new ArrayList<>();
    try (LiveWeights weights = LiveWeights.initialised(NETWORK, 1, ComputeDevice.CPU)) {
      WeightUpdate update =
          new WeightUpdate(
              weights, new Optimiser(weights.manager()), new LayerOptimisers(NETWORK, options), 1);
      BatchMaker batches =
          new BatchMaker(clips, options, SegmentLayout.of(NETWORK.input(), false), false);
      TrainingEpoch epoch =
          new TrainingEpoch(NETWORK, options, batches, weights, update, List.of(1.0));
      Validation judge = new Validation(NETWORK, weights, clips);
      for (int i = 0; i < 3; i++) {
        epoch.run(TrainingState.start(), new SplittableRandom(i), metrics -> {});
        judge.run();
        alive.add(arrays(weights.manager()) + arrays(weights.manager().getParentManager()));
      }
    }
    return alive;
  }

  private static int arrays(NDManager manager) {
    return manager.getManagedArrays().size();
  }
}
