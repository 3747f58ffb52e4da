package io.auricle.experiment.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.split.Part;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TemperatureTest {
  private static final Task TASK = new OneLabel(List.of("right", "wrong"), OneLabel.CERTAINTY);

  @Test
  void scoresThatAreRightAsOftenAsTheySayStayAsTheyAre() {
    assertEquals(1, Temperature.fit(tracks("a", 100, 80, 0.8), TASK).value(), 0.002);
  }

  @Test
  void temperatureMakesTooSureScoresRightAsOftenAsTheySay() {
    List<Scored> tracks = tracks("a", 100, 60, 0.9);
    Temperature temperature = Temperature.fit(tracks, TASK);
    assertTrue(temperature.value() > 1, temperature.toString());
    assertEquals(0.6, temperature.of(List.of(0.9, 0.1)).get(0), 0.002);
  }

  /** Two equal sets that are right in 60 and 80 % of cases ask for 70 %, whatever their sizes. */
  @Test
  void eachDataSetCountsTheSameHoweverLarge() {
    List<Scored> tracks = new ArrayList<>(tracks("small", 10, 6, 0.9));
    tracks.addAll(tracks("large", 1000, 800, 0.9));
    Temperature temperature = Temperature.fit(tracks, TASK);
    assertEquals(0.7, temperature.of(List.of(0.9, 0.1)).get(0), 0.002);
  }

  private static List<Scored> tracks(String dataset, int count, int right, double sure) {
    List<Scored> tracks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int label = i < right ? 0 : 1;
      tracks.add(
          new Scored(
              dataset,
              "t" + i,
              "t" + i,
              Part.VALIDATION,
              Answer.label(label, 2),
              List.of(sure, 1 - sure)));
    }
    return tracks;
  }
}
