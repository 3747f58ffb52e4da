package io.auricle.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole way with the keyboard alone. */
final class KeyboardTest {
  private static final String FOCUS = "document.activeElement";
  private static final String AT = "Number(document.querySelector('[role=slider]').ariaValueNow)";
  private static final String MAX = "Number(document.querySelector('[role=slider]').ariaValueMax)";

  private static Site site;

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

  @Test
  void filesAreChosenHeardAndRemovedWithKeysAlone() throws Exception {
    try (Page page = site.open()) {
      page.tabTo(".drop .primary");
      page.press("Enter");
      page.choose(Sounds.sample("jazz.wav"), Sounds.sample("disco.ogg"));
      page.await("document.querySelectorAll('.is-done').length === 2");

      page.tabTo(".track[aria-current=false]");
      page.press("Enter");
      assertEquals("disco.ogg", page.text(".result h2"));
      assertEquals("H2", page.run(FOCUS + ".tagName").asText());

      page.tabTo("[role=slider]");
      page.press("End");
      page.await(AT + " > " + MAX + " - 0.5");
      page.press("Home");
      page.await(AT + " === 0");
      page.press("ArrowRight");
      page.await("Math.abs(" + AT + " - 5) < 0.2");
      String said = page.run(FOCUS + ".ariaValueText").asText();
      assertTrue(said.matches("0:05 of 0:2\\d, [A-Z][a-z-]+ \\d+\u00a0%"), said);
      page.press(" ");
      page.await("document.querySelector('.round').ariaLabel === 'Pause'");
      page.await(AT + " > 5.5");
      page.press(" ");
      page.await("document.querySelector('.round').ariaLabel === 'Play'");

      page.run("document.querySelector('main').focus()");
      page.tabTo(".tracks .square");
      assertEquals("Remove jazz.wav", page.run(FOCUS + ".ariaLabel").asText());
      page.press("Enter");
      assertEquals(1, page.count(".track"));
      assertTrue(page.run(FOCUS + ".matches('.track')").asBoolean());
      assertEquals("jazz.wav removed. Undo brings back.", page.text("[role=status]"));
      assertEquals(List.of(), page.problems());
    }
  }

  @Test
  void pageKeysMoveByATenthAnywhereInThePlayer() throws Exception {
    try (Page page = site.open()) {
      page.drop(".drop", Sounds.sample("disco.ogg"));
      page.await("document.querySelector('.result .verdict') !== null");
      double tenth =
          page.run("Number(document.querySelector('[role=slider]').ariaValueMax)").asDouble() / 10;
      page.tabTo("[role=slider]");
      page.press("PageUp");
      page.press("PageUp");
      page.await("Math.abs(" + AT + " - " + 2 * tenth + ") < 0.2");
      page.tabTo(".legend-jump");
      page.press("PageDown");
      page.await("Math.abs(" + AT + " - " + tenth + ") < 0.2");
    }
  }

  @Test
  void focusFollowsASampleThatAKeyStarted() throws Exception {
    try (Page page = site.open()) {
      page.tabTo(".chip");
      page.press("Enter");
      page.await("document.querySelector('.result .verdict') !== null");
      page.await("document.activeElement.matches('.result h2')");
      assertEquals("blues.mp3", page.run(FOCUS + ".textContent").asText());
      // Who went elsewhere meanwhile is left there.
      page.tabTo(".chip:not(.listen li:first-child .chip)");
      page.press("Enter");
      page.await("document.activeElement.matches('.stage h2')");
      page.run("document.querySelector('.theme').focus()");
      page.await("document.querySelectorAll('.is-done').length === 2");
      assertTrue(page.run(FOCUS + ".matches('.theme')").asBoolean());
      assertEquals(List.of(), page.problems());
    }
  }

  @Test
  void firstStopSkipsToTheContent() throws Exception {
    try (Page page = site.open()) {
      page.press("Tab");
      assertEquals("Skip to the content", page.run(FOCUS + ".textContent").asText());
      page.press("Enter");
      assertEquals("MAIN", page.run(FOCUS + ".tagName").asText());
    }
  }

  @Test
  void whatHasTheFocusCanBeSeen() throws Exception {
    try (Page page = site.open()) {
      page.tabTo(".drop .primary");
      assertEquals("3px", page.run("getComputedStyle(" + FOCUS + ").outlineWidth").asText());
      assertEquals("solid", page.run("getComputedStyle(" + FOCUS + ").outlineStyle").asText());
    }
  }
}
