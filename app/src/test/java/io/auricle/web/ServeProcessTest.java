package io.auricle.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.auricle.cli.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code auricle serve} in a process of its own. */
final class ServeProcessTest {
  private static final Path MP3 = Path.of("../samples/metal.mp3");

  private final HttpClient client = HttpClient.newHttpClient();
  private Path temporary;
  private final List<Process> started = new ArrayList<>();

  @BeforeEach
  void folder(@TempDir Path folder) {
    temporary = folder;
  }

  @AfterEach
  void end() {
    started.forEach(Process::destroyForcibly);
  }

  /** Starts a server and returns its address. */
  private String serve(String... options) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "io.auricle.cli.Main",
                "serve",
                "--port",
                "0",
                "--model",
                TestServer.MODEL.toString()));
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    started.add(process);
    BufferedReader out = process.inputReader();
    String address = out.readLine();
    assertTrue(String.valueOf(address).matches("http://127\\.0\\.0\\.1:\\d+"), address);
    // The self-check, which starts FFmpeg, is over then.
    assertEquals(
        200, client.send(get(address + "/readyz"), BodyHandlers.discarding()).statusCode());
    return address;
  }

  private static HttpRequest get(String uri) {
    return HttpRequest.newBuilder(URI.create(uri)).build();
  }

  private HttpRequest upload(String address, int copies) throws IOException {
    Multipart body = new Multipart();
    for (int i = 0; i < copies; i++) {
      body.file(i + ".mp3", Files.readAllBytes(MP3));
    }
    return HttpRequest.newBuilder(URI.create(address + "/api/v1/classify"))
        .header("Content-Type", Multipart.TYPE)
        .POST(BodyPublishers.ofByteArray(body.bytes()))
        .build();
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Test
  void signalLetsWorkBeFinishedAndLeavesNothing() throws Exception {
    assumeTrue(!System.getProperty("os.name", "").startsWith("Windows"), "needs signals");
    String address = serve("--threads", "1");
    CompletableFuture<JsonNode> answer =
        client
            .sendAsync(upload(address, 20), BodyHandlers.ofByteArray())
            .thenApply(
                response -> {
                  try {
                    return TestServer.json(response);
                  } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                  }
                });
    Process process = started.get(0);
    while (process.descendants().findAny().isEmpty()) {
      assertTrue(!answer.isDone(), "too quick to be watched");
      Thread.sleep(1);
    }
    process.destroy();
    JsonNode results = answer.get(300, TimeUnit.SECONDS).get("results");
    assertEquals(20, results.size());
    results.forEach(result -> assertTrue(result.has("labels"), result.toString()));
    assertTrue(process.waitFor(180, TimeUnit.SECONDS), "still runs");
    assertEquals(143, process.exitValue());
    assertEquals(List.of(), left());
  }

  @Test
  void killedServerIsTidiedUpAfterByTheNext() throws Exception {
    String address = serve();
    List<String> before = left();
    assertEquals(1, before.size(), () -> "" + before);
    started.get(0).destroyForcibly().waitFor();
    assertEquals(before, left());
    serve();
    List<String> after = left();
    assertEquals(1, after.size(), () -> "" + after);
    assertTrue(!after.equals(before), address);
  }

  @Test
  void othersAreLetInOnlyOnPurpose() {
    Outcome outcome = Outcome.of("serve", "--host", "0.0.0.0");
    assertEquals(2, outcome.code());
    assertEquals(
        "auricle: --host=0.0.0.0 lets others in: give a key with --api-key, or --open",
        outcome.errLines().get(0));
  }

  @Test
  void takenPortIsSaid() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      Outcome outcome = Outcome.of("serve", "--model", TestServer.MODEL, "--port", port);
      assertEquals(1, outcome.code());
      assertEquals(
          "auricle: port %d is taken; choose another with --port%n".formatted(port), outcome.err());
    }
  }

  @Test
  void wrongLimitsAreWrongUsage() {
    assertEquals(2, Outcome.of("serve", "--threads", "0").code());
    assertEquals(2, Outcome.of("serve", "--port", "65536").code());
    assertEquals(2, Outcome.of("serve", "--max-file", "0").code());
    assertEquals(
        "auricle: --max-uploads=9 must be in [256, 1048576]",
        Outcome.of("serve", "--max-uploads", "9").errLines().get(0));
    assertEquals(2, Outcome.of("serve", "--model", "none").code());
  }
}
