package io.auricle.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.auricle.audio.DecodeException;
import io.auricle.bundle.Certainty;
import io.auricle.bundle.Training;
import io.auricle.predict.Classifier;
import io.auricle.predict.Classifiers;
import io.auricle.predict.LabelScore;
import io.auricle.predict.TrackPrediction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a person at a desk uses it: files, results, the player, links. */
final class PageTest {
  private static final String ALL_ENDED =
      "document.querySelectorAll('.is-done, .is-failed').length === ";
  private static final String AT = "Number(document.querySelector('[role=slider]').ariaValueNow)";
  private static final String MAX = "Number(document.querySelector('[role=slider]').ariaValueMax)";

  @TempDir private static Path folder;
  private static Site site;
  private Page page;

  @BeforeAll
  static void start() throws IOException {
    site = Site.start("genre");
  }

  @AfterAll
  static void stop() throws IOException {
    if (site != null) { // null where there is no browser
      site.close();
    }
  }

  @BeforeEach
  void open() throws IOException {
    page = site.open();
  }

  /** Whatever was done: the console has no complaint, and nobody else was asked for anything. */
  @AfterEach
  void nothingWasWrong() throws IOException {
    List<String> foreign =
        page.requests().stream()
            .filter(url -> !url.startsWith(site.address()) && !url.startsWith("blob:"))
            .toList();
    List<String> problems = page.problems();
    page.close();
    assertEquals(List.of(), problems);
    assertEquals(List.of(), foreign);
  }

  @Test
  void droppedWavAndMp3AreNamedAsTheLibraryNamesThem() throws Exception {
    List<Path> files =
        List.of(
            Sounds.mix(folder.resolve("dropped.wav"), "classical.flac"),
            Sounds.sample("metal.mp3"));
    page.drop(".drop", files.toArray(Path[]::new));
    page.await(ALL_ENDED + 2);
    JsonNode results = downloaded("json");
    assertEquals(2, results.size());
    for (int i = 0; i < files.size(); i++) {
      TrackPrediction expected = predicted(files.get(i));
      assertEquals(files.get(i).getFileName().toString(), results.at("/" + i + "/path").asText());
      assertLabels(expected.labels(), results.at("/" + i + "/labels"));
      assertEquals(expected.segments().size(), results.at("/" + i + "/segments").size());
      choose(i);
      LabelScore best = expected.best();
      String percent = Math.round(100 * best.score()) + "\u00a0%";
      String shown = page.text(".verdict");
      if (!expected.sure()) {
        assertEquals("Not sure", shown);
      } else {
        assertEquals(best.label(), shown.replace(percent, "").toLowerCase(Locale.ROOT));
        assertTrue(shown.endsWith(percent), shown);
      }
      assertEquals(5, page.count(".bars .bar"));
      assertEquals(percent, page.text(".bars .bar:first-child .bar-value"));
    }
  }

  /** As a person types it, or another program writes a link. */
  @Test
  void addressThatWasNeverEncodedIsShown() throws Exception {
    page.run("location.hash = '#/compare/100%'");
    page.await("document.querySelector('.top [href=\"#/compare\"][aria-current=page]') !== null");
    page.reload();
    page.await("document.querySelector('.top [href=\"#/compare\"][aria-current=page]') !== null");
  }

  @Test
  void badFileAmongManyIsExplainedAndTheRestIsNamed() throws Exception {
    Path bad = Files.writeString(folder.resolve("notes.mp3"), "This is no music.\n".repeat(99));
    Path empty = Files.createFile(folder.resolve("empty.wav"));
    page.drop(".drop", Sounds.sample("disco.ogg"), bad, Sounds.sample("jazz.wav"), empty);
    page.await(ALL_ENDED + 4);
    assertEquals(2, page.count(".is-done"));
    assertEquals(2, page.count(".is-failed"));
    choose(1);
    assertEquals("notes.mp3", page.text(".failure h2"));
    assertTrue(page.text(".failure").contains("[UNSUPPORTED]"), page.text(".failure"));
    assertTrue(page.text(".failure").contains("Convert it"), page.text(".failure"));
    choose(3);
    assertTrue(page.text(".failure").contains("[EMPTY]"), page.text(".failure"));
    JsonNode results = downloaded("json");
    assertEquals("EMPTY", results.at("/3/error/code").asText());
    String[] rows = downloadedText("csv").split("\n", -1);
    assertTrue(
        rows[0].startsWith("path,model,start_seconds,end_seconds,label_1,score_1,"), rows[0]);
    assertTrue(rows[0].endsWith(",label_11,score_11,sure,error_code,error_message"), rows[0]);
    long ofEmpty = List.of(rows).stream().filter(r -> r.matches("empty\\.wav,.*,EMPTY,.+")).count();
    assertEquals(1, ofEmpty);
  }

