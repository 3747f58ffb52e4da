package io.auricle.web;

import static io.auricle.web.TestServer.assertProblem;
import static io.auricle.web.TestServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.auricle.cli.Until;
import io.auricle.cli.Wav;
import io.auricle.web.analysis.AnalysisLimits;
import io.auricle.web.job.JobLimits;
import io.auricle.web.upload.UploadLimits;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a server takes, and how it ends. */
final class LimitsTest {
  private static final String CLASSIFY = "/api/v1/classify";

  private static TestServer server(UploadLimits uploads, double soundSeconds, int waiting)
      throws Exception {
    return TestServer.start(
        uploads, new AnalysisLimits(soundSeconds, 60, 1, waiting), JobLimits.DEFAULT);
  }

  private static UploadLimits uploads(long fileBytes, long requestBytes, int files) {
    return new UploadLimits(fileBytes, requestBytes, files, 60, 0);
  }

  @Test
  void largeFileAmongGoodOnesIsAnError() throws Exception {
    try (TestServer server = server(uploads(40_000, 400_000, 4), 60, 4)) {
      Multipart body =
          new Multipart()
              .file("long.wav", Wav.noise("hum", 1, 3))
              .file("short.wav", Wav.noise("hum", 2, 2));
      JsonNode results = json(server.post(CLASSIFY, body)).get("results");
      assertEquals("TOO_LARGE", results.at("/0/error/code").asText());
      assertEquals("has 48044 bytes; the limit is 40000", results.at("/0/error/message").asText());
      assertEquals("hum", results.at("/1/labels/0/label").asText());
      Multipart alone = new Multipart().file("long.wav", Wav.noise("hum", 1, 3));
      assertProblem(413, "TOO_LARGE", server.post(CLASSIFY, alone));
      assertEquals(List.of(), server.uploads());
    }
  }

  @Test
  void largeRequestIsRefused() throws Exception {
    try (TestServer server = server(uploads(40_000, 60_000, 4), 60, 4)) {
      Multipart body =
          new Multipart()
              .file("a.wav", Wav.noise("hum", 1, 2))
              .file("b.wav", Wav.noise("hum", 2, 2));
      assertProblem(413, "TOO_LARGE", server.post(CLASSIFY, body));
      assertEquals(List.of(), server.uploads());
    }
  }

  @Test
  void manyFilesAreRefused() throws Exception {
    try (TestServer server = server(uploads(40_000, 400_000, 2), 60, 4)) {
      Multipart body = new Multipart();
      for (int i = 0; i < 3; i++) {
        body.file(i + ".wav", Wav.noise("hum", i, 2));
      }
      assertProblem(413, "TOO_MANY_FILES", server.post(CLASSIFY, body));
      assertEquals(List.of(), server.uploads());
    }
  }

  @Test
  void longSoundIsRefused() throws Exception {
    try (TestServer server = server(UploadLimits.DEFAULT, 3, 4)) {
      Multipart body = new Multipart().file("a.wav", Wav.noise("hum", 1, 3.5));
      assertProblem(413, "TOO_LONG", server.post(CLASSIFY, body));
    }
  }

  @Test
  void longAnalysisIsCutOff() throws Exception {
    AnalysisLimits hasty = new AnalysisLimits(60, 1e-6, 1, 4);
    try (TestServer server = TestServer.start(UploadLimits.DEFAULT, hasty, JobLimits.DEFAULT)) {
      Multipart body = new Multipart().file("a.wav", Wav.noise("hum", 1, 2));
      assertProblem(422, "TIMEOUT", server.post(CLASSIFY, body));
    }
  }

  /** Its loop goes on for as long as there is sound; other models are served beside it. */
  @Test
  void endlessModelIsStopped() throws Exception {
    ServerOptions options =
        new ServerOptions(
            "127.0.0.1",
            0,
            List.of(TestServer.MODEL.toString(), "src/test/resources/models/endless"),
            Optional.empty(),
            UploadLimits.DEFAULT,
            new AnalysisLimits(60, 5, 1, 4),
            JobLimits.DEFAULT);
    try (TestServer server = TestServer.start(options)) {
      Multipart body = new Multipart().file("a.wav", Wav.noise("hum", 1, 4));
      assertProblem(422, "TIMEOUT", server.post(CLASSIFY + "?model=endless", body));
      JsonNode both =
          json(server.post(CLASSIFY + "?model=endless&model=noises", body)).get("results");
      assertEquals("TIMEOUT", both.at("/0/error/code").asText());
      assertEquals("hum", both.at("/1/labels/0/label").asText());
      assertEquals("", server.log());
    }
  }

