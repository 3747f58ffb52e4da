package io.auricle.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.web.MadeLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library of some hundred songs, found, played and corrected with keys and pointer. */
final class LibraryPageTest {
  private static final int SONGS = 600;
  private static final String LISTED =
      "document.querySelectorAll('.songs-space .is-title a').length > 5";
  private static final String ROW = "document.activeElement.closest('.song-row')";

  @TempDir private static Path folder;
  private static Site site;
  private Page page;

  @BeforeAll
  static void start() throws IOException {
    Path samples = Sounds.sample("").toAbsolutePath().normalize();
    site =
        Site.ofLibrary(
            MadeLibrary.make(
                folder.resolve("library.db"),
                samples,
                SONGS,
                List.of(samples.resolve("jazz.wav"), samples.resolve("disco.ogg"))));
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
    page.prefer("light", true);
    go("");
    page.await(LISTED);
  }

  @AfterEach
  void close() throws IOException {
    List<String> problems = page.problems();
    page.close();
    assertEquals(List.of(), problems);
  }

  private void go(String to) throws IOException {
    page.run("location.hash = '#/library" + to + "'");
  }

  private String rowIndex() throws IOException {
    return page.run(ROW + "?.ariaRowIndex ?? ''").asText();
  }

  @Test
  void listHasAllSongsAndFewRows() throws Exception {
    assertEquals(
        SONGS + 1, page.run("Number(document.querySelector('.songs').ariaRowCount)").asInt());
    assertTrue(page.count(".songs-space .song-row") < 60);
    page.run("document.querySelector('.songs-view').scrollTop = 1e9");
    String last = "[...document.querySelectorAll('.songs-space .song-row')].at(-1)";
    page.await(last + ".ariaRowIndex === '" + (SONGS + 1) + "' && " + last + ".querySelector('a')");
    assertTrue(page.count(".songs-space .song-row") < 60);
    // In their order, also for who reads them one after the other.
    assertTrue(
        page.run(
                "[...document.querySelectorAll('.songs-space .song-row')].every((row, i, all) =>"
                    + " i === 0 || Number(row.ariaRowIndex) > Number(all[i - 1].ariaRowIndex))")
            .asBoolean());
  }

  @Test
  void keysGoThroughTheListAndBackFromASong() throws Exception {
    page.tabTo(".song-row");
    assertEquals("2", rowIndex());
    page.press("ArrowDown");
    page.press("PageDown");
    assertTrue(Integer.parseInt(rowIndex()) > 5);
    page.press("End");
    assertEquals(Integer.toString(SONGS + 1), rowIndex());
    page.await(ROW + ".querySelector('a') !== null");
    page.press("Home");
    page.press("ArrowDown");
    assertEquals("3", rowIndex());
    String name = page.run(ROW + ".querySelector('.is-title a').textContent").asText();
    page.press("Enter");
    page.await("document.activeElement.matches('.song h1')");
    assertEquals(name, page.text(".song h1"));
    page.run("history.back()");
    page.await("document.querySelector('.songs') !== null");
    page.await(ROW + " !== null");
    assertEquals("3", rowIndex());
  }

  @Test
  void queriesFindAndSayWhatIsWrong() throws Exception {
    page.click("#library-query");
    page.type("genre:pop mood:calm");
    page.await(
        "/^\\d+ songs$/.test(document.querySelector('.library-said').textContent)"
            + " && location.hash.includes('genre%3Apop')"
            // Until the answer is here, it still says how many songs there are in all.
            + " && document.querySelector('.library-said').textContent !== '"
            + SONGS
            + " songs'");
    page.await("document.querySelector('.row-label')?.textContent.match(/[Pp]op/)");
    int found = page.run("parseInt(document.querySelector('.library-said').textContent)").asInt();
    assertTrue(found > 0 && found < SONGS, "found=" + found);
    page.type(" nosuch:thing");
    page.press("Enter");
    page.await("document.querySelector('.library-said').classList.contains('is-fault')");
    assertTrue(page.text(".library-said").contains("field=nosuch"), page.text(".library-said"));
    page.run("location.hash = '#/library/songs/' + encodeURIComponent('fault:yes')");
    page.await("document.querySelector('.row-fault')?.textContent === 'CORRUPT'");
    // The answer to the wrong query is a message in the console of the browser, as it should be.
    page = reopened();
  }

  @Test
  void chipOfALabelWithASpaceIsTakenBack() throws Exception {
    String asked =
        """
        (async () => {
          const { searchLine } = await import('/js/library/search.js');
          const asked = [];
          const line = searchLine((query) => asked.push(query));
          line.set('year:1999');
          line.learn({ models: [{ name: 'dance', labels: [{ label: 'slow waltz', songs: 3 }] }], playlists: [] });
          line.element.querySelector('.chip').click();
          line.element.querySelector('.chip').click();
          return asked.join(' | ');
        })()\
        """;
    assertEquals("year:1999 dance:\"slow waltz\" | year:1999", page.run(asked).asText());
  }

