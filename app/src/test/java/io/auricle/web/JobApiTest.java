package io.auricle.web;

import static io.auricle.web.TestServer.assertProblem;
import static io.auricle.web.TestServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.auricle.cli.Wav;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code /api/v1/jobs} and {@code /api/v1/pictures}. */
final class JobApiTest {
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Multipart threeFiles() {
    return new Multipart()
        .file("hum.wav", Wav.noise("hum", 1, 6))
        .file("notes.txt", Wav.ascii("no sound"))
        .file("hiss.wav", Wav.noise("hiss", 2, 4));
  }

  private static String create(Multipart body) throws Exception {
    HttpResponse<byte[]> response = server.post("/api/v1/jobs?segments=true&top=1", body);
    assertEquals(202, response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
    String location = response.headers().firstValue("Location").orElseThrow();
    assertEquals("/api/v1/jobs/" + json(response).get("id").asText(), location);
    return location;
  }

  @Test
  void resultsOfAJobAreThoseOfClassify() throws Exception {
    JsonNode job = server.finished(create(threeFiles()));
    JsonNode results =
        json(server.post("/api/v1/classify?segments=true&top=1", threeFiles())).get("results");
    assertEquals("done", job.get("status").asText());
    assertEquals(results, job.get("results"));
    List<String> files = new ArrayList<>();
    job.get("files")
        .forEach(
            file ->
                files.add(
                    "%s %s %s"
                        .formatted(
                            file.get("path").asText(),
                            file.get("status").asText(),
                            file.get("progress").asText())));
    assertEquals(List.of("hum.wav done 1.0", "notes.txt failed 1.0", "hiss.wav done 1.0"), files);
    assertEquals(List.of(), server.uploads());
  }

  @Test
  void eventsTellEachResultOnceAndEnd() throws Exception {
    String location = create(threeFiles());
    String events =
        new String(
            server.get(location, "Accept", "text/event-stream").body(), StandardCharsets.UTF_8);
    List<String> results = new ArrayList<>();
    String last = "";
    for (String event : events.split("\n\n", -1)) {
      if (event.startsWith("event: result\ndata: ")) {
        JsonNode data = TestServer.MAPPER.readTree(event.substring(20));
        results.add(data.get("index") + " " + data.at("/result/path").asText());
      }
      last = event.isBlank() ? last : event;
    }
    assertEquals(
        List.of("0 hum.wav", "1 notes.txt", "2 hiss.wav"), results.stream().sorted().toList());
    assertTrue(last.startsWith("event: done\ndata: {"), last);
    assertTrue(last.endsWith("\"status\":\"done\"}"), last);
    // Whoever comes late gets everything, too.
    String again =
        new String(
            server.get(location, "Accept", "text/event-stream").body(), StandardCharsets.UTF_8);
    assertEquals(3, again.split("event: result\n", -1).length - 1);
  }

  @Test
  void jobOfBadFilesAloneHasFailed() throws Exception {
    JsonNode job = server.finished(create(new Multipart().file("a", Wav.ascii("no sound"))));
    assertEquals("failed", job.get("status").asText());
    assertEquals("UNSUPPORTED", job.at("/results/0/error/code").asText());
  }

  @Test
  void picturesShowTheSoundFromEdgeToEdge() throws Exception {
    // Silence, then a hum: in the left half of each row of the wave there is paper alone.
    byte[] hum = Wav.noise("hum", 3, 4);
    java.util.Arrays.fill(hum, 44, 44 + hum.length / 2, (byte) 0);
    String location = create(new Multipart().file("a", new byte[9]).file("b", hum));
    server.finished(location);
    String pictures = location.replace("/jobs/", "/pictures/");
    HttpResponse<byte[]> wave = server.get(pictures + "/waveform.png?file=1");
    assertEquals("image/png", wave.headers().firstValue("Content-Type").orElseThrow());
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(wave.body()));
    int row = image.getHeight() / 4;
    int paper = image.getRGB(0, row);
    int inked = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      boolean ink = image.getRGB(x, row) != paper;
      assertTrue(!ink || x > 0.45 * image.getWidth(), "ink at " + x);
      inked += ink ? 1 : 0;
    }
    assertTrue(inked > 0.2 * image.getWidth(), inked + " columns");
    HttpResponse<byte[]> mel = server.get(pictures + "/mel.png?file=1");
    assertTrue(ImageIO.read(new ByteArrayInputStream(mel.body())).getWidth() > 400);
    assertProblem(404, "UNKNOWN_PICTURE", server.get(pictures + "/mel.png"));
    assertProblem(404, "UNKNOWN_PICTURE", server.get(pictures + "/chroma.png?file=1"));
    assertProblem(400, "BAD_REQUEST", server.get(pictures + "/mel.png?file=-1"));
  }

  @Test
  void removedJobIsGone() throws Exception {
    String location = create(new Multipart().file("a", Wav.noise("hum", 4, 2)));
    assertEquals(
        204,
        server
            .send("DELETE", location, java.net.http.HttpRequest.BodyPublishers.noBody())
            .statusCode());
    assertProblem(404, "UNKNOWN_JOB", server.get(location));
    assertProblem(404, "UNKNOWN_JOB", server.get("/api/v1/jobs/AAAAAAAAAAAAAAAAAAAAAA"));
  }
}
