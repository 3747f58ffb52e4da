package io.auricle.neural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptimiserTest {
  /**
   * Recorded from torch 2.13 {@code torch.optim}: weights (0.5, -1), gradients (0.1, -0.2) (0.3,
   * 0.4) (-0.2, 0.1), learning rate 0.01, weight decay 0.1, momentum 0.9 for SGD and RMSProp.
   */
  @ParameterizedTest
  @CsvSource({
    "SGD, 0.4907942, -0.9975783",
    "RMSPROP, 0.0984593, -0.8686197",
    "ADAM, 0.4760870, -0.9909769",
    "ADAMW, 0.4767739, -0.9948370"
  })
  void threeStepsGiveTheValuesOfPyTorch(OptimiserOptions.Kind kind, float first, float second) {
    Optimiser optimiser = new Optimiser(new OptimiserOptions(kind, 0.01, 0.1, 0.9));
    float[] values = {0.5f, -1};
    float[][] gradients = {{0.1f, -0.2f}, {0.3f, 0.4f}, {-0.2f, 0.1f}};
    for (int step = 1; step <= 3; step++) {
      Optimiser.Rates rates = new Optimiser.Rates(0.01, 0.9);
      optimiser.update("w", values, gradients[step - 1], rates, step);
    }
    assertArrayEquals(new float[] {first, second}, values, 2e-6f);
  }

  /** Recorded from torch 2.13 {@code OneCycleLR(max_lr=1, total_steps=20, pct_start=0.15)}. */
  @ParameterizedTest
  @CsvSource({
    "0, 0.04000000, 0.95000000",
    "1, 0.52000000, 0.90000000",
    "2, 1.00000000, 0.85000000",
    "3, 0.99148658, 0.85085135",
    "10, 0.54613600, 0.89538658",
    "19, 0.00000400, 0.95000000"
  })
  void oneCycleIsThatOfPyTorch(int step, double factor, double beta1) {
    Schedule schedule = new Schedule(Schedule.Kind.ONE_CYCLE, 0.15);
    assertEquals(factor, schedule.factor(step, 20), 1e-6);
    assertEquals(beta1, schedule.beta1(step, 20), 1e-6);
  }

  @Test
  void cosineRisesThenFallsToNearZero() {
    Schedule schedule = new Schedule(Schedule.Kind.COSINE, 0.1);
    assertEquals(0.1, schedule.factor(0, 100), 1e-9);
    assertEquals(1, schedule.factor(10, 100), 1e-9);
    assertEquals(0.5, schedule.factor(55, 100), 1e-9);
    assertEquals(0, schedule.factor(99, 100), 1e-3);
  }
}
