package io.auricle.web;

import static io.auricle.web.TestServer.assertProblem;
import static io.auricle.web.TestServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.auricle.cli.Outcome;
import io.auricle.cli.Wav;
import io.auricle.web.analysis.AnalysisLimits;
import io.auricle.web.job.JobLimits;
import io.auricle.web.upload.UploadLimits;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /api/v1/classify}. */
final class ClassifyApiTest {
  private static final String CLASSIFY = "/api/v1/classify";
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    server =
        TestServer.start(
            new ServerOptions(
                "127.0.0.1",
                0,
                List.of(TestServer.MODEL.toString(), "genre"),
                Optional.empty(),
                UploadLimits.DEFAULT,
                AnalysisLimits.DEFAULT,
                JobLimits.DEFAULT));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void answersAreThoseOfTheCommandLine(@TempDir Path folder) throws Exception {
    List<String> names = List.of("hum.wav", "notes.txt", "hiss.wav");
    List<byte[]> contents =
        List.of(
            Wav.noise("hum", 1, 6.5),
            Wav.ascii("Dear diary,\n".repeat(9)),
            Wav.noise("hiss", 2, 3));
    Multipart body = new Multipart().field("segments", "true");
    List<Object> words =
        new ArrayList<>(
            List.of("classify", "--model", TestServer.MODEL, "--format", "jsonl", "--segments"));
    for (int i = 0; i < names.size(); i++) {
      words.add(Files.write(folder.resolve(names.get(i)), contents.get(i)));
      body.file(names.get(i), contents.get(i));
    }
    List<String> lines = Outcome.of(words.toArray()).outLines();
    HttpResponse<byte[]> response = server.post(CLASSIFY, body);
    assertEquals(200, response.statusCode());
    JsonNode results = json(response).get("results");
    assertEquals(3, results.size());
    for (int i = 0; i < 3; i++) {
      ObjectNode expected = (ObjectNode) TestServer.MAPPER.readTree(lines.get(i));
      expected.put("path", names.get(i));
      assertEquals(expected.toString(), results.get(i).toString());
    }
  }

  @Test
  void resultsAreOrderedByFileThenModel() throws Exception {
    Multipart body =
        new Multipart()
            .file("a", Wav.noise("hum", 3, 2))
            .file("b", Wav.noise("hiss", 4, 2))
            .field("top", "1");
    JsonNode results =
        json(server.post(CLASSIFY + "?model=genre&model=noises", body)).get("results");
    List<String> seen = new ArrayList<>();
    results.forEach(
        result -> seen.add(result.get("path").asText() + " " + result.get("model").asText()));
    assertEquals(List.of("a genre", "a noises", "b genre", "b noises"), seen);
    assertEquals("hum", results.get(1).at("/labels/0/label").asText());
    assertEquals("hiss", results.get(3).at("/labels/0/label").asText());
    assertEquals(1, results.get(0).get("labels").size());
  }

  @ParameterizedTest
  @CsvSource({
    "'', 422, EMPTY",
    "Dear diary, 415, UNSUPPORTED",
    "RIFF, 422, TRUNCATED",
  })
  void onlyFileThatIsBadIsAProblem(String content, int status, String code) throws Exception {
    assertProblem(
        status, code, server.post(CLASSIFY, new Multipart().file("x.wav", Wav.ascii(content))));
  }

  @Test
  void shortSoundIsAProblem() throws Exception {
    Multipart body = new Multipart().file("x.wav", Wav.noise("hum", 5, 0.5));
    assertProblem(422, "TOO_SHORT", server.post(CLASSIFY, body));
  }

  /** Names are texts: repeated as they came, and no file is touched by them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../../../etc/passwd",
        "/etc/passwd",
        "C:/windows/win.ini",
        "<script>alert(1)</script>.wav",
        "'; DROP TABLE tracks; --.wav",
        "Käse 東京 \uD83C\uDFB5.wav",
        "nul.wav",
        "%00%2e%2e%2f.wav",
        "${jndi:ldap://127.0.0.1/a}",
      })
  void namesAreShownAsTheyCame(String name) throws Exception {
    HttpResponse<byte[]> response =
        server.post(CLASSIFY, new Multipart().file(name, Wav.noise("hum", 6, 2)));
    assertEquals(200, response.statusCode());
    assertEquals(name, json(response).at("/results/0/path").asText());
    assertEquals("application/json", response.headers().firstValue("Content-Type").orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "model=none, UNKNOWN_MODEL",
    "model=../genre, UNKNOWN_MODEL",
    "model=noises&model=noises, BAD_REQUEST",
    "top=0, BAD_REQUEST",
    "top=-1, BAD_REQUEST",
    "top=99999999999, BAD_REQUEST",
    "top=2&top=3, BAD_REQUEST",
    "segments=yes, BAD_REQUEST",
    "modell=noises, BAD_REQUEST",
  })
  void wrongParametersAreRefused(String query, String code) throws Exception {
    Multipart body = new Multipart().file("a.wav", Wav.noise("hum", 7, 2));
    assertProblem(400, code, server.post(CLASSIFY + "?" + query, body));
  }

  @Test
  void requestWithoutFilesIsRefused() throws Exception {
    assertProblem(400, "BAD_REQUEST", server.post(CLASSIFY, new Multipart().field("top", "3")));
  }

  @Test
  void nothingIsLeftOfUploads() throws Exception {
    server.post(CLASSIFY, new Multipart().file("a.wav", Wav.noise("hum", 8, 2)));
    server.post(CLASSIFY, new Multipart().file("a.wav", new byte[100]));
    server.post(CLASSIFY + "?top=x", new Multipart().file("a.wav", new byte[100]));
    assertEquals(List.of(), server.uploads());
  }
}
