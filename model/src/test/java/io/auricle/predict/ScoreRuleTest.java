package io.auricle.predict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.bundle.ScoreOptions;
import io.auricle.bundle.ScoreOptions.Output;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class ScoreRuleTest {
  @Test
  void logitsBecomeProbabilities() {
    double[] scores =
        ScoreRule.of(new ScoreOptions(Output.LOGITS, 1))
            .probabilities(new float[] {0, (float) Math.log(3)});
    assertArrayEquals(new double[] {0.25, 0.75}, scores, 1e-7);
  }

  @Test
  void sigmoidsAreDividedByTheirSum() {
    ScoreRule scoring = ScoreRule.of(new ScoreOptions(Output.SIGMOIDS, 1));
    double[] scores = scoring.probabilities(new float[] {0.9f, 0.6f, 0});
    assertArrayEquals(new double[] {0.6, 0.4, 0}, scores, 1e-7);
    assertArrayEquals(new double[] {0.5, 0.5}, scoring.probabilities(new float[] {0, 0}), 1e-12);
  }

  @Test
  void tagsStayEachForItself() {
    ScoreRule scoring = ScoreRule.of(new ScoreOptions(Output.TAGS, 1));
    assertArrayEquals(
        new double[] {0.9, 0.6, 0}, scoring.probabilities(new float[] {0.9f, 0.6f, 0}), 1e-7);
  }

  /** The logit of 0.8 is ln 4, so half of it is ln 2, which is the logit of two thirds. */
  @Test
  void temperatureTwoHalvesTheLogitOfEachTag() {
    double[] scores =
        ScoreRule.of(new ScoreOptions(Output.TAGS, 2)).tempered(new double[] {0.8, 0.5, 0, 1});
    assertArrayEquals(new double[] {2 / 3.0, 0.5, 0, 1}, scores, 1e-12);
  }

  @Test
  void hugeLogitsStayFinite() {
    double[] scores =
        ScoreRule.of(new ScoreOptions(Output.LOGITS, 1)).probabilities(new float[] {1e30f, -1e30f});
    assertArrayEquals(new double[] {1, 0}, scores, 0);
  }

  @Test
  void temperatureTwoTakesTheRootOfProbabilities() {
    double[] scores =
        ScoreRule.of(new ScoreOptions(Output.PROBABILITIES, 2)).tempered(new double[] {0.9, 0.1});
    assertArrayEquals(new double[] {0.75, 0.25}, scores, 1e-12);
  }

  @Test
  void impossibleStaysFinite() {
    double[] scores =
        ScoreRule.of(new ScoreOptions(Output.PROBABILITIES, 3)).tempered(new double[] {1, 0, 0});
    assertEquals(1, Arrays.stream(scores).sum(), 1e-12);
    assertTrue(scores[0] > 0.99 && scores[2] > 0);
  }
}
