package io.auricle.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Names of files that would be something else than names, and hundreds of them. */
@ExtendWith(OpenPage.class)
final class NamesTest {
  private static final String HOSTILE =
      """
      ['<img src=x onerror=document.title=1>.mp3', 'שיר יפה.mp3', '\\u202egnp.mp3', '👩‍👩‍👧‍👦'.repeat(60) + '.mp3', 'two\\nlines\\r\\n.mp3',
       'x'.repeat(4000) + '.mp3', 'A/' + 'long words '.repeat(40) + '.mp3', "'; DROP TABLE x; --.mp3", '${1+1}.mp3']
        .flatMap((name) => [heard(name, 'blues 0.9, jazz 0.1', { mood: 'happy 0.7, tense 0.1, sad 0.1, calm 0.1' }), failed(name)])\
      """;

  @Test
  void hostileNamesStayTextWithinTheWidthOfAPhone(Page page) throws Exception {
    page.size(360, 740);
    Heard.add(page, "..." + HOSTILE);
    for (int i = 0; i < 18; i += 5) {
      page.run("document.querySelectorAll('.track')[" + i + "].click()");
      assertEquals(360, page.run("document.documentElement.scrollWidth").asInt());
    }
    page.run("document.querySelectorAll('.track')[0].click()");
    assertEquals("<img src=x onerror=document.title=1>.mp3", page.text(".result h2"));
    page.run("location.hash = '#/compare'");
    page.await("document.querySelectorAll('.compare tbody tr').length === 18");
    page.await("document.querySelector('.plane-name') !== null");
    assertEquals(360, page.run("document.documentElement.scrollWidth").asInt());
    assertEquals(0, page.count("img[src=x]"));
    assertEquals("Compare · Auricle", page.run("document.title").asText());
  }

  @Test
  void nameFromRightToLeftDoesNotTurnASentence(Page page) throws Exception {
    assertEquals(
        "\u2068\u05e9\u05d9\u05e8.mp3\u2069",
        Heard.value(page, "format", "named('שיר.mp3')").asText());
    assertEquals("song.mp3", Heard.value(page, "format", "named('song.mp3')").asText());
  }

  /** Work that grows with the square of the tracks would not be done by the time the test waits. */
  @Test
  void hundredsOfTracksAreNoHardWork(Page page) throws Exception {
    Heard.add(
        page,
        "...Array.from({ length: 500 }, (_, i) => heard(`song ${i}.mp3`, `blues ${0.5 + (i % 97) /"
            + " 200}, jazz 0.1`))");
    assertEquals(500, page.count(".track"));
    // A change of one track touches one row.
    int touched =
        page.run(
                """
                import('/js/session.js').then(async ({ session }) => {
                  const rows = new Set();
                  const watcher = new MutationObserver((all) => all.forEach(({ target }) => rows.add(target.closest?.('li') ?? target)));
                  watcher.observe(document.querySelector('.tracks'), { subtree: true, childList: true, attributes: true, characterData: true });
                  session.change(session.tracks[250], { progress: 0.5 });
                  await new Promise((resolve) => setTimeout(resolve, 300));
                  return rows.size;
                })\
                """)
            .asInt();
    assertTrue(touched <= 1, touched + " rows touched");
    page.run("document.querySelector('.remove-all').click()");
    assertEquals(0, page.count(".track"));
    page.click(".undo-button");
    assertEquals(500, page.count(".track"));
  }
}
