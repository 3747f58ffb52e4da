package io.auricle.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** How far all files are: for the eye, for the tab, for the ear. */
@ExtendWith(OpenPage.class)
final class ProgressTest {
  @TempDir private Path folder;

  /** Tracks that wait, and nothing that sends them. */
  private static final String FORTY_SIX =
      """
      import('/js/session.js').then(({ session }) => {
        globalThis.session = session;
        globalThis.heardOut = [];
        new MutationObserver(() => heardOut.push(document.querySelector('[role=status]').textContent))
          .observe(document.querySelector('[role=status]'), { childList: true, characterData: true, subtree: true });
        session.add(Array.from({ length: 46 }, (_, i) => ({ file: new File([], `${i}.mp3`), path: `${i}.mp3` })));
        const results = [{ path: 'a', model: 'genre', durationSeconds: 30, labels: [{ label: 'jazz', score: 0.9 }, { label: 'pop', score: 0.1 }], sure: true }];
        globalThis.end = (from, to) => session.tracks.slice(from, to).forEach((track) => session.change(track, { state: 'done', results }));
        end(0, 12);
        session.change(session.tracks[12], { state: 'failed', error: { code: 'CORRUPT', message: '' } });
      })\
      """;

  @Test
  void wordsBarAndTitleTellOfAllFiles(Page page) throws Exception {
    page.run(FORTY_SIX);
    page.await(
        "document.querySelector('.overall-words').textContent === '12 of 46 done, 1 failed'");
    page.await("document.title === '12 of 46 done, 1 failed · Auricle'");
    String bar = "document.querySelector('.overall [role=progressbar]')";
    assertEquals("28", page.run(bar + ".ariaValueNow").asText());
    assertEquals("28\u00a0%, 12 of 46 done, 1 failed", page.run(bar + ".ariaValueText").asText());
    page.run("location.hash = '#/compare'");
    page.await("document.querySelector('.compare-head .overall-words') !== null");
    assertEquals("12 of 46 done, 1 failed", page.text(".compare-head .overall-words"));
    page.run("location.hash = '#/'");
    page.run("end(13, 46)");
    page.await(
        "document.querySelector('.overall-words').textContent === '45 of 46 done, 1 failed'");
    assertTrue(page.run(bar + ".hidden").asBoolean());
    page.await("!document.title.includes('46')");
  }

  @Test
  void manyEndsAreToldInOneBreath(Page page) throws Exception {
    page.run(FORTY_SIX);
    page.run("end(13, 46)");
    page.await("heardOut.at(-1) === '45 of 46 done, 1 failed.'");
    int said = page.run("heardOut.length").asInt();
    assertTrue(said <= 3, said + " announcements: " + page.run("heardOut"));
  }

  @Test
  void realFilesAreCounted(Page page) throws Exception {
    Path bad = Files.writeString(folder.resolve("bad.mp3"), "This is no music.\n".repeat(99));
    page.drop(".drop", Sounds.sample("jazz.wav"), bad, Sounds.sample("disco.ogg"));
    page.await("document.querySelector('.overall-words').textContent === '2 of 3 done, 1 failed'");
  }
}
