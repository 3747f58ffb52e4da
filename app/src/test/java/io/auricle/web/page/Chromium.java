package io.auricle.web.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A headless Chromium, steered by its DevTools protocol. It is the one that is installed; tests of
 * a machine without one are skipped, unless {@code -Dauricle.browser.required=true}.
 */
final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final Process process;
  private final Path profile;
  private final DevTools devTools;

  private Chromium(Process process, Path profile, DevTools devTools) {
    this.process = process;
    this.profile = profile;
    this.devTools = devTools;
  }

  /** Starts the browser that is installed, or skips the test. */
  static Chromium start() throws IOException {
    Optional<Path> program = find();
    if (program.isEmpty() && Boolean.getBoolean("auricle.browser.required")) {
      throw new IllegalStateException("no browser on the PATH: none of " + NAMES);
    }
    assumeTrue(program.isPresent(), "no browser on the PATH: install chromium to run this test");
    Path profile = Files.createTempDirectory("auricle-chromium");
    List<String> command =
        List.of(
            program.get().toString(),
            "--headless=new",
            "--no-sandbox", // root has none; the pages are our own
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--hide-scrollbars",
            "--force-color-profile=srgb",
            "--autoplay-policy=no-user-gesture-required",
            "--use-fake-ui-for-media-stream",
            "--use-fake-device-for-media-stream",
            "--remote-debugging-port=0",
            "--user-data-dir=" + profile,
            "about:blank");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new Chromium(process, profile, new DevTools(address(process, profile)));
  }

  private static Optional<Path> find() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return NAMES.stream()
        .flatMap(
            name ->
                Stream.of(path.split(File.pathSeparator, -1))
                    .map(folder -> Path.of(folder).resolve(name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The address that the browser notes once it can be reached: its port, then its path. */
  private static URI address(Process process, Path profile) throws IOException {
    Path note = profile.resolve("DevToolsActivePort");
    while (process.isAlive()) {
      List<String> lines = Files.exists(note) ? Files.readAllLines(note) : List.of();
      if (lines.size() == 2) {
        return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
      }
      Page.pause();
    }
    throw new IOException("the browser ended at once with code " + process.exitValue());
  }

  /** A new page with storage of its own. */
  Page open(int width, int height) throws IOException {
    return new Page(devTools, width, height);
  }

  @Override
  public void close() throws IOException {
    devTools.close();
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    remove(profile);
  }

  /** Removes a folder as far as that is possible: the browser's last processes may still write. */
  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.toFile().delete()) {
          file.toFile().deleteOnExit();
        }
      }
    } catch (UncheckedIOException e) {
      folder.toFile().deleteOnExit(); // vanished while it was read
    }
  }
}
