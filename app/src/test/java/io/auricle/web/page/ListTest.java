package io.auricle.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The list of tracks: found, ordered, grouped, removed, brought back. */
@ExtendWith(OpenPage.class)
final class ListTest {
  private static final String FEW =
      """
      heard('b 10.mp3', 'jazz 0.6, blues 0.4', { seconds: 200, mood: 'happy 0.1, tense 0.1, sad 0.1, calm 0.7' }),
      failed('bad.mp3'),
      heard('Zoë/b 9.mp3', 'blues 0.9, jazz 0.1', { seconds: 100, mood: 'happy 0.1, tense 0.7, sad 0.1, calm 0.1' }),
      heard('a.mp3', 'rock 0.3, jazz 0.2', { seconds: 300, sure: false, mood: 'happy 0.8, tense 0.1, sad 0.05, calm 0.05' })\
      """;

  @Test
  void filterFindsWordsOfNamesAndVerdicts(Page page) throws Exception {
    Heard.add(page, FEW);
    page.run("document.querySelector('.filter-field').focus()");
    page.type("JAZZ");
    assertEquals(List.of("b 10.mp3"), names(page));
    page.await("document.querySelector('[role=status]').textContent.startsWith('1 of 4 shown')");
    page.press("Escape");
    assertEquals(4, page.count(".track"));
    page.type("zoe b");
    assertEquals(List.of("b 9.mp3"), names(page));
    page.press("Escape");
    page.type("nothing like it");
    assertEquals(List.of(), names(page));
    assertTrue(page.text(".list").contains("No file has these words."));
  }

  @Test
  void everyOrderHasItsDirectionAndWhatHasNoValueStandsLast(Page page) throws Exception {
    Heard.add(page, FEW);
    assertEquals(List.of("b 10.mp3", "bad.mp3", "b 9.mp3", "a.mp3"), names(page));
    order(page, "name");
    assertEquals(List.of("a.mp3", "b 10.mp3", "bad.mp3", "b 9.mp3"), names(page));
    order(page, "genre");
    assertEquals(List.of("b 9.mp3", "b 10.mp3", "a.mp3", "bad.mp3"), names(page));
    order(page, "score");
    assertEquals(List.of("b 9.mp3", "b 10.mp3", "a.mp3", "bad.mp3"), names(page));
    order(page, "length");
    assertEquals(List.of("b 9.mp3", "b 10.mp3", "a.mp3", "bad.mp3"), names(page));
    page.click(".order-tools button");
    assertEquals(List.of("a.mp3", "b 10.mp3", "b 9.mp3", "bad.mp3"), names(page));
    order(page, "arousal");
    assertEquals(List.of("a.mp3", "b 9.mp3", "b 10.mp3", "bad.mp3"), names(page));
    order(page, "valence");
    assertEquals(List.of("a.mp3", "b 10.mp3", "b 9.mp3", "bad.mp3"), names(page));
  }

  @Test
  void groupsAreCountedTheGreatestFirst(Page page) throws Exception {
    Heard.add(page, FEW + ", heard('c.mp3', 'blues 0.7, jazz 0.3')");
    group(page, "genre");
    assertEquals(
        List.of("Blues 2", "Jazz 1", "Not sure 1", "Failed 1"), texts(page, ".group summary"));
    page.run("document.querySelector('.group summary').click()");
    assertEquals(List.of("b 10.mp3", "a.mp3", "bad.mp3"), names(page));
    group(page, "mood");
    assertEquals(
        List.of("Calm 1", "Happy 1", "Tense 1", "No mood 1", "Failed 1"),
        texts(page, ".group summary"));
    group(page, "none");
    assertEquals(0, page.count(".group"));
    assertEquals(5, page.count(".track"));
  }

  @Test
  void moodsAreOfferedOnlyWhereThereAreSome(Page page) throws Exception {
    Heard.add(page, "heard('a.mp3', 'blues 0.7, jazz 0.3'), heard('b.mp3', 'jazz 0.7, rock 0.3')");
    String offered = "[...document.querySelectorAll('option:not([hidden])')].map((o) => o.value)";
    assertEquals(
        List.of("added", "name", "genre", "score", "length", "none", "genre"),
        StreamSupport.stream(page.run(offered).spliterator(), false).map(o -> o.asText()).toList());
  }

