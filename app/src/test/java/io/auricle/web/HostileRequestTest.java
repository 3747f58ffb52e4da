package io.auricle.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.auricle.cli.Until;
import io.auricle.cli.Wav;
import io.auricle.web.analysis.AnalysisLimits;
import io.auricle.web.job.JobLimits;
import io.auricle.web.upload.UploadLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests made to do harm: each gets its 4xx, and the server serves on. */
final class HostileRequestTest {
  private static final String CLASSIFY = "/api/v1/classify";
  private static final long MEBIBYTE = 1L << 20;
  private static final byte[] GOOD = Wav.noise("hum", 1, 2);
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    server =
        TestServer.start(
            new UploadLimits(MEBIBYTE, 4 * MEBIBYTE, 16, 2, 0),
            AnalysisLimits.DEFAULT,
            JobLimits.DEFAULT);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void serverServesOn() throws Exception {
    HttpResponse<byte[]> response = server.post(CLASSIFY, new Multipart().file("good.wav", GOOD));
    assertEquals(200, response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
    assertEquals("", server.log());
    // The refused one may still be ending.
    Until.holds("no upload is left", () -> server.uploads().isEmpty());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String multipartHead(String length) {
    return server.head("POST", CLASSIFY)
        + "Content-Type: "
        + Multipart.TYPE
        + "\r\n"
        + length
        + "\r\n\r\n";
  }

  private static void assertStatus(int status, String answer) {
    assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
    assertTrue(answer.contains("application/problem+json"), answer);
    assertTrue(!answer.contains("\tat ") && !answer.contains("Exception"), answer);
  }

  @Test
  void gigabyteOfKnownLengthIsRefusedBeforeItIsSent() throws Exception {
    String head = multipartHead("Expect: 100-continue\r\nContent-Length: " + (1L << 30));
    try (Socket socket = server.connect()) {
      socket.getOutputStream().write(bytes(head));
      assertStatus(413, TestServer.rest(socket));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void streamedGigabyteIsCutOff(boolean chunked) throws Exception {
    String length = chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + (1L << 30);
    byte[] block = new byte[1 << 20];
    try (Socket socket = server.connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(bytes(multipartHead(length)));
      byte[] part =
          bytes("--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n");
      out.write(chunked ? bytes(Integer.toHexString(part.length) + "\r\n") : new byte[0]);
      out.write(part);
      out.write(chunked ? bytes("\r\n") : new byte[0]);
      try {
        for (int i = 0; i < 1024; i++) {
          out.write(chunked ? bytes("100000\r\n") : new byte[0]);
          out.write(block);
          out.write(chunked ? bytes("\r\n") : new byte[0]);
        }
      } catch (IOException e) {
        // Cut off, as it should be; the answer was there before.
        assertTrue(socket.isConnected());
      }
      assertStatus(413, TestServer.rest(socket));
    }
  }

  @Test
  void bodyShorterThanItsLength() throws Exception {
    byte[] body = new Multipart().file("a.wav", GOOD).bytes();
    byte[] head = bytes(multipartHead("Content-Length: " + body.length));
    assertStatus(400, server.raw(Wav.join(head, Arrays.copyOf(body, body.length / 2))));
  }

  @Test
  void bodyWithoutItsLastBoundary() throws Exception {
    byte[] body = new Multipart().file("a.wav", GOOD).bytes();
    byte[] cut = Arrays.copyOf(body, body.length / 2);
    assertStatus(
        400, server.raw(Wav.join(bytes(multipartHead("Content-Length: " + cut.length)), cut)));
  }

  @Test
  void clientThatGoesAwayLeavesNothing() throws Exception {
    byte[] body = new Multipart().file("a.wav", GOOD).bytes();
    try (Socket socket = server.connect()) {
      socket.getOutputStream().write(bytes(multipartHead("Content-Length: " + body.length)));
      socket.getOutputStream().write(body, 0, body.length / 2);
      Until.holds("an upload", () -> !server.uploads().isEmpty());
    }
  }

  @Test
  void drippingBodyIsCutOff() throws Exception {
    byte[] body = new Multipart().file("a.wav", GOOD).bytes();
    try (Socket socket = server.connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(bytes(multipartHead("Content-Length: " + body.length)));
      int sent = 0;
      while (socket.getInputStream().available() == 0 && sent < 3000) {
        out.write(body, sent++, 1);
        Thread.sleep(10);
      }
      assertTrue(sent < 3000, "still not cut off");
      socket.shutdownOutput();
      assertStatus(408, TestServer.rest(socket));
    }
  }

  @Test
  void stalledBodyIsCutOffAndTold() throws Exception {
    byte[] body = new Multipart().file("a.wav", GOOD).bytes();
    try (Socket socket = server.connect()) {
      socket.getOutputStream().write(bytes(multipartHead("Content-Length: " + body.length)));
      socket.getOutputStream().write(body, 0, body.length / 2);
      assertStatus(408, TestServer.rest(socket));
    }
  }

  @Test
  void tenThousandParts() throws Exception {
    Multipart files = new Multipart();
    Multipart fields = new Multipart();
    for (int i = 0; i < 10_000; i++) {
      files.file(i + ".wav", new byte[1]);
      fields.field("f" + i, "x");
    }
    for (Multipart body : List.of(files, fields)) {
      int status = server.post(CLASSIFY, body).statusCode();
      assertTrue(status == 400 || status == 413, "status=" + status);
    }
  }

  @Test
  void zipBombIsNoSound() throws Exception {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
      zip.putNextEntry(new ZipEntry("bomb.wav"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 100; i++) {
        zip.write(zeros);
      }
    }
    TestServer.assertProblem(
        415,
        "UNSUPPORTED",
        server.post(CLASSIFY, new Multipart().file("bomb.wav", bomb.toByteArray())));
  }

  /** Headers that promise four gigabytes, billions of hertz, thousands of channels. */
  @Test
  void lyingHeaders() throws Exception {
    for (byte[] header :
        List.of(
            Wav.header(Wav.PCM, 1, 8000, 16, 0xFFFF_FFFEL),
            Wav.header(Wav.PCM, 1, 0xFFFF_FFFFL, 16, 100),
            Wav.header(Wav.PCM, 0xFFFF, 8000, 32, 0xFFFF_FFFEL),
            Wav.header(Wav.PCM, 0, 0, 0, 0),
            Wav.header(0xFFFE, 1, 8000, 16, 10))) {
      int status = server.post(CLASSIFY, new Multipart().file("a.wav", header)).statusCode();
      assertTrue(status == 413 || status == 415 || status == 422, "status=" + status);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /api/v1/classify",
    "PATCH, /api/v1/jobs",
    "DELETE, /api/v1/models",
    "GET, /api/v1/classify",
    "POST, /api/v1/models/noises",
    "POST, /",
    "POST, /healthz",
    "TRACE, /",
    "OPTIONS, /api/v1/jobs",
  })
  void wrongMethods(String method, String path) throws Exception {
    String answer = server.raw(bytes(server.head(method, path) + "\r\n"));
    assertTrue(answer.matches("(?s)HTTP/1\\.1 (404|405) .*"), answer);
  }

  @Test
  void hugeHeaders() throws Exception {
    String long1 = "X-Long: " + "a".repeat(100_000) + "\r\n";
    assertStatus(431, server.raw(bytes(server.head("GET", "/healthz") + long1 + "\r\n")));
    String many = "X-A: aaaaaaaa\r\n".repeat(10_000);
    assertStatus(431, server.raw(bytes(server.head("GET", "/healthz") + many + "\r\n")));
    assertStatus(414, server.raw(bytes(server.head("GET", "/" + "a".repeat(100_000)) + "\r\n")));
  }

  /** A tilde stands for the end of a line. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\0\0\0\0~~",
        "GET~~",
        "GET / HTTP/9.9~~",
        "GET / HTTP/1.1~~",
        "GET / HTTP/1.1~Host: a~Host: b~~",
        "GET /%zz HTTP/1.1~Host: localhost~Connection: close~~",
        "GET /%00 HTTP/1.1~Host: localhost~Connection: close~~",
        "POST /api/v1/classify HTTP/1.1~Host: localhost~Content-Length: -1~~",
        "POST /api/v1/classify HTTP/1.1~Host: localhost~Content-Length: 5~"
            + "Transfer-Encoding: chunked~~0~~",
        "POST /api/v1/classify HTTP/1.1~Host: localhost~Connection: close~"
            + "Content-Type: multipart/form-data; boundary=limit~"
            + "Transfer-Encoding: chunked~~nonsense~~",
      })
  void nonsense(String request) throws Exception {
    String answer = server.raw(bytes(request.replace("~", "\r\n")));
    assertTrue(answer.matches("(?s)HTTP/1\\.1 (4\\d\\d|505) .*"), answer);
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain, 415",
    "application/json, 415",
    "multipart/form-data, 415",
    "multipart/form-data; boundary=, 415",
    "multipart/mixed; boundary=limit, 415",
    "multipart/form-data; boundary=other, 400",
    "'multipart/form-data; boundary=\"', 400",
    "'multipart/form-data; boundary=\"limit', 400",
  })
  void otherBodies(String type, int status) throws Exception {
    byte[] body = new Multipart().file("a.wav", GOOD).bytes();
    HttpResponse<byte[]> response =
        server.send("POST", CLASSIFY, BodyPublishers.ofByteArray(body), "Content-Type", type);
    assertEquals(status, response.statusCode());
  }

  @ParameterizedTest
  @CsvSource({"gzip, 415", "br, 415", "'identity, gzip', 415", "identity, 200", "Identity, 200"})
  void packedBodiesAreRefused(String coding, int status) throws Exception {
    Multipart body = new Multipart().file("a.wav", GOOD);
    HttpResponse<byte[]> response = server.post(CLASSIFY, body, "Content-Encoding", coding);
    assertEquals(status, response.statusCode());
    if (status == 415) {
      TestServer.assertProblem(415, "UNSUPPORTED", response);
      assertEquals("identity", response.headers().firstValue("Accept-Encoding").orElseThrow());
    }
  }

  @Test
  void secondCodingCountsToo() throws Exception {
    Multipart body = new Multipart().file("a.wav", GOOD);
    HttpResponse<byte[]> response =
        server.post(CLASSIFY, body, "Content-Encoding", "identity", "Content-Encoding", "gzip");
    TestServer.assertProblem(415, "UNSUPPORTED", response);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "form-data",
        "form-data; filename=\"a.wav\"",
        "form-data; name=\"other\"; filename=\"a.wav\"",
        "form-data; name=\"file\"; filename=\"a.wav",
      })
  void wrongParts(String disposition) throws Exception {
    int status = server.post(CLASSIFY, new Multipart().part(disposition, new byte[9])).statusCode();
    assertTrue(status >= 400 && status < 500, "status=" + status);
  }

  @Test
  void longFieldsAndPartHeadersAreRefused() throws Exception {
    Multipart field = new Multipart().field("model", "x".repeat(100_000));
    assertEquals(400, server.post(CLASSIFY, field).statusCode());
    Multipart header = new Multipart().file("x".repeat(100_000), GOOD);
    assertEquals(400, server.post(CLASSIFY, header).statusCode());
  }

  @Test
  void thousandIdleConnections() throws Exception {
    List<Socket> idle = new ArrayList<>();
    try {
      for (int i = 0; i < 1000; i++) {
        idle.add(server.connect());
        if (i % 2 == 0) {
          // Half of them have begun to ask.
          idle.get(i).getOutputStream().write(bytes("POST /api/v1/classify HTTP/1.1\r\nHost: "));
        }
      }
      serverServesOn();
    } catch (IOException e) {
      assumeTrue(false, "this process may not open so many sockets: " + e.getMessage());
    } finally {
      for (Socket socket : idle) {
        socket.close();
      }
    }
  }
}
