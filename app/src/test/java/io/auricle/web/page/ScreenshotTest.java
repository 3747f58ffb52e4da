package io.auricle.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.auricle.web.MadeLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes the pictures of docs/web.md, if {@code -Dauricle.screenshots=FOLDER} says where to. */
final class ScreenshotTest {
  private static final int PHONE_WIDTH = 360;
  private static final int PHONE_HEIGHT = 1160;

  @TempDir private Path folder;

  @Test
  void pageIsPicturedOnDeskAndPhone() throws Exception {
    String target = System.getProperty("auricle.screenshots");
    assumeTrue(target != null, "-Dauricle.screenshots=FOLDER is not given");
    Path images = Files.createDirectories(Path.of(String.valueOf(target)));
    Path mix =
        Sounds.mix(
            folder.resolve("a walk through styles.wav"),
            "disco.ogg",
            "disco.ogg",
            "classical.flac",
            "classical.flac",
            "reggae.mp3",
            "reggae.mp3");
    Path broken = Files.writeString(folder.resolve("cover.mp3"), "This is no music.\n".repeat(99));
    try (Site site = Site.start("genre", "mood")) {
      try (Page page = site.open(1280, 1060)) {
        page.prefer("light", true);
        page.drop(
            ".drop",
            Sounds.sample("disco.ogg"),
            mix,
            Sounds.sample("classical.flac"),
            Sounds.sample("jazz.wav"),
            broken,
            Sounds.sample("metal.mp3"),
            Sounds.sample("reggae.mp3"));
        page.await("document.querySelectorAll('.is-done, .is-failed').length === 7");
        page.run("document.querySelectorAll('.track')[1].click()");
        settle(page);
        page.click(".strips", 0.4);
        page.screenshot(images.resolve("page.png"));
        page.run("document.querySelectorAll('.track')[0].click()");
        page.run(
            "import('/js/arrangement.js').then(({ arrangement }) =>"
                + " arrangement.change({ group: 'genre', order: 'score' }))");
        page.prefer("dark", true);
        settle(page);
        page.click(".strips", 0.3);
        page.screenshot(images.resolve("page-dark.png"));
        page.prefer("light", true);
        page.size(1280, 1240);
        page.run("location.hash = '#/compare'");
        page.await("document.querySelector('.compare') !== null");
        page.await("document.querySelector('.plane-name') !== null");
        page.screenshot(images.resolve("page-compare.png"));
        page.size(1280, 1160);
        page.run("location.hash = '#/models'");
        page.await("document.querySelector('.model') !== null");
        page.screenshot(images.resolve("page-models.png"));
        assertEquals(List.of(), page.problems());
      }
      phone(site, images);
    }
  }

  /** Songs that nobody made, but for those of the samples. */
  @Test
  void libraryIsPictured() throws Exception {
    String target = System.getProperty("auricle.screenshots");
    assumeTrue(target != null, "-Dauricle.screenshots=FOLDER is not given");
    Path images = Files.createDirectories(Path.of(String.valueOf(target)));
    Path samples = Sounds.sample("").toAbsolutePath().normalize();
    Path made =
        MadeLibrary.make(
            folder.resolve("library.db"), samples, 800, List.of(samples.resolve("jazz.wav")));
    try (Site site = Site.ofLibrary(made);
        Page page = site.open(1280, 900)) {
      page.prefer("light", true);
      page.run("location.hash = '#/library/songs/' + encodeURIComponent('mood:calm')");
      page.await("document.querySelectorAll('.songs-space .is-title a').length > 5");
      page.screenshot(images.resolve("library.png"));
      page.run("location.hash = '#/library/map'");
      page.await("document.querySelector('.map-wait').hidden");
      page.await("document.querySelectorAll('.map-legend button').length === 11");
      page.pointer().hover(".map-canvas");
      page.run("document.activeElement.blur()");
      page.screenshot(images.resolve("library-map.png"));
      page.prefer("dark", true);
      page.size(1280, 546); // above the path of its file, which is another one everywhere
      page.run("location.hash = '#/library/song/1'");
      page.await("document.querySelectorAll('.near').length > 5");
      page.run("document.activeElement.blur()");
      page.screenshot(images.resolve("library-song.png"));
      assertEquals(List.of(), page.problems());
    }
  }

  private static void phone(Site site, Path images) throws IOException {
    try (Page page = site.open(PHONE_WIDTH, PHONE_HEIGHT)) {
      page.prefer("light", true);
      page.drop(".drop", Sounds.sample("classical.flac"));
      settle(page);
      page.click(".strips", 0.35);
      page.run("scrollTo(0, 0)");
      page.screenshot(images.resolve("page-phone.png"));
    }
  }

  /** Waits until the pictures of a result are there. */
  private static void settle(Page page) throws IOException {
    page.await("document.querySelector('.wave .outline') !== null");
    page.await("document.querySelector('.mel img')?.complete");
    page.run("document.activeElement.blur()");
  }
}
