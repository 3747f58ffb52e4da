package io.auricle.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.auricle.cli.Until;
import io.auricle.cli.Wav;
import io.auricle.web.analysis.AnalysisLimits;
import io.auricle.web.job.JobLimits;
import io.auricle.web.upload.UploadLimits;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every answer of every route is what the OpenAPI document says. */
final class OpenApiTest {
  private static final String KEY = "k";
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private static TestServer server;
  private static TestServer locked;
  private static JsonNode document;

  @BeforeAll
  static void start() throws Exception {
    server = start(Optional.empty(), List.of(TestServer.MODEL.toString(), "genre", "mood"));
    locked = start(Optional.of(KEY), List.of(TestServer.MODEL.toString()));
    document = TestServer.json(server.get("/openapi.json"));
  }

  private static TestServer start(Optional<String> key, List<String> models) throws Exception {
    return TestServer.start(
        new ServerOptions(
            "127.0.0.1",
            0,
            models,
            key,
            new UploadLimits(100_000, 300_000, 4, 60, 0),
            AnalysisLimits.DEFAULT,
            JobLimits.DEFAULT));
  }

  @AfterAll
  static void stop() {
    server.close();
    locked.close();
  }

  private static byte[] hum() {
    return Wav.noise("hum", 1, 3);
  }

  /** Checks an answer and returns it. */
  private static HttpResponse<byte[]> check(
      String method, String path, int status, HttpResponse<byte[]> answer) throws Exception {
    String what = method + " " + path + " " + status;
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    assertEquals(status, answer.statusCode(), what + ": " + text);
    JsonNode operation = document.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
    JsonNode response = resolved(operation.path("responses").path(Integer.toString(status)));
    assertFalse(response.isMissingNode(), what + " is not documented");
    for (Map.Entry<String, JsonNode> header : response.path("headers").properties()) {
      String value = answer.headers().firstValue(header.getKey()).orElse(null);
      assertNotNull(value, what + " has no " + header.getKey());
      assertEquals(Set.of(), errors(header.getValue().path("schema"), new TextNode(value)), what);
    }
    if (!response.has("content")) {
      assertEquals("", text, what);
      return answer;
    }
    String type = answer.headers().firstValue("Content-Type").orElse("none").replaceAll(";.*", "");
    JsonNode content = response.path("content").path(type);
    assertFalse(content.isMissingNode(), what + " is documented without " + type);
    if (content.has("schema")) {
      JsonNode value =
          type.endsWith("json") ? TestServer.MAPPER.readTree(answer.body()) : new TextNode(text);
      assertEquals(Set.of(), errors(content.path("schema"), value), what + ": " + text);
    }
    return answer;
  }