  /** An upload that has not ended holds a place, as long as something comes. */
  @Test
  void whoFindsNoPlaceIsToldToComeBack() throws Exception {
    UploadLimits slow = new UploadLimits(1 << 20, 1 << 22, 4, 600, 0);
    try (TestServer server = server(slow, 60, 0);
        Socket socket = server.connect()) {
      byte[] body = new Multipart().file("a.wav", Wav.noise("hum", 1, 2)).bytes();
      socket.getOutputStream().write(head(server, body.length));
      Multipart other = new Multipart().file("b.wav", Wav.noise("hum", 2, 2));
      int sent =
          dripping(
              socket,
              body,
              () -> {
                awaitPlacesTaken(server, 1);
                HttpResponse<byte[]> refused = server.post(CLASSIFY, other);
                assertProblem(503, "BUSY", refused);
                assertTrue(
                    refused.headers().firstValue("Retry-After").orElseThrow().matches("[0-9]+"));
                assertProblem(503, "BUSY", server.post("/api/v1/jobs", other));
              });
      socket.getOutputStream().write(body, sent, body.length - sent);
      assertTrue(TestServer.rest(socket).startsWith("HTTP/1.1 200 "));
      assertEquals(200, server.post(CLASSIFY, other).statusCode());
    }
  }

  /** An upload that has stalled for a second gives way to who comes, long before its time is up. */
  @Test
  void whoStallsLosesItsPlaceToWhoComes() throws Exception {
    try (TestServer server = server(UploadLimits.DEFAULT, 60, 0);
        Socket stalled = server.connect()) {
      byte[] body = new Multipart().file("a.wav", Wav.noise("hum", 1, 2)).bytes();
      stalled.getOutputStream().write(head(server, body.length));
      long start = System.nanoTime();
      stalled.getOutputStream().write(body, 0, 1000);
      awaitPlacesTaken(server, 1);
      Multipart other = new Multipart().file("b.wav", Wav.noise("hum", 2, 2));
      Until.holds("its place", () -> server.post(CLASSIFY, other).statusCode() != 503);
      assertTrue(System.nanoTime() - start > 1_000_000_000, "the place was lost at once");
      assertTrue(TestServer.rest(stalled).startsWith("HTTP/1.1 408 "));
    }
  }

  @Test
  void everyPlaceIsFreedAgain() throws Exception {
    try (TestServer server = server(UploadLimits.DEFAULT, 60, 1)) {
      for (int i = 0; i < 6; i++) {
        server.post(CLASSIFY, new Multipart().file("a.wav", Wav.noise("hum", 1, 2)));
        server.post(CLASSIFY, new Multipart().file("a.wav", new byte[10]));
        server.post(CLASSIFY + "?top=x", new Multipart());
        server.post("/api/v1/jobs?top=x", new Multipart());
        HttpResponse<byte[]> job =
            server.post("/api/v1/jobs", new Multipart().file("a.wav", new byte[10]));
        server.finished(job.headers().firstValue("Location").orElseThrow());
      }
      awaitPlacesTaken(server, 0);
    }
  }

  @Test
  void closingFinishesWhatWasBegun() throws Exception {
    TestServer server = server(UploadLimits.DEFAULT, 600, 4);
    Multipart body = new Multipart();
    for (int i = 0; i < 20; i++) {
      body.file(i + ".wav", Wav.noise("hum", i, 30));
    }
    CompletableFuture<HttpResponse<byte[]>> answer =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return server.post(CLASSIFY, body);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    while (!metrics(server).contains("auricle_analyses_total{outcome=\"OK\"} ")) {
      assertFalse(answer.isDone(), "too quick to be watched");
      Thread.sleep(1);
    }
    int port = server.port();
    server.close();
    assertEquals(20, json(answer.get()).get("results").size());
    assertThrows(
        ConnectException.class, () -> new Socket(InetAddress.getLoopbackAddress(), port).close());
  }

  /**
   * Does something while a body is sent a byte at a time.
   *
   * @return how many bytes were sent
   */
  private static int dripping(Socket socket, byte[] body, Executable meanwhile) throws Exception {
    AtomicBoolean ended = new AtomicBoolean();
    CompletableFuture<Integer> sent =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                int count = 0;
                while (!ended.get() && count < body.length) {
                  socket.getOutputStream().write(body, count++, 1);
                  Thread.sleep(10);
                }
                return count;
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    try {
      meanwhile.execute();
    } catch (Throwable e) {
      throw new AssertionError(e);
    } finally {
      ended.set(true);
    }
    return sent.get();
  }

  private static byte[] head(TestServer server, long length) {
    return (server.head("POST", CLASSIFY)
            + "Content-Type: %s\r\nContent-Length: %d\r\n\r\n".formatted(Multipart.TYPE, length))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void awaitPlacesTaken(TestServer server, int count) throws Exception {
    String line = "\nauricle_places_taken %d\n".formatted(count);
    Until.holds(line, () -> metrics(server).contains(line));
  }

  private static String metrics(TestServer server) throws Exception {
    return new String(server.get("/metrics").body(), StandardCharsets.UTF_8);
  }
}
