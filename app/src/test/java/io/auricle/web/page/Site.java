package io.auricle.web.page;

import io.auricle.web.ServerOptions;
import io.auricle.web.WebServer;
import io.auricle.web.analysis.AnalysisLimits;
import io.auricle.web.job.JobLimits;
import io.auricle.web.upload.UploadLimits;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A server, and a browser to look at it. */
final class Site implements AutoCloseable {
  private static final int DESKTOP_WIDTH = 1280;
  private static final int DESKTOP_HEIGHT = 900;

  private final Chromium browser;
  private final WebServer server;

  private Site(Chromium browser, WebServer server) {
    this.browser = browser;
    this.server = server;
  }

  /** A site of these models, without a key and with the usual limits. */
  static Site start(String... models) throws IOException {
    return start(List.of(models), Optional.empty(), AnalysisLimits.DEFAULT);
  }

  /** A site; the test is skipped where no browser is. */
  static Site start(List<String> models, Optional<String> key, AnalysisLimits analyses)
      throws IOException {
    return start(
        new ServerOptions(
            "127.0.0.1", 0, models, key, UploadLimits.DEFAULT, analyses, JobLimits.DEFAULT));
  }

  private static Site start(ServerOptions options) throws IOException {
    Chromium browser = Chromium.start();
    try {
      PrintWriter log = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
      return new Site(browser, WebServer.start(options, log));
    } catch (IOException | RuntimeException e) {
      browser.close();
      throw e;
    }
  }

  /** A site of the bundled genres that shows a library. */
  static Site ofLibrary(Path library) throws IOException {
    return start(
        new ServerOptions(
                "127.0.0.1",
                0,
                List.of("genre"),
                Optional.empty(),
                UploadLimits.DEFAULT,
                AnalysisLimits.DEFAULT,
                JobLimits.DEFAULT)
            .withLibrary(library));
  }

  /** The page's address. */
  String address() {
    return "http://127.0.0.1:" + server.port() + "/";
  }

  /** The page at the size of a desk. */
  Page open() throws IOException {
    return open(DESKTOP_WIDTH, DESKTOP_HEIGHT);
  }

  Page open(int width, int height) throws IOException {
    Page page = browser.open(width, height);
    page.open(address());
    return page;
  }

  @Override
  public void close() throws IOException {
    browser.close();
    server.close();
  }
}
