package io.auricle.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.web.analysis.AnalysisLimits;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The page in front of a server that is busy, asks for a key, or is gone. */
final class ServerTroubleTest {
  private static final String ALL_DONE = "document.querySelectorAll('.is-done').length === ";

  /** The browser's console tells of each refused request; that is no fault of the page. */
  @Test
  void busyServerIsAskedAgain() throws Exception {
    AnalysisLimits narrow = new AnalysisLimits(60, 60, 1, 0);
    try (Site site = Site.start(List.of("genre"), Optional.empty(), narrow);
        Page page = site.open()) {
      page.drop(
          ".drop",
          Sounds.sample("disco.ogg"),
          Sounds.sample("jazz.wav"),
          Sounds.sample("metal.mp3"),
          Sounds.sample("reggae.mp3"));
      page.await(ALL_DONE + 4);
    }
  }

  @Test
  void keyIsAskedForAndThenUsedForEverything() throws Exception {
    Optional<String> key = Optional.of("open sesame");
    try (Site site = Site.start(List.of("genre"), key, AnalysisLimits.DEFAULT);
        Page page = site.open()) {
      page.await("document.querySelector('#key') !== null");
      enter(page, "wrong");
      page.await("document.querySelector('.key')?.textContent.includes('not accepted')");
      enter(page, "open sesame");
      page.await("document.querySelector('.drop') !== null");
      page.drop(".drop", Sounds.sample("jazz.wav"));
      page.await(ALL_DONE + 1);
      page.await("document.querySelector('.mel img')?.naturalWidth > 0");
    }
  }

  @Test
  void faultOfTheServerInAJobIsSaid() throws Exception {
    try (Site site = Site.start("genre");
        Page page = site.open()) {
      page.run(
          """
          const real = window.fetch;
          window.fetch = async (url, options) => {
            const answer = await real(url, options);
            if (!/jobs.[^/]+$/.test(url) || options.headers.Accept) return answer;
            const job = await answer.json();
            job.results = job.results.map(() => null);
            return new Response(JSON.stringify(job));
          };
          0
          """);
      page.drop(".drop", Sounds.sample("jazz.wav"));
      page.await("document.querySelector('.failure button') !== null");
      assertTrue(page.text(".failure").contains("fault of its own"), page.text(".failure"));
    }
  }

  private static void enter(Page page, String key) throws IOException {
    page.run("document.querySelector('#key').value = '" + key + "'");
    page.click(".key button");
  }

  @Test
  void serverThatIsGoneIsNamedAndTriedAgain() throws Exception {
    try (Site site = Site.start("genre");
        Page page = site.open()) {
      page.setOnline(false);
      page.drop(".drop", Sounds.sample("jazz.wav"));
      page.await("document.querySelector('.failure button') !== null");
      assertTrue(page.text(".failure").contains("cannot be reached"), page.text(".failure"));
      page.setOnline(true);
      page.click(".failure button");
      page.await(ALL_DONE + 1);
      assertEquals(1, page.count(".track"));
    }
  }
}