  @Test
  void clickOnTheTimelineSeeksAndPlayingMovesThePlayhead() throws Exception {
    analysed(Sounds.sample("jazz.wav"));
    page.await("document.querySelector('.wave .outline') !== null");
    page.await("document.querySelector('.mel img')?.naturalWidth > 0");
    page.click(".strips", 0.5);
    page.await("Math.abs(" + AT + " - 11.55) < 0.2");
    assertTrue(page.text(".clock").startsWith("0:11"), page.text(".clock"));
    page.click(".strips", 0.25);
    page.await("Math.abs(" + AT + " - 5.77) < 0.2");
    page.click(".round");
    page.await(AT + " > 6.3");
    assertEquals("Pause", page.run("document.querySelector('.round').ariaLabel").asText());
    page.click(".round");
    page.await("document.querySelector('.round').ariaLabel === 'Play'");
  }

  @Test
  void everyMomentHasItsColumnAndTellsItsGenre() throws Exception {
    Path mix = Sounds.mix(folder.resolve("mix.wav"), "classical.flac", "metal.mp3", "disco.ogg");
    analysed(mix);
    TrackPrediction expected = predicted(mix);
    assertEquals(expected.segments().size(), page.count(".timeline .floor"));
    assertEquals(expected.segments().size(), page.count("details tbody tr"));
    double middle = (expected.segments().get(0).startSeconds() + 1) / expected.durationSeconds();
    page.click(".strips", middle);
    String best = expected.segments().get(0).labels().get(0).label();
    page.await(
        "document.querySelector('.moment').textContent.toLowerCase().startsWith('" + best + "')");
    assertEquals(5, page.count(".bars .mark:not([hidden])"));
  }

  @Test
  void linkOpensTheResultElsewhereWithoutTheSound() throws Exception {
    analysed(Sounds.sample("disco.ogg"));
    String link = page.run("location.href").asText();
    assertTrue(link.matches(".*/#/result/[A-Za-z0-9_-]+"), link);
    try (Page other = site.open()) {
      other.open(link);
      other.await("document.querySelector('.verdict') !== null");
      assertEquals(page.text(".verdict"), other.text(".verdict"));
      other.await("document.querySelector('.wave img')?.naturalWidth > 0");
      other.await("document.querySelector('.mel img')?.naturalWidth > 0");
      assertTrue(other.run("document.querySelector('.round').disabled").asBoolean());
      other.click(".strips", 0.5);
      other.await("Math.abs(" + AT + " - " + MAX + " / 2) < 0.2");
      assertEquals(List.of(), other.problems());
    }
  }

  @Test
  void linkToAResultThatIsGoneSaysWhatToDo() throws Exception {
    try (Page other = site.open()) { // its console will tell of the 404
      other.open(site.address() + "#/result/nothing");
      other.await("document.querySelector('.failure') !== null");
      assertTrue(other.text(".failure").contains("kept for an hour"), other.text(".failure"));
    }
  }

  @Test
  void resultsOutliveAReload() throws Exception {
    analysed(Sounds.sample("metal.mp3"));
    String verdict = page.text(".verdict");
    page.reload();
    page.await("document.querySelector('.verdict') !== null");
    assertEquals(verdict, page.text(".verdict"));
  }

  @Test
  void exampleIsOneClickAway() throws Exception {
    page.click(".chip");
    page.await(ALL_ENDED + 1);
    assertEquals("blues.mp3", page.text(".track-name"));
    assertFalse(page.text(".bars .bar-label").isBlank());
  }

