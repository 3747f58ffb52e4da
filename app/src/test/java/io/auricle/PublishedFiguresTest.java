package io.auricle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.bundle.Bundles;
import io.auricle.bundle.Training;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README says of the bundled genres is what their card and the page of figures say. */
final class PublishedFiguresTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern INTERVAL =
      Pattern.compile("0\\.\\d{3} \\[0\\.\\d{3}, 0\\.\\d{3}\\]");
  private static final String ALL = "out of fold and test";

  private final String readme;
  private final String page;
  private final List<Training.Metric> card;

  PublishedFiguresTest() throws Exception {
    readme = Files.readString(ROOT.resolve("README.md"));
    page = Files.readString(ROOT.resolve("docs/results/genre.md"));
    card = Bundles.find("genre").card().training().metrics();
  }

  @Test
  void figuresOfTheReadmeAreThoseOfThePage() {
    List<String> shown = INTERVAL.matcher(readme).results().map(found -> found.group()).toList();
    assertTrue(shown.size() >= 4, shown.toString());
    assertEquals(List.of(), shown.stream().filter(figure -> !page.contains(figure)).toList());
  }

  @Test
  void figuresOfTheCardAreOnThePage() {
    List<String> figures =
        Stream.of("test", "out of fold", ALL)
            .flatMap(split -> metrics("accuracy", split))
            .filter(metric -> metric.dataset().equals("all") || !metric.split().equals(ALL))
            .filter(metric -> !(metric.dataset().equals("all") && metric.split().equals("test")))
            .map(PublishedFiguresTest::written)
            .toList();
    assertEquals(9, figures.size());
    assertEquals(List.of(), figures.stream().filter(figure -> !page.contains(figure)).toList());
  }

  @Test
  void doubtIsToldAsTheCardHasIt() {
    String error = "calibration error is %.3f".formatted(overAll("expected calibration error"));
    assertTrue(readme.contains(error), error);
    String answers =
        "of the %.0f %% of tracks that it answers, %.0f %% are right"
            .formatted(100 * overAll("coverage"), 100 * overAll("accuracy when sure"));
    assertTrue(readme.replace('\n', ' ').contains(answers), answers);
  }

  private double overAll(String name) {
    return metrics(name, ALL)
        .filter(metric -> metric.dataset().equals("all"))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private Stream<Training.Metric> metrics(String name, String split) {
    return card.stream()
        .filter(metric -> metric.name().equals(name) && metric.split().equals(split));
  }

  private static String written(Training.Metric metric) {
    return String.format(
        Locale.ROOT, "%.3f [%.3f, %.3f]", metric.value(), metric.low(), metric.high());
  }
}
