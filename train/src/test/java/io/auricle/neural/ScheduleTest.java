package io.auricle.neural;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.auricle.neural.option.Criterion;
import io.auricle.neural.option.Schedule;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
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

  @Test
  void plateauIsThatOfPyTorch() throws IOException {
    for (JsonNode golden : TrainingGolden.read().get("plateaus")) {
      Schedule schedule =
          new Schedule(
              Schedule.Kind.PLATEAU,
              0,
              golden.get("patience").asInt(),
              golden.get("factor").asDouble());
      int sign = golden.get("mode").asText().equals("max") ? 1 : -1;
      AdaptiveRate rate = AdaptiveRate.start();
      for (int epoch = 0; epoch < golden.get("scores").size(); epoch++) {
        rate = rate.after(schedule, sign * golden.get("scores").get(epoch).asDouble());
        double expected = golden.get("rates").get(epoch).asDouble();
        assertEquals(expected, rate.factor(), 1e-12, golden + " epoch " + epoch);
      }
    }
  }

  @Test
  void theRateMayWatchAnotherFigureThanTheOneThatChoosesTheEpoch() {
    Schedule schedule = new Schedule(Schedule.Kind.PLATEAU, 0, 0, 0.1, Criterion.LOSS);
    // Accuracy rises, the loss does not fall: Keras with a patience of 1 lowers at once.
    TrainingState state = TrainingState.start().next(1, 0.5, 1.0, -1.0, schedule);
    assertEquals(1, state.rate().factor());
    state = state.next(2, 0.6, 1.2, -1.2, schedule);
    assertEquals(0.1, state.rate().factor(), 1e-12);
    assertEquals(2, state.bestEpoch());
  }

  @Test
  void riseAndFallRisesWhereNothingMoves() {
    assertEquals(2, last(0.5, 0.5, 0.5, 0.5, 0.5, 0.5).factor());
  }

  @Test
  void riseAndFallFallsWhereScoresGoBackAndForth() {
    assertEquals(0.5, last(0.5, 0.6, 0.45, 0.62, 0.48).factor());
  }

  @Test
  void riseAndFallLeavesSteadyProgressAlone() {
    assertEquals(1, last(0.1, 0.2, 0.3, 0.38, 0.45, 0.5, 0.53, 0.55).factor());
  }

  private static AdaptiveRate last(double... scores) {
    AdaptiveRate rate = AdaptiveRate.start();
    for (double score : scores) {
      rate = rate.after(new Schedule(Schedule.Kind.RISE_AND_FALL, 0), score);
    }
    return rate;
  }
}