  @Test
  void markupInFileNamesIsText() throws Exception {
    String name = "<img src=x onerror=document.title='bad'>'; DROP TABLE x.wav";
    Path file = Files.copy(Sounds.sample("jazz.wav"), folder.resolve(name));
    analysed(file);
    assertEquals(name, page.text(".track-name"));
    assertEquals(name, page.text(".result h2"));
    page.run("location.hash = '#/compare'");
    page.await("document.querySelector('.compare tbody') !== null");
    assertEquals(name, page.text(".compare tbody th"));
    assertEquals(0, page.count("img[src=x]"));
  }

  @Test
  void modelsPageStatesFiguresOfTheCard() throws Exception {
    page.run("location.hash = '#/models'");
    page.await("document.querySelector('.model') !== null");
    try (Classifier classifier = Classifiers.load("genre")) {
      assertEquals(
          classifier.card().training().metrics().stream()
              .filter(metric -> metric.name().equals("accuracy"))
              .count(),
          page.count(".intervals li"));
      assertTrue(page.text(".limits").contains(classifier.card().about().limits()));
      assertEquals(classifier.card().labels().size(), page.count(".model .legend li"));
    }
  }

  @Test
  void modelsPageDrawsTheMatricesOfTheCard() throws Exception {
    try (Site moods = Site.start("mood");
        Page models = moods.open();
        Classifier classifier = Classifiers.load("mood")) {
      models.run("location.hash = '#/models'");
      models.await("document.querySelector('.model') !== null");
      Training training = classifier.card().training();
      assertEquals(training.confusions().size(), models.count(".confusion"));
      List<Long> first = training.confusions().get(0).counts().get(0);
      for (int heard = 0; heard < first.size(); heard++) {
        String cell = ".confusion tbody tr:first-child td:nth-child(%d)".formatted(heard + 2);
        assertEquals(first.get(heard).toString(), models.text(cell));
      }
      Certainty certainty = Objects.requireNonNull(classifier.card().scores().certainty());
      String from = Math.round(100 * certainty.threshold()) + "\u00a0%";
      assertTrue(models.text(".model").contains("It answers from " + from), models.text(".model"));
      assertEquals(List.of(), models.problems());
    }
  }

  @Test
  void confusionMatrixHasTheTruthInItsRows() throws Exception {
    page.run(
        """
        import('/js/confusion.js').then(({ confusions }) => document.querySelector('main').append(confusions([
          { dataset: 'gtzan', split: 'validation', counts: [[9, 9], [9, 9]] },
          { dataset: 'emotify', split: 'test', counts: [[3, 1], [0, 4]] },
        ], ['jazz', 'rock'], 'genre')))\
        """);
    // The test part first, though it came last; the others are folded up.
    assertEquals("emotify, test", page.text(".matrix h4"));
    assertEquals("gtzan, validation", page.text("details:not([open]) .matrix h4"));
    assertEquals("Jazz31", page.text(".confusion tbody tr:first-child"));
    assertEquals("Rock·4", page.text(".confusion tbody tr:last-child"));
    assertEquals("1", page.text(".confusion .miss"));
    assertEquals("75\u00a0%", page.run("document.querySelector('.confusion .hit').title").asText());
  }

  /** Drops one file and waits for its result. */
  private void analysed(Path file) throws IOException {
    page.drop(".drop", file);
    page.await("document.querySelector('.result .verdict') !== null");
  }

  private void choose(int track) throws IOException {
    page.run("document.querySelectorAll('.track')[" + track + "].click()");
  }

  /** What the button would save. */
  private String downloadedText(String form) throws IOException {
    return page.run(
            """
            Promise.all([import('/js/download.js'), import('/js/session.js')])
              .then(([download, { session }]) => download.%s(session.tracks))\
            """
                .formatted(form))
        .asText();
  }

  private JsonNode downloaded(String form) throws IOException {
    return new JsonMapper().readTree(downloadedText(form));
  }

  private static TrackPrediction predicted(Path file) throws IOException, DecodeException {
    try (Classifier classifier = Classifiers.load("genre")) {
      return classifier.predict(file);
    }
  }

  /** The answer rounds scores to four decimals. */
  private static void assertLabels(List<LabelScore> expected, JsonNode labels) {
    assertEquals(expected.size(), labels.size());
    for (int i = 0; i < labels.size(); i++) {
      assertEquals(expected.get(i).label(), labels.at("/" + i + "/label").asText());
      assertEquals(expected.get(i).score(), labels.at("/" + i + "/score").asDouble(), 6e-5);
    }
  }
}
