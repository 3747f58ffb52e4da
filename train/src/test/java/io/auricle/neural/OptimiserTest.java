package io.auricle.neural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptimiserTest {
  private static final int STEPS = 3;
  private static final float[][] GRADIENTS = {{0.1f, -0.2f}, {0.3f, 0.4f}, {-0.2f, 0.1f}};

  /**
   * Recorded from torch 2.13 {@code torch.optim} by {@code tools/golden/training.py}: weights (0.5,
   * -1) after six steps of the gradients (0.1, -0.2) (0.3, 0.4) (-0.2, 0.1), learning rate 0.01.
   * Tolerance: rounding of 32-bit floats.
   */
  @ParameterizedTest
  @CsvSource({
    "SGD, 0.1, 0.9, 0.4907942, -0.9975783",
  })
  void stepsGiveTheValuesOfPyTorch(
      OptimiserOptions.Kind kind, double decay, double momentum, float first, float second) {
    float[] values =
        Gradients.unrecorded(
            () -> {
              try (NDManager manager = TorchEngine.start().newBaseManager()) {
                return steps(manager, new OptimiserOptions(kind, 0.01, decay, momentum));
              }
            });
    assertArrayEquals(new float[] {first, second}, values, 2e-6f);
  }

  private static float[] steps(NDManager manager, OptimiserOptions options) {
    Optimiser optimiser = new Optimiser(manager);
    NDArray weight = manager.create(new float[] {0.5f, -1});
    for (int step = 1; step <= STEPS; step++) {
      try (NDArray gradient = manager.create(GRADIENTS[(step - 1) % 3])) {
        optimiser.update("w", weight, gradient, options, new Optimiser.Pace(1, 0.9, step));
      }
    }
    return weight.toFloatArray();
  }
}
