package io.auricle.web;

import static io.auricle.web.TestServer.assertProblem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.auricle.cli.Outcome;
import io.auricle.cli.Until;
import io.auricle.cli.Wav;
import io.auricle.web.analysis.AnalysisLimits;
import io.auricle.web.job.JobLimits;
import io.auricle.web.upload.UploadLimits;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library that was scanned, as a client of the server sees it. */
final class LibraryApiTest {
  private static final String BASE = "/api/v1/library";

  private Path folder = Path.of("none");
  private Path music = Path.of("none");
  private Path database = Path.of("none");
  private TestServer server;

  @BeforeEach
  void begin(@TempDir Path temporary) throws Exception {
    folder = temporary.toRealPath();
    music = Wav.noises(folder.resolve("music"), 3);
    database = folder.resolve("library.db");
    server = start(database);
    scan();
  }

  static TestServer start(Path database) throws Exception {
    return TestServer.start(
        new ServerOptions(
                "127.0.0.1",
                0,
                List.of(TestServer.MODEL.toString()),
                Optional.empty(),
                UploadLimits.DEFAULT,
                AnalysisLimits.DEFAULT,
                JobLimits.DEFAULT)
            .withLibrary(database));
  }

  private void scan() {
    Outcome outcome =
        Outcome.of("library", "scan", "--database", database, "--model", TestServer.MODEL, music);
    assertEquals(0, outcome.code(), outcome.err());
  }

  @AfterEach
  void stop() {
    assertEquals("", server.log());
    server.close();
  }

  private JsonNode get(String path) throws Exception {
    HttpResponse<byte[]> answer = server.get(BASE + path);
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    assertEquals(200, answer.statusCode(), text);
    return TestServer.json(answer);
  }

  private HttpResponse<byte[]> post(String path, String json) throws Exception {
    return server.send(
        "POST", BASE + path, BodyPublishers.ofString(json), "Content-Type", "application/json");
  }

