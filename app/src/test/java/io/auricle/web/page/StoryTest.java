package io.auricle.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A track that changes says so, as a person would. */
@ExtendWith(OpenPage.class)
final class StoryTest {
  private static final String BLUES = "blues 0.8, jazz 0.1, rock 0.1";
  private static final String CLASSICAL = "classical 0.9, jazz 0.1";
  private static final String COUNTRY = "country 0.7, pop 0.2, rock 0.1";
  private static final String METAL = "metal 0.8, rock 0.2";
  private static final String UNCLEAR = "pop 0.3, rock 0.28, disco 0.22, blues 0.2";

  @Test
  void changesAreToldInTheOrderOfTime(Page page) throws Exception {
    String all = parts(BLUES, 3, CLASSICAL, 3, COUNTRY, 3);
    assertEquals("blues, then classical, then country", told(page, all));
    assertEquals(
        "blues, then classical, then blues again",
        told(page, parts(BLUES, 3, CLASSICAL, 3, BLUES, 3)));
  }

  @Test
  void whatDoesNotChangeHasNoStory(Page page) throws Exception {
    assertEquals("", told(page, parts(BLUES, 6)));
    assertEquals("", told(page, ""));
    assertEquals("", told(page, parts(UNCLEAR, 6)));
    assertEquals("", told(page, parts(BLUES, 4, UNCLEAR, 4)), "one genre is no change");
  }

  @Test
  void oneOddMomentIsNoChange(Page page) throws Exception {
    assertEquals("", told(page, parts(BLUES, 4, METAL, 1, BLUES, 4)));
    // Between two chapters, too, where a moment hears both.
    assertEquals("blues, then classical", told(page, parts(BLUES, 4, COUNTRY, 1, CLASSICAL, 4)));
  }

  @Test
  void unclearPassageIsNamedIfItIsLong(Page page) throws Exception {
    assertEquals(
        "blues, then something unclear, then metal",
        told(page, parts(BLUES, 4, UNCLEAR, 4, METAL, 4)));
    assertEquals("blues, then metal", told(page, parts(BLUES, 9, UNCLEAR, 1, METAL, 9)));
    assertEquals("", told(page, parts(BLUES, 3, UNCLEAR, 9, METAL, 3)), "mostly unclear");
  }

  @Test
  void manyChangesAreSummedUp(Page page) throws Exception {
    assertEquals(
        "metal and classical in turn",
        told(page, parts(METAL, 2, CLASSICAL, 2, METAL, 2, CLASSICAL, 2)));
    assertEquals(
        "blues, then classical, country, metal and in the end jazz",
        told(page, parts(BLUES, 2, CLASSICAL, 2, COUNTRY, 2, METAL, 2, "jazz 0.9, blues 0.1", 2)));
    assertEquals(
        "now this, now that, mostly blues, metal and classical",
        told(page, parts(BLUES, 3, METAL, 2, BLUES, 3, CLASSICAL, 2, METAL, 2, COUNTRY, 2)));
  }

  @Test
  void resultAndListTellTheStoryInsteadOfNotSureAlone(Page page) throws Exception {
    String all = parts(BLUES, 3, CLASSICAL, 3, COUNTRY, 3);
    Heard.add(
        page,
        """
        heard('mix.wav', 'classical 0.4, country 0.3, blues 0.3', { sure: false, parts: [%s] }),
        heard('half.wav', 'blues 0.6, classical 0.4', { parts: [%s] }),
        heard('vague.wav', 'pop 0.3, rock 0.2', { sure: false, parts: [%s] })\
        """
            .formatted(all, parts(BLUES, 4, CLASSICAL, 3), parts(UNCLEAR, 3)));
    assertEquals("blues, then classical, then country", page.text(".track-state"));
    choose(page, 0);
    assertEquals("Blues, then classical, then country", page.text(".verdict"));
    assertTrue(page.text(".perhaps").contains("it changes"), page.text(".perhaps"));
    choose(page, 1);
    assertTrue(page.text(".verdict").startsWith("Blues60"), page.text(".verdict"));
    assertEquals("It changes: blues, then classical.", page.text(".story"));
    choose(page, 2);
    assertEquals("Not sure", page.text(".verdict"));
    assertEquals(0, page.count(".story"));
    assertEquals(
        "not sure; perhaps pop",
        page.run("document.querySelectorAll('.track-state')[2].textContent").asText());
  }

  @Test
  void percentagesAreBehindAQuestion(Page page) throws Exception {
    Heard.add(page, "heard('a.wav', 'blues 0.8, jazz 0.2')");
    choose(page, 0);
    assertEquals("Why?", page.text(".why summary"));
    String isHidden = "!document.querySelector('.why .note').checkVisibility()";
    assertTrue(page.run(isHidden).asBoolean());
    page.tabTo(".why summary");
    page.press("Enter");
    page.await("document.querySelector('.why').textContent.includes('It answers from')");
    assertTrue(page.text(".why").contains("with 80\u00a0%"), page.text(".why"));
  }

  private static void choose(Page page, int track) throws IOException {
    page.run("document.querySelectorAll('.track')[" + track + "].click()");
  }

  private static String told(Page page, String parts) throws IOException {
    return Heard.value(page, "story", "told(chapters(globalThis.parts([" + parts + "])))").asText();
  }

  /** Labels and how many moments have them, in turn, as elements of an array in JavaScript. */
  private static String parts(Object... labelsAndCounts) {
    return Stream.iterate(0, i -> i < labelsAndCounts.length, i -> i + 2)
        .flatMap(
            i ->
                Arrays.stream(new int[(int) labelsAndCounts[i + 1]])
                    .mapToObj(any -> "'" + labelsAndCounts[i] + "'"))
        .collect(Collectors.joining(", "));
  }
}