  @Test
  void oneFailedOrAllAreRemovedAndBroughtBack(Page page) throws Exception {
    Heard.add(page, FEW);
    page.click("[aria-label='Remove b 9.mp3']");
    assertEquals(List.of("b 10.mp3", "bad.mp3", "a.mp3"), names(page));
    assertEquals("b 9.mp3 removed.", page.text(".undo-words"));
    page.click(".undo-button");
    assertEquals(List.of("b 10.mp3", "bad.mp3", "b 9.mp3", "a.mp3"), names(page));
    assertEquals("Remove 1 failed", page.text(".remove-failed"));
    page.click(".remove-failed");
    assertEquals(List.of("b 10.mp3", "b 9.mp3", "a.mp3"), names(page));
    page.click(".remove-all");
    assertEquals(0, page.count(".track"));
    assertEquals("3 files removed.", page.text(".undo-words"));
    page.pressWithControl('z');
    assertEquals(List.of("b 10.mp3", "b 9.mp3", "a.mp3"), names(page));
    assertTrue(page.run("document.querySelector('.undo').hidden").asBoolean());
  }

  @Test
  void removalIsOfWhatTheFilterShows(Page page) throws Exception {
    Heard.add(page, FEW);
    page.run("document.querySelector('.filter-field').focus()");
    page.type("b");
    assertEquals("Remove the 3 shown", page.text(".remove-all"));
    page.click(".remove-all");
    page.run("document.querySelector('.filter-field').focus()");
    page.press("Escape");
    assertEquals(List.of("a.mp3"), names(page));
  }

  @Test
  void arrowKeysGoThroughTheListAndDeleteRemoves(Page page) throws Exception {
    Heard.add(page, FEW);
    page.run("document.querySelector('.track').focus()");
    page.press("ArrowDown");
    page.press("Delete");
    assertEquals(List.of("b 10.mp3", "b 9.mp3", "a.mp3"), names(page));
    assertEquals("b 9.mp3", page.run(focused()).asText());
    page.press("End");
    assertEquals("a.mp3", page.run(focused()).asText());
    page.press("Home");
    assertEquals("b 10.mp3", page.run(focused()).asText());
  }

  @Test
  void listGoesToWhatIsNewAndSaysWhatIsBelow(Page page) throws Exception {
    page.prefer("light", true);
    Heard.add(page, many("old", 30));
    assertTrue(page.text(".more").matches("2\\d more below"), page.text(".more"));
    assertTrue(
        page.run("document.querySelector('.has-below:not(.has-above)') !== null").asBoolean());
    Heard.add(page, many("new", 20));
    page.await(isInSight("new 0.mp3"));
    page.await("document.querySelector('.has-below.has-above') !== null");
    String before = page.text(".more");
    page.click(".more");
    page.await("document.querySelector('.more').textContent !== '" + before + "'");
  }

  @Test
  void listLeavesWhoScrollsAlone(Page page) throws Exception {
    page.prefer("light", true);
    Heard.add(page, many("old", 40));
    page.pointer().scroll(".tracks", 500);
    page.await("document.querySelector('.tracks').scrollTop > 300");
    page.await("document.querySelector('.tracks').matches('.is-held')");
    page.await("document.querySelector('.tracks').scrollTop === 500");
    String read = "document.querySelectorAll('.track')[8].getBoundingClientRect().top";
    double before = page.run(read).asDouble();
    Heard.add(page, many("new", 30));
    page.run("new Promise((resolve) => setTimeout(resolve, 300))");
    assertEquals(before, page.run(read).asDouble(), 1, "what is read stays where it is");
    assertFalse(page.run(isInSight("new 0.mp3")).asBoolean());
  }

  private static String many(String name, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "heard('%s %d.mp3', 'blues 0.8, jazz 0.2')".formatted(name, i))
        .collect(Collectors.joining(", "));
  }

  private static String isInSight(String name) {
    return """
        (() => {
          const list = document.querySelector('.tracks').getBoundingClientRect();
          const row = [...document.querySelectorAll('.track')].find((track) => track.textContent.includes('%s')).getBoundingClientRect();
          return row.top >= list.top - 1 && row.bottom <= list.bottom + 1;
        })()\
        """
        .formatted(name);
  }

  private static String focused() {
    return "document.activeElement.querySelector('.track-name')?.textContent";
  }

  private static void order(Page page, String order) throws IOException {
    choose(page, 0, order);
  }

  private static void group(Page page, String group) throws IOException {
    choose(page, 1, group);
  }

  private static void choose(Page page, int select, String value) throws IOException {
    page.run(
        """
        {
          const select = document.querySelectorAll('.order-tools select')[%d];
          select.value = '%s';
          select.dispatchEvent(new Event('change'));
        }\
        """
            .formatted(select, value));
  }

  private static List<String> names(Page page) throws IOException {
    return texts(page, ".track-name");
  }

  /** Texts of what can be seen. */
  private static List<String> texts(Page page, String selector) throws IOException {
    String found =
        "[...document.querySelectorAll('%s')].filter((e) => e.checkVisibility()).map((e) => e.textContent)";
    return StreamSupport.stream(page.run(found.formatted(selector)).spliterator(), false)
        .map(text -> text.asText())
        .toList();
  }
}
