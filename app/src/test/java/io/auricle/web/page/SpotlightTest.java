package io.auricle.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Genres of legend and bars light up in the timeline, and jump there. */
@ExtendWith(OpenPage.class)
final class SpotlightTest {
  private static final String AT = "Number(document.querySelector('[role=slider]').ariaValueNow)";
  private static final String LIT = "document.querySelectorAll('.timeline.is-dim .is-lit').length";

  @Test
  void genreLightsItsStretchesWhilePointedAt(Page page) throws Exception {
    show(page);
    page.pointer().hover(".legend li:nth-child(2) .legend-jump");
    assertEquals(3, page.run(LIT).asInt(), "jazz is in the second stretch, and below the first");
    assertEquals(2, page.count(".legend-jump.is-lit, .bar-jump.is-lit"));
    page.pointer().hover(".result h2");
    assertEquals(0, page.count(".timeline.is-dim"));
  }

  @Test
  void genreLightsItsStretchesWhileItHasTheFocus(Page page) throws Exception {
    show(page);
    page.tabTo(".legend-jump");
    assertEquals(3, page.run(LIT).asInt());
    page.tabTo(".bar-jump");
    page.press("Tab");
    assertEquals(3, page.run(LIT).asInt());
    page.run("document.activeElement.blur()");
    assertEquals(0, page.count(".timeline.is-dim"));
  }

  @Test
  void clickJumpsFromStretchToStretch(Page page) throws Exception {
    show(page);
    String blues = ".bars .bar:first-child .bar-jump";
    page.click(blues);
    page.await("Math.abs(" + AT + " - 20) < 0.1");
    assertEquals("Blues from 0:20 to 0:30, 2 of 2.", page.text("[role=status]"));
    assertEquals("Blues 80\u00a0%", page.text(".moment"));
    page.click(blues);
    page.await(AT + " < 0.1");
    page.click(".legend li:nth-child(2) .legend-jump");
    page.await("Math.abs(" + AT + " - 10) < 0.1");
  }

  @Test
  void genreThatNeverLeadsJumpsToWhereItIsStrongest(Page page) throws Exception {
    String parts = "globalThis.parts(['a 0.9, b 0.1', 'a 0.6, b 0.4', 'a 0.5, b 0.3', 'a 1, c 0'])";
    String found = "stretches(" + parts + ", '%s').map(({ from, to }) => from + '-' + to).join()";
    assertEquals("10-30", Heard.value(page, "labels", found.formatted("b")).asText());
    assertEquals("0-40", Heard.value(page, "labels", found.formatted("a")).asText());
    assertEquals("", Heard.value(page, "labels", found.formatted("c")).asText());
  }

  private static void show(Page page) throws IOException {
    Heard.add(
        page,
        "heard('a.wav', 'blues 0.6, jazz 0.4', { parts: ['blues 0.8, jazz 0.2', 'jazz 0.9, blues"
            + " 0.1', 'blues 0.8, jazz 0.2'] })");
    page.run("document.querySelector('.track').click()");
    page.await("document.querySelector('.legend-jump') !== null");
  }
}
