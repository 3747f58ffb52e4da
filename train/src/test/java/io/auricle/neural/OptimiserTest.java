package io.auricle.neural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import io.auricle.neural.option.OptimiserOptions;
import io.auricle.neural.torch.Gradients;
import io.auricle.neural.torch.TorchEngine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class OptimiserTest {
  @TestFactory
  Stream<DynamicTest> weightsFollowThoseOfPyTorch() throws IOException {
    JsonNode golden = TrainingGolden.read();
    float tolerance = (float) golden.get("tolerance").asDouble();
    return StreamSupport.stream(golden.get("optimisers").spliterator(), false)
        .map(
            run ->
                DynamicTest.dynamicTest(
                    "%s, decay %s, momentum %s, rho %s, epsilon %s"
                        .formatted(
                            run.get("kind"),
                            run.get("decay"),
                            run.get("momentum"),
                            run.path("rho"),
                            run.path("epsilon")),
                    () -> {
                      List<float[]> weights = steps(golden, run, 0);
                      for (int step = 0; step < weights.size(); step++) {
                        assertArrayEquals(
                            TrainingGolden.floats(run.get("weights").get(step)),
                            weights.get(step),
                            tolerance,
                            "step " + (step + 1));
                      }
                    }));
  }

  @Test
  void restoredStateGoesOnToTheSameBits() throws IOException {
    JsonNode golden = TrainingGolden.read();
    for (JsonNode run : golden.get("optimisers")) {
      List<float[]> whole = steps(golden, run, 0);
      List<float[]> resumed = steps(golden, run, 4);
      for (int step = 0; step < whole.size(); step++) {
        assertArrayEquals(whole.get(step), resumed.get(step), 0, run.get("kind").asText());
      }
    }
  }

  @Test
  void factorOfTheScheduleScalesTheStep() {
    float[] change =
        Gradients.unrecorded(
            () -> {
              try (NDManager manager = TorchEngine.start().newBaseManager()) {
                NDArray weight = manager.create(new float[] {1});
                NDArray gradient = manager.create(new float[] {2});
                new Optimiser(manager)
                    .update(
                        "w",
                        weight,
                        gradient,
                        new OptimiserOptions(OptimiserOptions.Kind.SGD, 0.1, 0, 0),
                        new Optimiser.Pace(0.5, 0.9, 1));
                return weight.toFloatArray();
              }
            });
    assertEquals(0.9f, change[0], 1e-7f);
  }

  /**
   * Weights after each step.
   *
   * @param breakAfter the step after which another optimiser goes on from the saved state, or 0
   */
  private static List<float[]> steps(JsonNode golden, JsonNode run, int breakAfter) {
    OptimiserOptions options =
        new OptimiserOptions(
            OptimiserOptions.Kind.valueOf(run.get("kind").asText()),
            0.01,
            run.get("decay").asDouble(),
            run.get("momentum").asDouble(),
            run.path("rho").asDouble(0.99),
            run.path("epsilon").asDouble(1e-8));
    return Gradients.unrecorded(
        () -> {
          try (NDManager manager = TorchEngine.start().newBaseManager()) {
            Optimiser optimiser = new Optimiser(manager);
            NDArray weight = manager.create(TrainingGolden.floats(golden.get("start")));
            List<float[]> weights = new ArrayList<>();
            for (int step = 1; step <= run.get("weights").size(); step++) {
              JsonNode gradients = golden.get("gradients");
              float[] values = TrainingGolden.floats(gradients.get((step - 1) % gradients.size()));
              try (NDArray gradient = manager.create(values)) {
                optimiser.update("w", weight, gradient, options, new Optimiser.Pace(1, 0.9, step));
              }
              weights.add(weight.toFloatArray());
              if (step == breakAfter) {
                Map<String, float[]> state = optimiser.state();
                optimiser = new Optimiser(manager);
                optimiser.restore(state);
              }
            }
            return weights;
          }
        });
  }
}
