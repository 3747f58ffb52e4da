package io.auricle.experiment.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.split.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MoodAxisTest {
  private static final List<String> LABELS = List.of("happy", "angry", "sad", "calm");

  private static Scored track(int label) {
    return new Scored(
        "moods", "a", "artist", Part.TEST, Answer.label(label, 4), List.of(0.1, 0.2, 0.3, 0.4));
  }

  @Test
  void eachSideHasTheScoresOfItsQuadrants() {
    assertEquals(List.of(0.5, 0.5), MoodAxis.VALENCE.of(track(0)).scores());
    List<Double> arousal = MoodAxis.AROUSAL.of(track(0)).scores();
    assertEquals(0.3, arousal.get(0), 1e-12);
    assertEquals(0.7, arousal.get(1), 1e-12);
  }

  @Test
  void aTrackIsOnTheSideOfItsQuadrant() {
    List<Integer> valence = List.of(0, 1, 1, 0);
    List<Integer> arousal = List.of(0, 0, 1, 1);
    for (int label = 0; label < LABELS.size(); label++) {
      assertEquals(valence.get(label), MoodAxis.VALENCE.of(track(label)).label());
      assertEquals(arousal.get(label), MoodAxis.AROUSAL.of(track(label)).label());
    }
  }

  @Test
  void onlyTheQuadrantsInTheirOrderHaveAxes() {
    assertTrue(MoodAxis.isOf(LABELS));
    assertFalse(MoodAxis.isOf(List.of("angry", "happy", "sad", "calm")));
    assertFalse(MoodAxis.isOf(List.of("blues", "rock")));
  }
}