  private static JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }

  private static Set<ValidationMessage> errors(JsonNode schema, JsonNode value) {
    ObjectNode whole = TestServer.MAPPER.createObjectNode();
    whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    whole.putArray("allOf").add(schema);
    whole.set("components", document.path("components"));
    return FACTORY.getSchema(whole).validate(value);
  }

  @Test
  void routesAreThoseDocumented() {
    Set<String> documented = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (!method.getKey().equals("parameters")) {
          String route = path.getKey().replace("{picture}", "{name}");
          documented.add(method.getKey().toUpperCase(Locale.ROOT) + " " + route);
        }
      }
    }
    Set<String> served = new TreeSet<>(server.server().routes());
    // The page and its files.
    served.removeAll(Set.of("GET /", "GET /<path>"));
    assertEquals(documented, served);
  }

  @Test
  void validatorFindsWhatIsWrong() throws Exception {
    JsonNode schema = document.at("/components/schemas/Results");
    JsonNode wrong =
        TestServer.MAPPER.readTree("{\"results\":[{\"path\":\"a\",\"error\":{\"code\":\"ODD\"}}]}");
    assertFalse(errors(schema, wrong).isEmpty());
  }

  @Test
  void operationsHaveNamesOfTheirOwn() {
    Set<String> names = new HashSet<>();
    document
        .findValues("operationId")
        .forEach(name -> assertTrue(names.add(name.asText()), name.asText()));
  }

  @Test
  void classifyAnswersAsDocumented() throws Exception {
    String path = "/api/v1/classify";
    Multipart several =
        new Multipart()
            .file("a.wav", hum())
            .file("b.txt", Wav.ascii("no sound"))
            .file("c.wav", cut());
    check(
        "POST",
        path,
        200,
        server.post(path + "?segments=true&model=genre&model=mood&model=noises", several));
    check("POST", path, 200, server.post(path, new Multipart().file("a.wav", hum())));
    check("POST", path, 400, server.post(path + "?model=x", new Multipart().file("a", hum())));
    check("POST", path, 413, server.post(path, new Multipart().file("a", new byte[200_000])));
    check("POST", path, 415, server.post(path, new Multipart().file("a", Wav.ascii("no"))));
    check("POST", path, 422, server.post(path, new Multipart().file("a", new byte[0])));
  }

  /** A sound with a warning. */
  private static byte[] cut() {
    byte[] wav = hum();
    return java.util.Arrays.copyOf(wav, wav.length - 10_000);
  }

  @Test
  void jobsAnswerAsDocumented() throws Exception {
    String path = "/api/v1/jobs";
    Multipart body = new Multipart().file("a.wav", hum()).file("b.txt", Wav.ascii("no sound"));
    HttpResponse<byte[]> created = check("POST", path, 202, server.post(path, body));
    check("POST", path, 400, server.post(path, new Multipart()));
    check("POST", path, 413, server.post(path, new Multipart().file("a", new byte[400_000])));
    check(
        "POST",
        path,
        415,
        server.send("POST", path, BodyPublishers.ofString("a"), "Content-Type", "text/plain"));
    String location = created.headers().firstValue("Location").orElseThrow();
    String job = path + "/{id}";
    check("GET", job, 200, server.get(location));
    String events =
        new String(
            check("GET", job, 200, server.get(location, "Accept", "text/event-stream")).body(),
            StandardCharsets.UTF_8);
    checkEvents(events);
    check("GET", job, 200, server.get(location));
    check("GET", job, 404, server.get(path + "/none"));
    String picture = "/api/v1/pictures/{id}/{picture}.png";
    String pictures = location.replace("/jobs/", "/pictures/");
    check("GET", picture, 200, server.get(pictures + "/mel.png"));
    check("GET", picture, 200, server.get(pictures + "/waveform.png?file=0"));
    check("GET", picture, 400, server.get(pictures + "/mel.png?file=a"));
    check("GET", picture, 404, server.get(pictures + "/mel.png?file=1"));
    check("DELETE", job, 204, server.send("DELETE", location, BodyPublishers.noBody()));
    check("DELETE", job, 404, server.send("DELETE", location, BodyPublishers.noBody()));
  }

  @Test
  void libraryAnswersAsDocumented(@TempDir Path folder) throws Exception {
    Path music = folder.toRealPath();
    Path sound = music.resolve("a.wav");
    Files.write(sound, hum());
    Path database = MadeLibrary.make(folder.resolve("library.db"), music, 20, List.of(sound));
    String base = "/api/v1/library";
    try (TestServer library = LibraryApiTest.start(database)) {
      for (String path : List.of("", "/songs", "/ids", "/playlist", "/scan")) {
        check("GET", base + path, 200, library.get(base + path));
        check("GET", base + path, 404, server.get(base + path));
      }
      check("GET", base + "/songs", 200, library.get(base + "/songs?ids=1,2"));
      check("GET", base + "/songs", 200, library.get(base + "/songs?query=fault:yes"));
      for (String path : List.of("/songs", "/ids", "/playlist")) {
        check("GET", base + path, 400, library.get(base + path + "?query=%22"));
      }
      String song = base + "/songs/{song}";
      check("GET", song, 200, library.get(base + "/songs/1"));
      check("GET", song, 200, library.get(base + "/songs/21"));
      check("GET", song, 404, library.get(base + "/songs/22"));
      check("GET", song + "/similar", 200, library.get(base + "/songs/1/similar"));
      check("GET", song + "/similar", 400, library.get(base + "/songs/1/similar?count=0"));
      check("GET", song + "/audio", 200, library.get(base + "/songs/1/audio"));
      check(
          "GET", song + "/audio", 206, library.get(base + "/songs/1/audio", "Range", "bytes=5-9"));
      check("GET", song + "/audio", 416, library.get(base + "/songs/1/audio", "Range", "bytes=-0"));
      check("GET", song + "/audio", 404, library.get(base + "/songs/2/audio"));
      String said = "{\"field\":\"tags\",\"labels\":[\"piano\",\"slow\"]}";
      check("POST", song + "/corrections", 200, json(library, base + "/songs/1/corrections", said));
      check("POST", song + "/corrections", 400, json(library, base + "/songs/1/corrections", "[]"));
      check("POST", base + "/playlist", 200, json(library, base + "/playlist", "{\"ids\":[3,1]}"));
      check("POST", base + "/playlist", 400, json(library, base + "/playlist", "{}"));
      Until.holds(
          "the map",
          () -> {
            HttpResponse<byte[]> map = library.get(base + "/map");
            check("GET", base + "/map", map.statusCode() == 202 ? 202 : 200, map);
            return map.statusCode() != 202;
          });
      check("POST", base + "/scan", 202, library.send("POST", base + "/scan", nothing()));
      check("DELETE", base + "/scan", 204, library.send("DELETE", base + "/scan", nothing()));
    }
  }

  private static BodyPublisher nothing() {
    return BodyPublishers.noBody();
  }

  private static HttpResponse<byte[]> json(TestServer to, String path, String body)
      throws Exception {
    return to.send("POST", path, BodyPublishers.ofString(body), "Content-Type", "application/json");
  }

  private static void checkEvents(String events) throws Exception {
    Map<String, String> schemas =
        Map.of("progress", "Progress", "result", "ResultEvent", "done", "DoneEvent");
    Set<String> seen = new HashSet<>();
    for (String event : events.split("\n\n", -1)) {
      if (event.startsWith("event: ")) {
        String name = event.lines().findFirst().orElseThrow().substring(7);
        JsonNode data = TestServer.MAPPER.readTree(event.substring(event.indexOf("data: ") + 6));
        JsonNode schema = document.at("/components/schemas/" + schemas.get(name));
        assertEquals(Set.of(), errors(schema, data), event);
        seen.add(name);
      }
    }
    assertEquals(schemas.keySet(), seen);
  }

  @Test
  void modelsAnswerAsDocumented() throws Exception {
    check("GET", "/api/v1/models", 200, server.get("/api/v1/models"));
    String path = "/api/v1/models/{name}";
    check("GET", path, 200, server.get("/api/v1/models/genre"));
    check("GET", path, 200, server.get("/api/v1/models/mood"));
    check("GET", path, 200, server.get("/api/v1/models/noises"));
    check("GET", path, 404, server.get("/api/v1/models/none"));
  }

  @Test
  void serverAnswersAsDocumented() throws Exception {
    for (String path : List.of("/healthz", "/readyz", "/metrics", "/openapi.json", "/api")) {
      check("GET", path, 200, server.get(path));
    }
    check("GET", "/metrics", 401, locked.get("/metrics"));
  }

  @Test
  void everyOperationOfTheApiWantsKeyAndOrigin() throws Exception {
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      String concrete = path.getKey().replace("{picture}", "mel").replaceAll("\\{\\w+\\}", "x");
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        String method = operation.getKey().toUpperCase(Locale.ROOT);
        if (path.getKey().startsWith("/api/v1/") && !method.equals("PARAMETERS")) {
          check(method, path.getKey(), 401, locked.send(method, concrete, BodyPublishers.noBody()));
          check(
              method,
              path.getKey(),
              403,
              server.send(
                  method, concrete, BodyPublishers.noBody(), "Origin", "https://evil.example"));
        }
      }
    }
  }

  /** Every route and object, nothing from elsewhere and no script in it. */
  @Test
  void pageForPeopleHasEverything() throws Exception {
    String page = new String(server.get("/api").body(), StandardCharsets.UTF_8);
    document
        .path("paths")
        .properties()
        .forEach(path -> assertTrue(page.contains(path.getKey() + "</code>"), path.getKey()));
    document
        .at("/components/schemas")
        .properties()
        .forEach(schema -> assertTrue(page.contains("id=\"schema-" + schema.getKey() + "\"")));
    assertFalse(
        page.matches("(?s).*(<script>|<script [^>]*src=\"[^j]|style=|https?://).*"),
        "not under the policy");
  }
}
