package io.auricle.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Names of the dots on the plane of moods. */
@ExtendWith(OpenPage.class)
final class MoodPlaneTest {
  private static final String CALM = "calm 0.9, happy 0.1, tense 0, sad 0";
  private static final String ANGRY = "tense 0.9, happy 0.05, sad 0.05, calm 0";
  private static final String SAD = "sad 0.8, calm 0.2, happy 0, tense 0";

  @Test
  void namesStandBesideTheirDotsWithoutOverlap(Page page) throws Exception {
    compare(page, tracks(40));
    String overlaps =
        """
        (() => {
          const boxes = [...document.querySelectorAll('.plane-name:not([hidden]), .dot.whole')].map((e) => e.getBoundingClientRect());
          const isName = [...document.querySelectorAll('.plane-name:not([hidden]), .dot.whole')].map((e) => e.matches('.plane-name'));
          let found = 0;
          boxes.forEach((a, i) => boxes.forEach((b, j) => {
            if (i < j && (isName[i] || isName[j]) && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) found += 1;
          }));
          return found;
        })()\
        """;
    page.await("document.querySelector('.plane-name') !== null");
    assertEquals(0, page.run(overlaps).asInt());
    assertTrue(page.count(".plane-name:not([hidden])") >= 10, "few names have room");
    page.size(360, 740);
    page.await("document.querySelector('.plane').clientWidth < 330");
    assertEquals(0, page.run(overlaps).asInt());
  }

  @Test
  void arrowKeysGoFromDotToDotAndSayNameAndMood(Page page) throws Exception {
    compare(page, mooded("calm.mp3", CALM), mooded("angry.mp3", ANGRY), mooded("sad.mp3", SAD));
    page.tabTo(".dot-link");
    assertEquals(1, page.count(".dot-link[tabindex='0']"), "one stop of the Tab key");
    assertEquals("calm.mp3: calm 90\u00a0%", said(page));
    page.press("ArrowUp");
    page.press("ArrowUp");
    assertEquals("angry.mp3: tense 90\u00a0%", said(page));
    assertEquals("angry.mp3tense 90\u00a0%", page.text(".plane-tip"));
    page.press("ArrowRight");
    assertEquals("sad.mp3: sad 80\u00a0%", said(page));
    page.press("Escape");
    assertTrue(page.run("document.querySelector('.plane-tip').hidden").asBoolean());
  }

  @Test
  void firstTapNamesADotAndTheSecondOpensIt(Page page) throws Exception {
    page.size(360, 740);
    compare(page, mooded("calm.mp3", CALM), mooded("same.mp3", CALM), mooded("sad.mp3", SAD));
    page.pointer().tap(".dot-link:last-of-type");
    page.await("document.querySelector('.plane-tip').textContent.includes('sad.mp3')");
    assertEquals("#/compare", page.run("location.hash").asText());
    page.pointer().tap(".dot-link:last-of-type");
    page.await("location.hash === '#/'");
    assertEquals("sad.mp3", Heard.value(page, "session", "session.selected.name").asText());
  }

  @Test
  void dotsOnOneSpotAreNamedTogether(Page page) throws Exception {
    compare(page, mooded("calm.mp3", CALM), mooded("same.mp3", CALM), mooded("sad.mp3", SAD));
    page.pointer().hover(".dot-link");
    page.await("!document.querySelector('.plane-tip').hidden");
    String named = page.text(".plane-tip");
    assertTrue(named.contains("calm.mp3") && named.contains("same.mp3"), named);
  }

  @Test
  void spreadGivesTheFirstItsPlaceAndTheLastNone(Page page) throws Exception {
    String dots =
        "spread([{ x: 50, y: 50, r: 5, width: 30, height: 10 }, { x: 50, y: 50, r: 5, width: 95,"
            + " height: 95 }, { x: 20, y: 90, r: 5, width: 0, height: 0 }], { from: 0, to: 100 })";
    JsonNode places = Heard.value(page, "spread", dots);
    assertEquals(59, places.at("/0/x").asDouble());
    assertEquals(45, places.at("/0/y").asDouble());
    assertTrue(places.path(1).isNull());
    assertTrue(places.path(2).isNull());
  }

  private static String mooded(String name, String mood) {
    return "heard('%s', 'jazz 0.8, blues 0.2', { mood: '%s' })".formatted(name, mood);
  }

  /** Tracks all over the plane. */
  private static String[] tracks(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              int happy = i * 37 % 100;
              int tense = (100 - happy) * (i * 53 % 100) / 100;
              int sad = (100 - happy - tense) * (i * 71 % 100) / 100;
              int calm = 100 - happy - tense - sad;
              return mooded(
                  "a song with a name " + i,
                  "happy %.2f, tense %.2f, sad %.2f, calm %.2f"
                      .formatted(happy / 100., tense / 100., sad / 100., calm / 100.));
            })
        .toArray(String[]::new);
  }

  private static void compare(Page page, String... tracks) throws IOException {
    Heard.add(
        page,
        IntStream.range(0, tracks.length)
            .mapToObj(i -> tracks[i])
            .collect(Collectors.joining(", ")));
    page.run("location.hash = '#/compare'");
    page.await("document.querySelector('.side-by-side .plane') !== null");
  }

  private static String said(Page page) throws IOException {
    return page.run("document.activeElement.getAttribute('aria-label')").asText();
  }
}