  /** The same page without what its console said. */
  private Page reopened() throws IOException {
    page.close();
    Page fresh = site.open();
    fresh.run("location.hash = '#/library'");
    fresh.await(LISTED);
    return fresh;
  }

  @Test
  void headsSort() throws Exception {
    page.run("[...document.querySelectorAll('.songs-head .sort')].at(-1).click()");
    page.await("document.querySelector('[aria-sort=ascending]') !== null");
    String first = "document.querySelector('.songs-space .is-length').textContent";
    page.await(first + ".startsWith('1:3')");
    page.run("[...document.querySelectorAll('.songs-head .sort')].at(-1).click()");
    page.await("document.querySelector('[aria-sort=descending]') !== null");
    page.await(first + ".startsWith('4:')");
  }

  @Test
  void oneKeyCorrectsAndOneUndoes() throws Exception {
    go("/songs/album");
    page.await("/^\\d/.test(document.querySelector('.library-said').textContent)");
    page.run("document.querySelector('.song-row[tabindex=\"0\"]').focus()");
    String label =
        "document.querySelectorAll('.songs-space"
            + " .song-row')[0].querySelector('.row-label').textContent";
    String before = page.run(label).asText();
    page.run(
        "document.querySelector('.songs-space .song-row').dispatchEvent("
            + "new KeyboardEvent('keydown', { key: '9', bubbles: true }))");
    assertEquals(before, page.run(label).asText(), "keys are off at first");
    page.run("document.querySelector('.correct-tools [aria-pressed]').click()");
    page.run("document.querySelector('.song-row[tabindex=\"0\"]').focus()");
    page.run(
        "document.activeElement.dispatchEvent("
            + "new KeyboardEvent('keydown', { key: '9', bubbles: true }))");
    page.await(label + " === 'Reggae, you said'");
    page.await(ROW + "?.ariaRowIndex === '3'");
    page.pressWithControl('z');
    page.await(label + " === " + Page.quoted(before));
  }

  @Test
  void songSaysWhatItIsAndWhatIsLikeIt() throws Exception {
    go("/song/1");
    page.await("document.querySelectorAll('.near').length === 12");
    assertTrue(page.count(".song-model") >= 3);
    assertTrue(page.count(".near .reason") >= 12, "every neighbour says why");
    assertNotEquals("", page.text(".song-verdict"));
    assertEquals("61 beats a minute certainty 87\u00a0%", page.text(".song-beat dd"));
    assertEquals("F#m certainty 41\u00a0%", page.text(".song-beat dd:last-child"));
    page.run("document.querySelector('.song h1').focus()");
    page.run(
        "document.activeElement.dispatchEvent("
            + "new KeyboardEvent('keydown', { key: '2', bubbles: true }))");
    page.await("document.querySelector('.song-verdict').textContent === 'Classical, you said'");
    page.run("[...document.querySelectorAll('.say-tools button')][0].click()");
    page.await("!document.querySelector('.song-verdict').textContent.includes('you said')");
  }

  @Test
  void keyOfASongFindsOthersInIt() throws Exception {
    go("/song/1");
    page.await("document.querySelector('.song-beat') !== null");
    page.run("document.querySelector('.song-beat dd:last-child a').click()");
    page.await("document.querySelector('.library-said')?.textContent.endsWith('songs')");
    assertEquals(
        "key:\"F#m\"", page.run("document.querySelector('#library-query').value").asText());
  }

  @Test
  void songsOfTheFolderPlayOneAfterTheOther() throws Exception {
    go("/song/1");
    page.await("document.querySelector('.song-head .primary') !== null");
    page.run("document.querySelector('.song-head .primary').click()");
    page.await("!document.querySelector('.deck').hidden");
    String deck = "(await import('/js/library/deck.js')).deck";
    page.await("(async () => " + deck + ".audio.currentTime > 0.3)()");
    assertEquals(1, page.run("(async () => " + deck + ".id)()").asInt());
    page.run("(async () => { " + deck + ".audio.currentTime = 4; })()");
    page.await("(async () => " + deck + ".audio.currentTime > 4)()");
    page.run("document.querySelector('.deck-main').click()");
    page.await("(async () => " + deck + ".audio.paused)()");
    page.run("document.querySelector('.deck-close').click()");
    assertTrue(page.run("document.querySelector('.deck').hidden").asBoolean());
  }

