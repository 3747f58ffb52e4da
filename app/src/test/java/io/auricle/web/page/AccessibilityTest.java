package io.auricle.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.auricle.web.MadeLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every page by the rules of axe (WCAG 2.2 AA and good practice), in both themes, wide and narrow.
 */
final class AccessibilityTest {
  private static final int PHONE_WIDTH = 360;
  private static final int PHONE_HEIGHT = 740;

  @TempDir private static Path folder;
  private static Site site;
  private static String axe;

  @BeforeAll
  static void start() throws IOException {
    site = Site.start("genre", Sounds.moodModel(folder.resolve("mood")).toString());
    try (InputStream in = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
      axe = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @AfterAll
  static void stop() throws IOException {
    if (site != null) { // null where there is no browser
      site.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"light,1280", "dark,1280", "light,360", "dark,360"})
  void noPageBreaksARule(String colours, int width) throws Exception {
    Path bad = folder.resolve("bad-" + colours + width + ".mp3");
    Files.writeString(bad, "This is no music.\n".repeat(99));
    try (Page page = site.open(width, PHONE_HEIGHT)) {
      page.prefer(colours, true);
      assertNoViolation(page, "start");
      page.click(".drop .secondary");
      page.await("document.querySelector('.recorder button') !== null");
      assertNoViolation(page, "recorder");
      page.click(".recorder .secondary");
      page.drop(".drop", Sounds.sample("jazz.wav"), Sounds.sample("reggae.mp3"), bad);
      page.await("document.querySelectorAll('.is-done, .is-failed').length === 3");
      page.await("document.querySelector('.mel img')?.naturalWidth > 0");
      page.run("document.querySelectorAll('summary').forEach((summary) => summary.click())");
      page.click(".strips");
      assertNoViolation(page, "result");
      page.run("document.querySelectorAll('.track')[2].click()");
      assertNoViolation(page, "failure");
      page.run("document.querySelector('.tracks .square').click()");
      page.run(
          "import('/js/arrangement.js').then(({ arrangement }) =>"
              + " arrangement.change({ group: 'genre', isReversed: true }))");
      page.await("document.querySelector('.undo:not([hidden])') !== null");
      assertNoViolation(page, "groups, and something to undo");
      page.run(
          "import('/js/arrangement.js').then(({ arrangement }) =>"
              + " arrangement.change({ filter: 'nothing like it' }))");
      assertNoViolation(page, "a filter that nothing passes");
      page.run(
          "import('/js/arrangement.js').then(({ arrangement }) =>"
              + " arrangement.change({ filter: '', group: 'none' }))");
      page.click(".undo-button");
      page.run("location.hash = '#/compare'");
      page.await("document.querySelector('.compare') !== null");
      page.await("document.querySelector('.plane-name') !== null");
      page.run("document.querySelector('.dot-link').focus()");
      assertNoViolation(page, "compare");
      page.run("location.hash = '#/models'");
      page.await("document.querySelector('.model') !== null");
      assertNoViolation(page, "models");
      page.open(site.address() + "api");
      page.await("document.querySelector('.theme') !== null");
      assertNoViolation(page, "description of the API");
      assertEquals(List.of(), page.problems());
    }
  }

  /** All pages of a library, and what there is where there is none. */
  @ParameterizedTest
  @CsvSource({"light,1280", "dark,1280", "light,360", "dark,360"})
  void noPageOfALibraryBreaksARule(String colours, int width) throws Exception {
    Path samples = Sounds.sample("").toAbsolutePath().normalize();
    Path database =
        MadeLibrary.make(
            folder.resolve(colours + width + ".db"),
            samples,
            300,
            List.of(samples.resolve("jazz.wav")));
    try (Site library = Site.ofLibrary(database);
        Page page = library.open(width, PHONE_HEIGHT)) {
      page.prefer(colours, true);
      page.run("location.hash = '#/library'");
      page.await("document.querySelectorAll('.songs-space .is-title a').length > 5");
      assertNoViolation(page, "songs");
      page.run("document.querySelector('.ask-help').open = true");
      page.run("document.querySelector('.correct-tools [aria-pressed]').click()");
      assertNoViolation(page, "songs with help and keys");
      page.run("location.hash = '#/library/song/1'");
      page.await("document.querySelectorAll('.near').length > 5");
      page.run("document.querySelectorAll('summary').forEach((summary) => summary.click())");
      page.run("document.querySelector('.label-key').click()");
      page.await("document.querySelector('.label-key[aria-pressed=true]') !== null");
      page.run("document.querySelector('.song-head .primary').click()");
      page.await("!document.querySelector('.deck').hidden");
      assertNoViolation(page, "a song that plays");
      page.run("document.querySelector('.deck-close').click()");
      page.run("location.hash = '#/library/song/301'");
      page.await("document.querySelector('.song .failure') !== null");
      assertNoViolation(page, "a song that could not be heard");
      page.run("location.hash = '#/library/map'");
      page.await("document.querySelector('.map-wait').hidden");
      page.run("document.querySelector('.map-canvas').focus()");
      page.press("ArrowRight");
      page.await("document.querySelector('.map-chosen h2') !== null");
      assertNoViolation(page, "map");
      assertEquals(List.of(), page.problems());
    }
  }

  @Test
  void absentLibraryBreaksNoRule() throws Exception {
    try (Page page = site.open(PHONE_WIDTH, PHONE_HEIGHT)) {
      page.prefer("light", true);
      page.run("location.hash = '#/library'");
      page.await("document.querySelector('.none') !== null");
      assertNoViolation(page, "no library");
    }
  }

  /** The real card of moods, with its matrix. */
  @ParameterizedTest
  @CsvSource({"light,1280", "dark,360"})
  void matricesBreakNoRule(String colours, int width) throws Exception {
    try (Site moods = Site.start("mood");
        Page page = moods.open(width, PHONE_HEIGHT)) {
      page.prefer(colours, true);
      page.run("location.hash = '#/models'");
      page.await("document.querySelector('.confusion') !== null");
      page.run("document.querySelectorAll('details').forEach((folded) => { folded.open = true; })");
      assertNoViolation(page, "matrices");
      assertEquals(List.of(), page.problems());
    }
  }

  /** No sideways scrolling, and nothing to press that is too small for a finger. */
  private static void assertNoViolation(Page page, String state) throws IOException {
    if (page.run("typeof axe").asText().equals("undefined")) {
      page.run(axe + "; true");
    }
    JsonNode violations =
        page.run(
            """
            axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
              .then((found) => found.violations.map(({ id, nodes }) =>
                ({ id, nodes: nodes.map((node) => node.html.slice(0, 200) + ' ' + node.failureSummary) })))\
            """);
    List<String> found = new ArrayList<>();
    violations.forEach(violation -> found.add(violation.toPrettyString()));
    assertEquals(List.of(), found, state);
    int wide = page.run("document.documentElement.scrollWidth - innerWidth").asInt();
    assertTrue(wide <= 0, state + " is " + wide + " pixels wider than its window");
  }

  @Test
  void nothingMovesByItselfWhereMotionIsUnwelcome() throws Exception {
    try (Page page = site.open(PHONE_WIDTH, PHONE_HEIGHT)) {
      page.prefer("light", true);
      page.drop(".drop", Sounds.sample("jazz.wav"));
      page.await("document.querySelector('.bars') !== null");
      assertEquals(0, page.run("document.getAnimations().length").asInt());
      String still =
          page.run("getComputedStyle(document.querySelector('.bar-fill')).animationName").asText();
      assertEquals("none", still);
      page.prefer("light", false);
      String moving =
          page.run("getComputedStyle(document.querySelector('.bar-fill')).animationName").asText();
      assertEquals("grow", moving);
    }
  }

  @Test
  void resultIsSaidToScreenReaders() throws Exception {
    try (Page page = site.open()) {
      page.drop(".drop", Sounds.sample("classical.flac"));
      page.await(
          "/^classical\\.flac: (Classical, |not sure)/"
              + ".test(document.querySelector('[role=status]').textContent)");
    }
  }

  @Test
  void moodHasItsPlaceOnThePlaneAndItsWords() throws Exception {
    try (Page page = site.open()) {
      page.drop(".drop", Sounds.sample("disco.ogg"));
      page.await("document.querySelector('.mood .plane .whole') !== null");
      double x = page.run("document.querySelector('.plane .whole').cx.baseVal.value").asDouble();
      double y = page.run("document.querySelector('.plane .whole').cy.baseVal.value").asDouble();
      JsonNode labels =
          page.run(
              "import('/js/session.js').then(({ session }) =>"
                  + " Object.fromEntries(session.tracks[0].results[1].labels.map(({ label, score })"
                  + " => [label, score])))");
      double happy = labels.path("happy").asDouble();
      double tense = labels.path("tense").asDouble();
      double sad = labels.path("sad").asDouble();
      double calm = labels.path("calm").asDouble();
      assertEquals(100 + 80 * (happy - tense - sad + calm), x, 0.01);
      assertEquals(100 - 80 * (happy + tense - sad - calm), y, 0.01);
      assertTrue(page.count(".tags .tag") >= 1);
      page.run("location.hash = '#/compare'");
      page.await("document.querySelector('.side-by-side .whole') !== null");
    }
  }
}
