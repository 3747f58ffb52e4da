package io.auricle.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.auricle.cli.TinyModel;
import io.auricle.cli.Until;
import io.auricle.web.analysis.AnalysisLimits;
import io.auricle.web.job.JobLimits;
import io.auricle.web.upload.UploadLimits;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A server in this process, with a model of two noises, and a client of it. */
public final class TestServer implements AutoCloseable {
  static final ObjectMapper MAPPER = new ObjectMapper();

  /** Trained once for all tests. */
  static final Path MODEL = train();

  private final WebServer server;
  private final StringWriter log;
  private final HttpClient client = HttpClient.newHttpClient();

  private final Path temporary;

  private TestServer(WebServer server, StringWriter log, Path temporary) {
    this.server = server;
    this.log = log;
    this.temporary = temporary;
  }

  public static TestServer start() throws IOException {
    return start(UploadLimits.DEFAULT, AnalysisLimits.DEFAULT, JobLimits.DEFAULT);
  }

  public static TestServer start(UploadLimits uploads, AnalysisLimits analyses, JobLimits jobs)
      throws IOException {
    return start(
        new ServerOptions(
            "127.0.0.1", 0, List.of(MODEL.toString()), Optional.empty(), uploads, analyses, jobs));
  }

  public static TestServer start(ServerOptions options) throws IOException {
    StringWriter log = new StringWriter();
    Path temporary = Files.createTempDirectory("auricle-test-uploads");
    TestServer started =
        new TestServer(
            WebServer.start(options, new PrintWriter(log, true), temporary), log, temporary);
    try {
      // Waits for the self-check, which stores a file where uploads lie.
      assertEquals(200, started.get("/readyz").statusCode());
    } catch (Exception e) {
      throw new IOException("the server does not become ready", e);
    }
    return started;
  }

  private static Path train() {
    try {
      Path folder = Files.createTempDirectory("auricle-test-model");
      return TinyModel.train(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  WebServer server() {
    return server;
  }

  int port() {
    return server.port();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  /** Gets a path, with headers as name, value, name, value. */
  public HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    return send("GET", path, HttpRequest.BodyPublishers.noBody(), headers);
  }

  public HttpResponse<byte[]> post(String path, Multipart body, String... headers)
      throws Exception {
    String[] all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 0, headers.length);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = Multipart.TYPE;
    return send("POST", path, BodyPublishers.ofByteArray(body.bytes()), all);
  }

  HttpResponse<byte[]> send(
      String method, String path, HttpRequest.BodyPublisher body, String... headers)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  /** Sends bytes as they are and gives all that comes back until the connection is closed. */
  String raw(byte[] request) throws IOException {
    try (Socket socket = connect()) {
      try {
        socket.getOutputStream().write(request);
        socket.shutdownOutput();
      } catch (SocketException answeredEarly) {
        // A server that refuses a request before its end closes; what it said can still be read.
      }
      return rest(socket);
    }
  }

  public Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
    socket.setSoTimeout(60_000);
    return socket;
  }

  public static String rest(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  /** The head of a request by hand, without the empty line after it. */
  public String head(String method, String path) {
    return "%s %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n"
        .formatted(method, path, port());
  }

  static JsonNode json(HttpResponse<byte[]> response) throws IOException {
    return MAPPER.readTree(response.body());
  }

  /** Checks that an answer is a problem with this status and code. */
  public static void assertProblem(int status, String code, HttpResponse<byte[]> response)
      throws IOException {
    String body = new String(response.body(), StandardCharsets.UTF_8);
    assertEquals(status, response.statusCode(), body);
    assertEquals("application/problem+json", response.headers().firstValue("Content-Type").get());
    assertEquals(code, json(response).get("code").asText(), body);
    assertEquals(status, json(response).get("status").asInt());
  }

  /** Waits for the end of a job. */
  JsonNode finished(String location) throws Exception {
    Until.holds(
        "the end of " + location,
        () -> json(get(location)).get("status").asText().matches("done|failed"));
    return json(get(location));
  }

  /** What lies where uploads lie. */
  List<String> uploads() throws IOException {
    try (Stream<Path> files = Files.walk(temporary)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> !name.equals("lock"))
          .toList();
    }
  }

  /** Removes the folder of uploads, so that none can be stored any more. */
  public void breakUploads() throws IOException {
    try (Stream<Path> files = Files.walk(temporary)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(temporary)) {
          Files.delete(file);
        }
      }
    }
  }

  /** What was written to the log: faults. */
  public String log() {
    return log.toString();
  }

  @Override
  public void close() {
    server.close();
    try (Stream<Path> left = Files.list(temporary)) {
      assertEquals(List.of(), left.toList());
      Files.delete(temporary);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
