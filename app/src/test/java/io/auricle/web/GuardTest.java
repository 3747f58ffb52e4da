package io.auricle.web;

import static io.auricle.web.TestServer.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.cli.Wav;
import io.auricle.web.analysis.AnalysisLimits;
import io.auricle.web.job.JobLimits;
import io.auricle.web.upload.UploadLimits;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask, and what comes with every answer. */
final class GuardTest {
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String withHost(String host) throws Exception {
    return server.raw(
        ("GET /healthz HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:80", "127.0.0.1:8080", "[::1]:8080"})
  void localNamesAreServed(String host) throws Exception {
    assertTrue(withHost(host).startsWith("HTTP/1.1 200 "), host);
  }

  /** As after DNS rebinding: the name of a page outside that points here. */
  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example:8080", "localhost.evil.example"})
  void otherNamesAreNotServed(String host) throws Exception {
    String answer = withHost(host);
    assertTrue(answer.startsWith("HTTP/1.1 421 "), answer);
    assertTrue(answer.contains("WRONG_HOST"), answer);
  }

  @Test
  void pagesOfOtherOriginsAreNotServed() throws Exception {
    Multipart body = new Multipart().file("a", Wav.noise("hum", 1, 2));
    for (String origin : List.of("https://evil.example", "null", "http://127.0.0.1:1")) {
      assertProblem(403, "WRONG_ORIGIN", server.post("/api/v1/classify", body, "Origin", origin));
    }
    String own = "http://127.0.0.1:" + server.port();
    assertEquals(200, server.post("/api/v1/classify", body, "Origin", own).statusCode());
  }

  @ParameterizedTest
  @CsvSource({"http, 404", "HTTP, 404", "https, 403", "ftp, 403", "'', 403"})
  void schemeBelongsToTheOrigin(String scheme, int status) throws Exception {
    String origin = (scheme.isEmpty() ? "" : scheme + "://") + "127.0.0.1:" + server.port();
    assertEquals(status, remove("Origin", origin).statusCode());
  }

  /** A proxy in front has the certificate; pages cannot send its header. */
  @Test
  void schemeIsThatOfTheProxyInFront() throws Exception {
    String origin = "https://127.0.0.1:" + server.port();
    assertEquals(404, remove("Origin", origin, "X-Forwarded-Proto", "https").statusCode());
    String plain = "http://127.0.0.1:" + server.port();
    assertEquals(403, remove("Origin", plain, "X-Forwarded-Proto", "https").statusCode());
  }

  @ParameterizedTest
  @CsvSource({"cross-site, 403", "same-site, 403", "odd, 403", "same-origin, 404", "none, 404"})
  void writesFromOtherSitesAreRefused(String site, int status) throws Exception {
    assertEquals(status, remove("Sec-Fetch-Site", site).statusCode());
    assertEquals(200, server.get("/", "Sec-Fetch-Site", site).statusCode(), "a link leads here");
    assertProblem(
        status == 403 ? 403 : 400,
        status == 403 ? "WRONG_ORIGIN" : "BAD_REQUEST",
        server.post("/api/v1/classify", new Multipart(), "Sec-Fetch-Site", site));
  }

  private static HttpResponse<byte[]> remove(String... headers) throws Exception {
    return server.send("DELETE", "/api/v1/jobs/none", BodyPublishers.noBody(), headers);
  }

  @Test
  void keyIsWanted() throws Exception {
    ServerOptions options =
        new ServerOptions(
            "127.0.0.1",
            0,
            List.of(TestServer.MODEL.toString()),
            Optional.of("s3cret"),
            UploadLimits.DEFAULT,
            AnalysisLimits.DEFAULT,
            JobLimits.DEFAULT);
    try (TestServer locked = TestServer.start(options)) {
      assertProblem(401, "UNAUTHORIZED", locked.get("/api/v1/models"));
      assertProblem(
          401, "UNAUTHORIZED", locked.get("/api/v1/models", "Authorization", "Bearer s3cre"));
      assertProblem(
          401,
          "UNAUTHORIZED",
          locked.post("/api/v1/classify", new Multipart().file("a", Wav.noise("hum", 1, 2))));
      assertProblem(401, "UNAUTHORIZED", locked.get("/metrics"));
      assertEquals(
          200, locked.get("/api/v1/models", "Authorization", "Bearer s3cret").statusCode());
      assertEquals(200, locked.get("/healthz").statusCode());
      assertEquals(200, locked.get("/api.css").statusCode());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/healthz", "/api.css", "/api", "/openapi.json", "/api/v1/models", "/none"})
  void everyAnswerIsProtected(String path) throws Exception {
    HttpResponse<byte[]> response = server.get(path);
    String policy = response.headers().firstValue("Content-Security-Policy").orElseThrow();
    assertTrue(policy.startsWith("default-src 'self';"), policy);
    assertFalse(policy.contains("unsafe"), policy);
    assertFalse(policy.contains("http"), policy);
    assertEquals("nosniff", response.headers().firstValue("X-Content-Type-Options").orElseThrow());
    assertEquals(Optional.empty(), response.headers().firstValue("Server"));
  }

  @Test
  void unchangedFilesAreNotSentAgain() throws Exception {
    HttpResponse<byte[]> first = server.get("/api.css");
    assertEquals("no-cache", first.headers().firstValue("Cache-Control").orElseThrow());
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<byte[]> again = server.get("/api.css", "If-None-Match", tag);
    assertEquals(304, again.statusCode());
    assertEquals(0, again.body().length);
    assertEquals(200, server.get("/api.css", "If-None-Match", "\"other\"").statusCode());
  }

  @Test
  void filesAreCompressed() throws Exception {
    HttpResponse<byte[]> plain = server.get("/openapi.json");
    HttpResponse<byte[]> packed = server.get("/openapi.json", "Accept-Encoding", "gzip");
    assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElseThrow());
    assertTrue(packed.body().length < plain.body().length / 3);
    byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes();
    assertEquals(
        new String(plain.body(), StandardCharsets.UTF_8),
        new String(unpacked, StandardCharsets.UTF_8));
  }

  /** Neither up to other resources of the class path nor round the table of types. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../io/auricle/web/site/openapi.yaml",
        "/..%2fmodels/index.txt",
        "/%2e%2e/models/index.txt",
        "/webjars/../../MANIFEST.MF",
        "/samples",
        "/samples/",
        "/js",
        "/web/api.css",
        "/api.css/",
        "//api.css",
        "/.hidden.txt",
        "/models/index.txt",
      })
  void nothingElseIsServed(String path) throws Exception {
    String answer =
        server.raw((server.head("GET", path) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    assertTrue(answer.matches("(?s)HTTP/1\\.1 40[04] .*"), answer);
  }

  /** The first of two would be good, or the second. */
  @ParameterizedTest
  @CsvSource({
    "Origin, http://127.0.0.1:PORT, https://evil.example, 403",
    "Origin, https://evil.example, http://127.0.0.1:PORT, 403",
    "Origin, http://127.0.0.1:PORT, http://127.0.0.1:PORT, 404",
    "Sec-Fetch-Site, same-origin, cross-site, 403",
    "Sec-Fetch-Site, cross-site, same-origin, 403",
    "Sec-Fetch-Site, none, none, 404",
    "Host, 127.0.0.1, evil.example, 400"
  })
  void headersThatAreThereTwiceAreReadTwice(String name, String first, String second, int status)
      throws Exception {
    String host = name.equals("Host") ? "" : "Host: 127.0.0.1:PORT\r\n";
    String request =
        ("DELETE /api/v1/jobs/none HTTP/1.1\r\n"
                + host
                + name
                + ": "
                + first
                + "\r\n"
                + name
                + ": "
                + second
                + "\r\n"
                + "Connection: close\r\n\r\n")
            .replace("PORT", String.valueOf(server.port()));
    String answer = server.raw(request.getBytes(StandardCharsets.ISO_8859_1));
    assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
  }
}
