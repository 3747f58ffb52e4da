package io.auricle.web;

import static io.auricle.web.TestServer.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.cli.Until;
import io.auricle.library.store.Database;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests and files made to do harm: the library answers with its 4xx, and serves on. */
final class LibraryHostileTest {
  private static final String BASE = "/api/v1/library";
  private static final String CORRECT = BASE + "/songs/1/corrections";
  private static final int SONGS = 40;

  private static Path folder;
  private static Path database = Path.of("none");
  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path temporary) throws Exception {
    folder = temporary;
    Path music = Files.createDirectories(folder.resolve("music"));
    database = MadeLibrary.make(folder.resolve("library.db"), music, SONGS, List.of());
    server = LibraryApiTest.start(database);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void serverServesOn() throws Exception {
    assertEquals(200, server.get(BASE + "/songs?query=genre:jazz").statusCode());
    assertEquals("", server.log());
  }

  private static HttpResponse<byte[]> post(String path, String body, String... headers)
      throws Exception {
    return server.send("POST", path, BodyPublishers.ofString(body), headers);
  }

  private static HttpResponse<byte[]> json(String path, String body) throws Exception {
    return post(path, body, "Content-Type", "application/json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..%2f..%2fetc%2fpasswd",
        "0",
        "-1",
        "1%20OR%201=1",
        "1;DROP%20TABLE%20file",
        "1e3",
        "99999999999999999999999",
        "%00",
        "x"
      })
  void noOtherSongIsReached(String id) throws Exception {
    for (String what : List.of("", "/similar", "/audio")) {
      int status = server.get(BASE + "/songs/" + id + what).statusCode();
      assertTrue(status == 404 || status == 400, id + what + ": " + status);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "query=%22", "query=genre:", "query=genre:nothing", "query=limit:x", "query=--x",
        "query=length%3Eabc", "query=year:1e999", "query=a%00b%22", "sort=path;drop", "sort=%27",
        "sort=genre.", "sort=title%20limit:1", "limit=99999999999", "offset=1.5", "ids=1%20OR%201",
        "ids=99999999999999999999"
      })
  void wrongQuestionsAreRefused(String question) throws Exception {
    HttpResponse<byte[]> answer = server.get(BASE + "/songs?" + question);
    assertEquals(400, answer.statusCode(), question);
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    assertFalse(text.contains("SQL") || text.contains("sqlite"), text);
  }

  @Test
  void hugeQueriesAreRefused() throws Exception {
    assertProblem(400, "BAD_REQUEST", server.get(BASE + "/songs?query=" + "a+".repeat(501)));
    assertProblem(400, "BAD_REQUEST", server.get(BASE + "/songs?query=" + "a+".repeat(400)));
    assertProblem(400, "BAD_REQUEST", server.get(BASE + "/ids?query=" + "a,".repeat(400) + "a"));
    assertEquals(200, server.get(BASE + "/songs?query=" + "-q+".repeat(50)).statusCode());
    assertProblem(400, "BAD_REQUEST", server.get(BASE + "/songs?ids=1" + ",1".repeat(500)));
    assertEquals(200, server.get(BASE + "/songs?ids=1" + ",1".repeat(499)).statusCode());
  }

  @Test
  void textsOfQueriesAreNoStatements() throws Exception {
    for (String text :
        List.of("%27%20OR%201=1%20--", "%22;DROP%20TABLE%20file;--%22", "%25", "_")) {
      HttpResponse<byte[]> answer = server.get(BASE + "/songs?query=title:" + text);
      assertTrue(answer.statusCode() == 200 || answer.statusCode() == 400, text);
    }
    assertEquals(SONGS, TestServer.json(server.get(BASE)).path("songs").asInt());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{",
        "{\"field\":1}",
        "{\"field\":\"genre\"}",
        "{\"field\":\"genre\",\"labels\":\"jazz\"}",
        "{\"field\":\"genre\",\"labels\":[1]}",
        "{\"field\":\"genre\",\"labels\":[\"jazz\",\"rock\"]}",
        "{\"field\":\"genre\",\"labels\":[\"polka\"]}",
        "{\"field\":\"polka\",\"labels\":[\"a\"]}",
        "{\"field\":\"a b\",\"labels\":[\"a\"],\"own\":true}",
        "{\"field\":\"own\",\"labels\":[\"a\\nb\"],\"own\":true}",
        "{\"field\":\"own\",\"labels\":[\"   \"],\"own\":true}",
        "{\"a\":[[[[[[[[[[[1]]]]]]]]]]]}",
        "{\"field\":\"genre\",\"labels\":[\"jazz\"]} x\u0000"
      })
  void badCorrectionsChangeNothing(String body) throws Exception {
    String before = song();
    HttpResponse<byte[]> answer = json(CORRECT, body);
    if (body.endsWith("x\u0000")) {
      assertTrue(answer.statusCode() == 200 || answer.statusCode() == 400);
      json(CORRECT, "{\"field\":\"genre\",\"labels\":[]}");
      return;
    }
    assertProblem(400, "BAD_REQUEST", answer);
    assertEquals(before, song());
  }

  private static String song() throws Exception {
    return new String(server.get(BASE + "/songs/1").body(), StandardCharsets.UTF_8);
  }

  @Test
  void onlyJsonOfThisOriginIsTaken() throws Exception {
    String good = "{\"field\":\"genre\",\"labels\":[\"jazz\"]}";
    String before = song();
    // What a form of another page can send.
    for (String type :
        List.of("text/plain", "application/x-www-form-urlencoded", "application/jsonx")) {
      assertProblem(415, "UNSUPPORTED", post(CORRECT, good, "Content-Type", type));
    }
    assertProblem(415, "UNSUPPORTED", post(CORRECT, good));
    assertProblem(
        415,
        "UNSUPPORTED",
        post(CORRECT, good, "Content-Type", "application/json", "Content-Encoding", "gzip"));
    assertProblem(
        403,
        "WRONG_ORIGIN",
        post(CORRECT, good, "Content-Type", "application/json", "Origin", "https://evil.example"));
    assertProblem(403, "WRONG_ORIGIN", post(BASE + "/scan", "", "Sec-Fetch-Site", "cross-site"));
    assertEquals(before, song());
  }

  @Test
  void largeBodiesAreCutOff() throws Exception {
    assertProblem(
        413, "TOO_LARGE", json(CORRECT, "{\"field\":\"%s\"}".formatted("a".repeat(20_000))));
    assertProblem(
        413, "TOO_LARGE", json(BASE + "/playlist", "{\"ids\":[" + "1,".repeat(2_200_000) + "1]}"));
    assertProblem(400, "BAD_REQUEST", json(BASE + "/playlist", "{\"ids\":[]}"));
    assertProblem(400, "BAD_REQUEST", json(BASE + "/playlist", "{\"ids\":[1.5]}"));
    assertProblem(400, "BAD_REQUEST", json(BASE + "/playlist", "{\"ids\":[1e400]}"));
    HttpResponse<byte[]> gone = json(BASE + "/playlist", "{\"ids\":[123456789]}");
    assertEquals("#EXTM3U\n", new String(gone.body(), StandardCharsets.UTF_8));
  }

  @Test
  void bodiesThatDoNotComeHoldNobodyUp() throws Exception {
    byte[] head =
        (server.head("POST", CORRECT)
                + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{")
            .getBytes(StandardCharsets.US_ASCII);
    Socket[] sockets = new Socket[20];
    try {
      for (int i = 0; i < sockets.length; i++) {
        sockets[i] = server.connect();
        sockets[i].getOutputStream().write(head);
      }
      assertEquals(200, server.get(BASE + "/songs").statusCode());
    } finally {
      for (Socket socket : sockets) {
        if (socket != null) {
          socket.close();
        }
      }
    }
    String none = "{\"field\":\"genre\",\"labels\":[]}";
    Until.holds("a free place", () -> json(CORRECT, none).statusCode() != 503);
    assertEquals(200, json(CORRECT, none).statusCode());
  }

  /** Files that the library names, but that do not lie below a scanned folder. */
  @Test
  void soundOfOtherFilesIsNotRead() throws Exception {
    Path music = folder.resolve("music");
    Path secret = Files.writeString(folder.resolve("secret.txt"), "RIFF....WAVE secret");
    path(1, secret);
    assertProblem(404, "NOT_FOUND", server.get(BASE + "/songs/1/audio"));
    path(1, music.resolve("../secret.txt"));
    assertProblem(404, "NOT_FOUND", server.get(BASE + "/songs/1/audio"));
    Path link = Files.createSymbolicLink(music.resolve("link.wav"), secret);
    path(1, link);
    assertProblem(404, "NOT_FOUND", server.get(BASE + "/songs/1/audio"));
    path(1, music);
    assertProblem(404, "NOT_FOUND", server.get(BASE + "/songs/1/audio"));
    path(1, Path.of("/dev/zero"));
    assertProblem(404, "NOT_FOUND", server.get(BASE + "/songs/1/audio"));
    Process fifo = new ProcessBuilder("mkfifo", music.resolve("fifo.wav").toString()).start();
    fifo.waitFor();
    path(1, music.resolve("fifo.wav"));
    assertProblem(404, "NOT_FOUND", server.get(BASE + "/songs/1/audio"));
    assertFalse(TestServer.json(server.get(BASE + "/songs/1")).path("audible").asBoolean());
    // Below the folder it is sent, but as what it is: no page of this origin.
    path(1, Files.writeString(music.resolve("page.mp3"), "<html><script>alert(1)</script>"));
    HttpResponse<byte[]> page = server.get(BASE + "/songs/1/audio");
    assertEquals(200, page.statusCode());
    assertEquals(
        "application/octet-stream", page.headers().firstValue("Content-Type").orElseThrow());
    path(1, Files.write(music.resolve("empty.mp3"), new byte[0]));
    assertEquals(0, server.get(BASE + "/songs/1/audio").body().length);
    assertProblem(416, "BAD_RANGE", server.get(BASE + "/songs/1/audio", "Range", "bytes=0-10"));
  }

  private static void path(int id, Path path) throws IOException {
    try (Database open = Database.existing(database)) {
      open.run(
          connection -> {
            try (PreparedStatement update =
                connection.prepareStatement("UPDATE file SET path = ? WHERE id = ?")) {
              update.setString(1, path.toString());
              update.setInt(2, id);
              return update.executeUpdate();
            }
          });
    }
  }

  @Test
  void manyWatchersAreTurnedAwayAndLeaveNoTrace() throws Exception {
    byte[] head =
        (server.head("GET", BASE + "/scan") + "Accept: text/event-stream\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    Socket[] sockets = new Socket[32];
    try {
      for (int i = 0; i < sockets.length; i++) {
        sockets[i] = server.connect();
        sockets[i].getOutputStream().write(head);
        assertEquals('H', sockets[i].getInputStream().read());
      }
      HttpResponse<byte[]> refused = server.get(BASE + "/scan", "Accept", "text/event-stream");
      assertProblem(503, "BUSY", refused);
      assertEquals(200, server.get(BASE + "/scan").statusCode());
    } finally {
      for (Socket socket : sockets) {
        if (socket != null) {
          socket.close();
        }
      }
    }
  }

  @Test
  void brokenLibrariesAreExplained(@TempDir Path other) throws Exception {
    Path torn = Files.writeString(other.resolve("torn.db"), "SQLite format 3\0 and then nothing");
    Path foreign = Files.writeString(other.resolve("foreign.db"), "a letter");
    for (Path file : List.of(torn, foreign)) {
      try (TestServer broken = LibraryApiTest.start(file)) {
        for (String path : List.of("", "/songs", "/songs/1", "/map", "/playlist")) {
          HttpResponse<byte[]> answer = broken.get(BASE + path);
          assertProblem(503, "NOT_READY", answer);
          assertTrue(
              TestServer.json(answer).path("detail").asText().startsWith(file + ": is"), path);
        }
        assertEquals("", broken.log());
      }
    }
    try (TestServer none = TestServer.start()) {
      assertProblem(404, "NO_LIBRARY", none.get(BASE));
      assertProblem(404, "NO_LIBRARY", none.get(BASE + "/songs/1/audio"));
      assertProblem(404, "NO_LIBRARY", none.send("POST", BASE + "/scan", BodyPublishers.noBody()));
    }
  }
}
