package io.auricle.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.split.Part;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TemperatureTest {
  @Test
  void scoresThatAreRightAsOftenAsTheySayStayAsTheyAre() {
    assertEquals(1, Temperature.fit(tracks("a", 100, 80, 0.8)), 0.002);
  }

  @Test
  void temperatureMakesTooSureScoresRightAsOftenAsTheySay() {
    List<Scored> tracks = tracks("a", 100, 60, 0.9);
    double temperature = Temperature.fit(tracks);
    assertTrue(temperature > 1, "temperature=" + temperature);
    assertEquals(0.6, Temperature.apply(List.of(0.9, 0.1), temperature).get(0), 0.002);
  }

  /** Two equal sets that are right in 60 and 80 % of cases ask for 70 %, whatever their sizes. */
  @Test
  void eachDataSetCountsTheSameHoweverLarge() {
    List<Scored> tracks = new ArrayList<>(tracks("small", 10, 6, 0.9));
    tracks.addAll(tracks("large", 1000, 800, 0.9));
    double temperature = Temperature.fit(tracks);
    assertEquals(0.7, Temperature.apply(List.of(0.9, 0.1), temperature).get(0), 0.002);
  }

  private static List<Scored> tracks(String dataset, int count, int right, double sure) {
    List<Scored> tracks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int label = i < right ? 0 : 1;
      tracks.add(
          new Scored(dataset, "t" + i, "t" + i, Part.VALIDATION, label, List.of(sure, 1 - sure)));
    }
    return tracks;
  }
}
