package io.auricle.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.cli.Wav;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HEAD answers as GET does, but for the body. */
final class HeadTest {
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Map<String, List<String>> headers(HttpResponse<byte[]> response) {
    Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
    headers.remove("date");
    return headers;
  }

  private static HttpResponse<byte[]> head(String path, String... headers) throws Exception {
    return server.send("HEAD", path, BodyPublishers.noBody(), headers);
  }

  private static HttpResponse<byte[]> assertSame(String path, String... asked) throws Exception {
    HttpResponse<byte[]> get = server.get(path, asked);
    HttpResponse<byte[]> head = head(path, asked);
    assertEquals(get.statusCode(), head.statusCode(), path);
    assertEquals(headers(get), headers(head), path);
    assertEquals(0, head.body().length, path);
    return get;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/healthz",
        "/readyz",
        "/api",
        "/openapi.json",
        "/js/texts.js",
        "/samples/metal.mp3",
        "/api/v1/models",
        "/api/v1/models/noises",
        "/none",
        "/api/v1/jobs/none",
        "/api/v1/classify",
        "/api/v1/library",
        "/api/v1/library/songs",
      })
  void lengthIsThatOfTheBody(String path) throws Exception {
    HttpResponse<byte[]> get = assertSame(path);
    assertEquals(
        Integer.toString(get.body().length),
        get.headers().firstValue("Content-Length").orElseThrow(),
        path);
    assertSame(path, "Accept-Encoding", "gzip");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/classify", "/api/v1/jobs"})
  void whereOnlyPostGoesTheMethodIsWrong(String path) throws Exception {
    HttpResponse<byte[]> answer = server.get(path);
    TestServer.assertProblem(405, "METHOD_NOT_ALLOWED", answer);
    assertEquals(List.of("POST"), answer.headers().allValues("Allow"));
  }

  @Test
  void jobsAndPictures() throws Exception {
    HttpResponse<byte[]> created =
        server.post("/api/v1/jobs", new Multipart().file("a.wav", Wav.noise("hum", 1, 2)));
    String job = created.headers().firstValue("Location").orElseThrow();
    server.finished(job);
    assertSame(job);
    assertSame(job.replace("/jobs/", "/pictures/") + "/mel.png");
    // Events never end by themselves while a job is at work; asking for their head does.
    HttpResponse<byte[]> events = head(job, "Accept", "text/event-stream");
    assertTrue(
        events.headers().firstValue("Content-Type").orElseThrow().startsWith("text/event-stream"));
  }
}
