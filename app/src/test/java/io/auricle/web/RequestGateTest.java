package io.auricle.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused before any route sees it: told as every problem is, and nothing of it kept. */
final class RequestGateTest {
  private static final List<String> PROTECTION =
      List.of(
          "Content-Security-Policy: default-src 'self';",
          "X-Content-Type-Options: nosniff",
          "Referrer-Policy: no-referrer",
          "Cross-Origin-Resource-Policy: same-origin");

  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String ask(String request) throws Exception {
    return server.raw(request.replace("~", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  /** A tilde stands for the end of a line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "501 | get / HTTP/1.1~Host: 127.0.0.1~Connection: close~~",
        "501 | Get /healthz HTTP/1.1~Host: 127.0.0.1~Connection: close~~",
        "501 | BREW /api/v1/classify HTTP/1.1~Host: 127.0.0.1~Connection: close~~",
        "501 | BREW / HTTP/1.1~Host: 127.0.0.1~Content-Length: 5~~12345",
        "501 | BEFORE / HTTP/1.1~Host: 127.0.0.1~Connection: close~~",
        "501 | AFTER / HTTP/1.1~Host: 127.0.0.1~Connection: close~~",
        "501 | QUERY / HTTP/1.1~Host: 127.0.0.1~Connection: close~~",
        "501 | POST /api/v1/jobs HTTP/1.1~Host: 127.0.0.1~Transfer-Encoding: gzip, chunked~~0~~",
        "405 | OPTIONS * HTTP/1.1~Host: 127.0.0.1~Connection: close~~",
        "405 | TRACE / HTTP/1.1~Host: 127.0.0.1~Connection: close~~",
        "400 | G(T / HTTP/1.1~Host: 127.0.0.1~~",
        "400 | GET / HTTP/1.1~~",
        "400 | GET / HTTP/1.1~Host: 127.0.0.1~Host: 127.0.0.1~~",
        "400 | GET / HTTP/1.1~Host: 127.0.0.1~X-A : b~~",
        "400 | GET / HTTP/1.1~Host: 127.0.0.1~nonsense~~",
        "400 | GET /%zz HTTP/1.1~Host: 127.0.0.1~Connection: close~~",
        "400 | GET http://evil.example/ HTTP/1.1~Host: 127.0.0.1~~",
        "501 | CONNECT 127.0.0.1:80 HTTP/1.1~Host: 127.0.0.1~Connection: close~~",
        "400 | POST / HTTP/1.1~Host: 127.0.0.1~Content-Length: 1~Transfer-Encoding: chunked~~0~~",
        "400 | POST / HTTP/1.1~Host: 127.0.0.1~Content-Length: 1~Content-Length: 2~~ab",
        "417 | POST / HTTP/1.1~Host: 127.0.0.1~Content-Length: 1~Expect: cake~~a",
        "426 | PRI * HTTP/2.0~~SM~~",
        "505 | GET / HTTP/9.9~~",
        "505 | GET /~~",
        "421 | GET / HTTP/1.0~~",
        "404 | GET /none HTTP/1.1~Host: 127.0.0.1~Connection: close~~",
      })
  void problemsAreToldAndProtected(int status, String request) throws Exception {
    String answer = ask(request);
    assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
    assertTrue(answer.contains("Content-Type: application/problem+json"), answer);
    assertTrue(answer.contains("\"status\":" + status + ",\"code\":\""), answer);
    assertFalse(answer.contains("INTERNAL"), answer);
    PROTECTION.forEach(header -> assertTrue(answer.contains(header), header + ": " + answer));
  }

  /**
   * Whoever must not read the answer of a method may not learn of it by asking in small letters.
   */
  @Test
  void routerNeverLearnsUnknownMethods() throws Exception {
    int known = HandlerType.values().size();
    for (int i = 0; i < 20; i++) {
      ask("M%d / HTTP/1.1~Host: 127.0.0.1~Connection: close~~".formatted(i));
    }
    assertEquals(known, HandlerType.values().size());
  }

  /** Every value that a client chooses, in every place where it can stand. */
  private static void sendEverywhere(String word) throws Exception {
    String head = "Host: 127.0.0.1~Connection: close~";
    ask("%s / HTTP/1.1~%s~".formatted(word, head));
    ask("GET /%s HTTP/1.1~%s~".formatted(word, head));
    ask("GET /%s.js HTTP/1.1~%s~".formatted(word, head));
    ask("GET /healthz?%s=%s HTTP/1.1~%s~".formatted(word, word, head));
    ask("GET /healthz HTTP/1.1~%s%s: %s~~".formatted(head, word, word));
    ask("GET /healthz HTTP/1.1~Host: %s~Connection: close~~".formatted(word));
    ask("GET /healthz HTTP/1.1~%sCookie: %s=%s~~".formatted(head, word, word));
    ask("GET /api/v1/models/%s HTTP/1.1~%s~".formatted(word, head));
    ask("GET /api/v1/jobs/%s HTTP/1.1~%s~".formatted(word, head));
    ask("GET /api/v1/pictures/%s/%s.png HTTP/1.1~%s~".formatted(word, word, head));
    ask("(%s / HTTP/1.1~%s~".formatted(word, head));
    server.post("/api/v1/classify", new Multipart().field(word, word));
    server.post("/api/v1/classify?model=" + word, new Multipart().file(word, new byte[9]));
    server.post("/api/v1/classify", new Multipart().file(word, new byte[9]));
  }

  private static Set<String> metricNames() throws Exception {
    return new String(server.get("/metrics").body(), StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.replaceFirst(" [^ ]*$", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void labelsOfMetricsComeFromClosedSets() throws Exception {
    // A request is counted when its answer is gone, so the last ones of a round may be missing.
    Set<String> earlier = Set.of();
    Set<String> before = metricNames();
    while (!before.equals(earlier)) {
      sendEverywhere("FIRST");
      earlier = before;
      before = metricNames();
    }
    sendEverywhere("SECOND");
    sendEverywhere("THIRD");
    Set<String> after = metricNames();
    assertEquals(before, after);
    assertTrue(
        after.contains("auricle_requests_total{method=\"other\",route=\"none\",status=\"501\"}"));
    assertFalse(after.toString().matches("(?s).*(FIRST|SECOND|THIRD).*"), after.toString());
  }
}