  private List<String> names(String query) throws Exception {
    List<String> names = new ArrayList<>();
    get("/songs?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
        .path("songs")
        .forEach(
            song -> names.add(music.relativize(Path.of(song.path("path").asText())).toString()));
    return names;
  }

  private long id(String name) throws Exception {
    return get("/songs?query=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
        .at("/songs/0/id")
        .asLong();
  }

  @Test
  void summaryCounts() throws Exception {
    JsonNode library = get("");
    assertEquals(6, library.path("songs").asInt());
    assertEquals(12, library.path("seconds").asInt());
    assertEquals("noises", library.at("/models/0/name").asText());
    assertEquals(music.toString(), library.at("/folders/0").asText());
    Files.delete(music.resolve("hum/0.wav"));
    Files.writeString(music.resolve("bad.wav"), "no sound");
    Outcome.of("library", "scan", "--database", database, "--model", TestServer.MODEL, music);
    // While counting was slow, the last figures are shown a little longer.
    Until.holds("five songs", () -> get("").path("songs").asInt() == 5);
    JsonNode now = get("");
    assertEquals(1, now.path("removed").asInt());
    assertEquals(1, now.at("/faults/UNSUPPORTED").asInt(), now.toString());
    assertFalse(now.path("version").equals(library.path("version")));
  }

  @Test
  void songsAreThoseOfTheQueryInItsOrder() throws Exception {
    assertEquals(List.of("hum/0.wav", "hum/1.wav", "hum/2.wav"), names("noises:hum"));
    assertEquals(List.of("hiss/2.wav"), names("hiss 2.wav"));
    JsonNode page = get("/songs?sort=-path&offset=1&limit=2");
    assertEquals(6, page.path("total").asInt());
    assertEquals(1, page.path("offset").asInt());
    assertEquals(music.resolve("hum/1.wav").toString(), page.at("/songs/0/path").asText());
    assertEquals(music.resolve("hum/0.wav").toString(), page.at("/songs/1/path").asText());
    assertEquals(2, page.path("songs").size());
    assertEquals(0, get("/songs?offset=6").path("songs").size());
    assertEquals(6, get("/ids").path("ids").size());
    long last = id("hum/2.wav");
    long first = id("hiss/0.wav");
    JsonNode two = get("/songs?ids=%d,%d,999".formatted(last, first));
    assertEquals(last, two.at("/songs/0/id").asLong());
    assertEquals(first, two.at("/songs/1/id").asLong());
    assertEquals(2, two.path("songs").size());
  }

  @Test
  void wrongQueriesAreExplained() throws Exception {
    HttpResponse<byte[]> answer = server.get(BASE + "/songs?query=noises:hum%20nosie:x");
    assertProblem(400, "BAD_QUERY", answer);
    String detail = TestServer.json(answer).path("detail").asText();
    assertTrue(detail.startsWith("character 12: field=nosie must be one of [noises,"), detail);
    assertProblem(400, "BAD_REQUEST", server.get(BASE + "/songs?limit=501"));
    assertProblem(400, "BAD_REQUEST", server.get(BASE + "/songs?offset=-1"));
    assertProblem(400, "BAD_REQUEST", server.get(BASE + "/songs?ids=1,,2"));
    assertProblem(400, "BAD_QUERY", server.get(BASE + "/songs?sort=nothing"));
    assertProblem(404, "UNKNOWN_SONG", server.get(BASE + "/songs/99"));
  }

  @Test
  void songIsKnownWhole() throws Exception {
    JsonNode song = get("/songs/" + id("hum/1.wav"));
    assertTrue(song.path("audible").asBoolean());
    assertEquals(2, song.at("/scores/noises").size());
    assertEquals("hum", song.at("/models/noises/label").asText());
    assertTrue(
        song.at("/scores/noises/hum").asDouble() > song.at("/scores/noises/hiss").asDouble());
  }

  @Test
  void neighboursAreOfTheSameKindAndSayWhy() throws Exception {
    JsonNode near = get("/songs/" + id("hum/1.wav") + "/similar?count=2");
    assertEquals(2, near.path("songs").size());
    assertEquals("scores", near.path("by").asText());
    for (JsonNode one : near.path("songs")) {
      assertTrue(one.at("/song/path").asText().contains("hum"), near.toString());
      assertEquals("hum", one.at("/why/labels/0/label").asText());
      assertFalse(one.at("/why/sameArtist").asBoolean());
    }
  }

  @Test
  void soundIsSentByRanges() throws Exception {
    byte[] whole = Files.readAllBytes(music.resolve("hum/1.wav"));
    String path = BASE + "/songs/" + id("hum/1.wav") + "/audio";
    HttpResponse<byte[]> all = server.get(path);
    assertEquals(200, all.statusCode());
    assertArrayEquals(whole, all.body());
    assertEquals("audio/wav", all.headers().firstValue("Content-Type").orElseThrow());
    assertEquals("bytes", all.headers().firstValue("Accept-Ranges").orElseThrow());
    String tag = all.headers().firstValue("ETag").orElseThrow();
    HttpResponse<byte[]> part = server.get(path, "Range", "bytes=1000-1999");
    assertEquals(206, part.statusCode());
    assertArrayEquals(Arrays.copyOfRange(whole, 1000, 2000), part.body());
    assertEquals(
        "bytes 1000-1999/" + whole.length,
        part.headers().firstValue("Content-Range").orElseThrow());
    HttpResponse<byte[]> end = server.get(path, "Range", "bytes=-10", "If-Range", tag);
    assertArrayEquals(Arrays.copyOfRange(whole, whole.length - 10, whole.length), end.body());
    assertEquals(200, server.get(path, "Range", "bytes=0-5", "If-Range", "\"other\"").statusCode());
    HttpResponse<byte[]> beyond = server.get(path, "Range", "bytes=" + whole.length + "-");
    assertProblem(416, "BAD_RANGE", beyond);
    assertEquals(
        "bytes */" + whole.length, beyond.headers().firstValue("Content-Range").orElseThrow());
    HttpResponse<byte[]> head = server.send("HEAD", path, BodyPublishers.noBody());
    assertEquals(0, head.body().length);
    assertEquals(
        Integer.toString(whole.length), head.headers().firstValue("Content-Length").orElseThrow());
  }

  @Test
  void correctionsHoldAtOnceAndAreTakenBack() throws Exception {
    long id = id("hum/1.wav");
    Path playlist = folder.resolve("hiss.m3u8");
    Outcome.of(
        "library", "playlist", "hiss", "noises:hiss", "-o", playlist, "--database", database);
    HttpResponse<byte[]> said =
        post("/songs/" + id + "/corrections", "{\"field\":\"noises\",\"labels\":[\"HISS\"]}");
    assertEquals(200, said.statusCode());
    JsonNode song = TestServer.json(said);
    assertEquals("hiss", song.at("/models/noises/label").asText());
    assertTrue(song.at("/models/noises/corrected").asBoolean());
    assertEquals("hiss", song.at("/corrections/noises/0").asText());
    assertEquals(4, names("noises:hiss").size());
    // Playlists that are kept are written behind the answer.
    Until.holds("the playlist", () -> Files.readString(playlist).contains("hum/1.wav"));
    post("/songs/" + id + "/corrections", "{\"field\":\"noises\",\"labels\":[]}");
    assertEquals(3, names("noises:hiss").size());
    HttpResponse<byte[]> own =
        post(
            "/songs/" + id + "/corrections",
            "{\"field\":\"dance\",\"labels\":[\"salsa\"],\"own\":true}");
    assertEquals(200, own.statusCode());
    assertEquals(List.of("hum/1.wav"), names("dance:salsa"));
  }

  @Test
  void playlistsAreOfAQueryOrOfSongs() throws Exception {
    HttpResponse<byte[]> ofQuery = server.get(BASE + "/playlist?query=noises:hiss&sort=-path");
    assertEquals("audio/x-mpegurl", ofQuery.headers().firstValue("Content-Type").orElseThrow());
    assertEquals(
        List.of("hiss/2.wav", "hiss/1.wav", "hiss/0.wav"),
        new String(ofQuery.body(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> music.relativize(Path.of(line)).toString())
            .toList());
    long id = id("hum/1.wav");
    String text =
        new String(
            post("/playlist", "{\"ids\":[%d]}".formatted(id)).body(), StandardCharsets.UTF_8);
    assertEquals("#EXTM3U\n#EXTINF:2,1.wav\n" + music.resolve("hum/1.wav") + "\n", text);
  }

  @Test
  void mapHasEverySong() throws Exception {
    Until.holds("the map", () -> server.get(BASE + "/map").statusCode() != 202);
    JsonNode map = TestServer.json(server.get(BASE + "/map"));
    assertEquals(6, map.path("ids").size(), map.toString());
    assertEquals(6, map.path("x").size());
    assertEquals("noises", map.at("/models/0/name").asText());
    for (int i = 0; i < 6; i++) {
      String label = map.at("/models/0/labels/" + map.at("/models/0/values/" + i)).asText();
      String path = get("/songs/" + map.at("/ids/" + i)).path("path").asText();
      assertTrue(path.contains(label), path + " is " + label);
    }
    Until.holds("the map's file", () -> Files.exists(folder.resolve("library.db.map")));
  }

  @Test
  void scanOfTheServerHearsWhatIsNewAndTellsOfIt() throws Exception {
    assertEquals("idle", get("/scan").path("state").asText());
    Files.write(music.resolve("hum/new.wav"), Wav.noise("hum", 50, 2));
    Files.writeString(music.resolve("bad.wav"), "no sound");
    String done = scanned();
    assertTrue(done.contains("1 heard, 0 known by their sound, 6 unchanged"), done);
    assertEquals(List.of("hum/new.wav"), names("new"));
    assertEquals(1, get("").path("faults").size());
    assertEquals("done", get("/scan").path("state").asText());
    assertEquals(204, server.send("DELETE", BASE + "/scan", BodyPublishers.noBody()).statusCode());
  }

  /** Lets the server scan, and tells what it says in the end. */
  private String scanned() throws Exception {
    try (Socket socket = server.connect()) {
      socket
          .getOutputStream()
          .write(
              (server.head("GET", BASE + "/scan").replace("Connection: close\r\n", "")
                      + "Accept: text/event-stream\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      BufferedReader events =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      await(events, "\"state\":\"idle\"");
      assertEquals(202, server.send("POST", BASE + "/scan", BodyPublishers.noBody()).statusCode());
      return await(events, "\"state\":\"done\"");
    }
  }

  @Test
  void scanOfTheServerTakesTheModelsThatHeardTheLibrary() throws Exception {
    Outcome both =
        Outcome.of(
            "library",
            "scan",
            "--database",
            database,
            "--model",
            TestServer.MODEL,
            "--model",
            "genre",
            music);
    assertEquals(0, both.code(), both.err());
    Files.write(music.resolve("hum/new.wav"), Wav.noise("hum", 50, 2));
    String done = scanned();
    assertTrue(done.contains("1 heard, 0 known by their sound, 6 unchanged"), done);
  }

  private static String await(BufferedReader events, String text) throws Exception {
    for (String line = events.readLine(); line != null; line = events.readLine()) {
      if (line.contains(text)) {
        return line;
      }
    }
    throw new AssertionError(text + " did not come");
  }

  @Test
  void libraryMayComeGoAndBeReplaced() throws Exception {
    assertEquals(6, names("").size());
    for (String name : List.of("library.db", "library.db-wal", "library.db-shm")) {
      Files.deleteIfExists(folder.resolve(name));
    }
    assertProblem(404, "NO_LIBRARY", server.get(BASE));
    assertProblem(404, "NO_LIBRARY", server.get(BASE + "/songs"));
    Files.delete(music.resolve("hum/1.wav"));
    scan();
    assertEquals(5, names("").size());
  }
}
