package io.auricle.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ValenceArousalTest {
  private static List<LabelScore> scores(double happy, double angry, double sad, double calm) {
    return List.of(
        new LabelScore("calm", calm, false),
        new LabelScore("happy", happy, false),
        new LabelScore("sad", sad, false),
        new LabelScore("angry", angry, false));
  }

  private static ValenceArousal of(double happy, double angry, double sad, double calm) {
    return ValenceArousal.of(scores(happy, angry, sad, calm)).orElseThrow();
  }

  @Test
  void aQuadrantThatIsCertainIsACorner() {
    assertEquals(new ValenceArousal(1, 1), of(1, 0, 0, 0));
    assertEquals(new ValenceArousal(-1, 1), of(0, 1, 0, 0));
    assertEquals(new ValenceArousal(-1, -1), of(0, 0, 1, 0));
    assertEquals(new ValenceArousal(1, -1), of(0, 0, 0, 1));
  }

  @Test
  void evenScoresAreTheMiddle() {
    assertEquals(new ValenceArousal(0, 0), of(0.25, 0.25, 0.25, 0.25));
  }

  @Test
  void eachAxisIsWhatItsTwoSidesDifferBy() {
    ValenceArousal mood = of(0.1, 0.2, 0.3, 0.4);
    assertEquals(0.0, mood.valence(), 1e-12);
    assertEquals(-0.4, mood.arousal(), 1e-12);
  }

  @Test
  void otherLabelsThanTheQuadrantsHaveNoPoint() {
    assertTrue(
        ValenceArousal.of(
                List.of(new LabelScore("blues", 0.6, false), new LabelScore("sad", 0.4, false)))
            .isEmpty());
    assertTrue(
        ValenceArousal.of(
                List.of(
                    new LabelScore("happy", 0.2, false),
                    new LabelScore("angry", 0.2, false),
                    new LabelScore("sad", 0.2, false),
                    new LabelScore("calm", 0.2, false),
                    new LabelScore("tense", 0.2, false)))
            .isEmpty());
  }

  @Test
  void axesEndAtOne() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> new ValenceArousal(0, 1.5));
    assertEquals("arousal=1.5 must be in [-1, 1]", e.getMessage());
  }
}