  @Test
  void mapShowsSongsAndTheLassoChooses() throws Exception {
    go("/map");
    page.await("document.querySelector('.map-wait').hidden");
    page.await("document.querySelector('.map-canvas').ariaLabel.includes('600 of 600')");
    int pixels = inked(); // read once: the browser advises against more
    assertTrue(pixels > 600, "pixels=" + pixels);
    assertEquals(11, page.count(".map-legend button"));
    page.run("document.querySelector('.map-legend button').click()");
    page.await("!document.querySelector('.map-canvas').ariaLabel.includes('600 of')");
    page.run("document.querySelector('.map-legend button').click()");
    page.run("document.querySelector('.map-tool').click()");
    page.run(
        """
        (() => {
          const canvas = document.querySelector('.map-canvas');
          const box = canvas.getBoundingClientRect();
          canvas.setPointerCapture = () => {};
          const send = (type, u, v) => canvas.dispatchEvent(new PointerEvent(type, { pointerId: 1, bubbles: true,
            clientX: box.left + u * box.width, clientY: box.top + v * box.height }));
          send('pointerdown', 0.01, 0.01);
          for (const [u, v] of [[0.99, 0.01], [0.99, 0.99], [0.01, 0.99]]) send('pointermove', u, v);
          send('pointerup', 0.01, 0.02);
        })()\
        """);
    page.await(
        "/^\\d,?\\d* songs chosen$/.test(document.querySelector('.map-chosen h2')?.textContent)");
    page.await("document.querySelectorAll('.map-list li').length === 51");
  }

  /** Those of a foreign model: more than a byte counts. */
  @Test
  void mapShowsLabelsOfAModelThatHasHundreds() throws Exception {
    page.run(
        """
        window.quick = window.fetch;
        window.fetch = async (...all) => {
          const answer = await window.quick(...all);
          if (!String(all[0]).endsWith('library/map') || answer.status !== 200) return answer;
          const map = await answer.json();
          for (const model of map.models) {
            model.labels = [...Array.from({ length: 400 }, (_, i) => `unused ${i}`), ...model.labels];
            model.values = model.values.map((value) => (value < 0 ? value : value + 400));
          }
          return new Response(JSON.stringify(map));
        }; 0\
        """);
    go("/map");
    page.await("document.querySelector('.map-wait').hidden");
    assertEquals(11, page.count(".map-legend button"));
  }

  @Test
  void answerThatALaterQueryOvertookIsNotShown() throws Exception {
    page.run(
        """
        window.quick = window.fetch;
        window.held = new Promise((done) => { window.release = done; });
        window.fetch = async (...all) => {
          const isFirst = String(all[0]).includes('genre%3Ajazz');
          if (isFirst) await window.held;
          const answer = await window.quick(...all);
          if (isFirst) setTimeout(() => { window.late = true; }, 200);
          return answer;
        }; 0\
        """);
    go("/map");
    page.await("document.querySelector('.map-wait').hidden");
    String ask =
        "(() => { document.querySelector('#library-query').value = '%s';"
            + " document.querySelector('.library-search').requestSubmit(); })()";
    page.run(ask.formatted("genre:jazz"));
    page.run(ask.formatted("genre:pop"));
    String shown = "document.querySelector('.map-canvas').ariaLabel";
    page.await("!" + shown + ".includes('600 of 600')");
    String pop = page.run(shown).asText();
    page.run("window.release()");
    page.await("window.late");
    assertEquals(pop, page.run(shown).asText());
  }

  private int inked() throws IOException {
    return page.run(
            """
            (() => {
              const canvas = document.querySelector('.map-canvas');
              const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
              let count = 0;
              for (let i = 3; i < data.length; i += 4) count += data[i] > 0;
              return count;
            })()\
            """)
        .asInt();
  }

  @Test
  void mapIsWalkedWithKeys() throws Exception {
    // The answer to the query comes later than the map.
    page.run("window.quick = window.fetch");
    page.run(
        """
        window.fetch = async (...all) => {
          if (String(all[0]).includes('genre')) await new Promise((done) => setTimeout(done, 700));
          return window.quick(...all);
        }\
        """);
    go("/map/" + "genre%3Ajazz");
    page.await("document.querySelector('.map-wait').hidden");
    page.run("document.querySelector('.map-canvas').focus()");
    page.press("ArrowRight");
    page.await("document.querySelector('.map-chosen h2') !== null");
    String said = "document.querySelector('.map-said').textContent";
    assertTrue(page.run(said).asText().toLowerCase(java.util.Locale.ROOT).contains("jazz"));
    page.run("window.fetch = window.quick");
    page.press("Enter");
    page.await("document.querySelector('.song h1') !== null");
  }

  @Test
  void changesOfOthersAppearByThemselves() throws Exception {
    go("/songs/" + "dance%3Atango");
    page.await("document.querySelector('.library-said').classList.contains('is-fault')");
    io.auricle.cli.Outcome outcome =
        io.auricle.cli.Outcome.of(
            "library",
            "correct",
            "--database",
            folder.resolve("library.db"),
            Sounds.sample("disco.ogg"),
            "dance=tango",
            "--new");
    assertEquals(0, outcome.code(), outcome.err());
    page.await("document.querySelector('.library-said').textContent === '1 song'");
    page = reopened();
  }

  @Test
  void withoutALibraryThePageSaysHowToMakeOne() throws Exception {
    try (Site bare = Site.start("genre");
        Page none = bare.open()) {
      none.run("location.hash = '#/library'");
      none.await("document.querySelector('.none') !== null");
      assertTrue(none.text(".none").contains("auricle library scan ~/Music"));
      assertTrue(none.text(".none").contains("auricle serve --library"));
    }
  }
}
