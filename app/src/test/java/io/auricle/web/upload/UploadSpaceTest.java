package io.auricle.web.upload;

import static io.auricle.web.TestServer.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.auricle.cli.Until;
import io.auricle.cli.Wav;
import io.auricle.web.Multipart;
import io.auricle.web.TestServer;
import io.auricle.web.analysis.AnalysisLimits;
import io.auricle.web.http.ProblemException;
import io.auricle.web.job.JobLimits;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The room for all uploads together, and a disk that has none. */
final class UploadSpaceTest {
  private static final String CLASSIFY = "/api/v1/classify";

  private Path folder;
  private final List<IOException> failures = new ArrayList<>();

  @BeforeEach
  void folder(@TempDir Path temporary) {
    folder = temporary;
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void roomIsTakenAndGivenBack() throws IOException {
    UploadSpace space =
        new UploadSpace(() -> Files.createTempFile(folder, "", ""), 100, failures::add);
    StoredUpload first = space.newFile();
    first.write(new byte[60]);
    StoredUpload second = space.newFile();
    assertEquals(
        507, assertThrows(ProblemException.class, () -> second.write(new byte[41])).status());
    second.write(new byte[40]);
    assertThrows(ProblemException.class, () -> space.require(1));
    first.finish();
    first.delete();
    first.delete();
    assertEquals(40, space.taken());
    space.require(60);
    second.discard();
    assertEquals(0, space.taken());
    assertEquals(List.of(), left());
    assertEquals(List.of(), failures);
  }

  @Test
  void fullDiskLeavesNothing() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "needs /dev/full");
    Path name = folder.resolve("upload");
    UploadSpace space =
        new UploadSpace(() -> Files.createSymbolicLink(name, full), 100, failures::add);
    StoredUpload upload = space.newFile();
    assertEquals(
        507, assertThrows(ProblemException.class, () -> upload.write(new byte[10])).status());
    upload.discard();
    assertEquals(0, space.taken());
    assertEquals(List.of(), left());
    assertEquals(1, failures.size());
  }

  @Test
  void fileThatCannotBeMadeIsNoRoom() throws IOException {
    UploadSpace space =
        new UploadSpace(() -> Files.createDirectory(folder.resolve("a")), 9, failures::add);
    assertEquals(507, assertThrows(ProblemException.class, space::newFile).status());
    assertEquals(1, failures.size());
    assertEquals(List.of(), left());
  }

  private static byte[] head(TestServer server, String length) {
    return (server.head("POST", CLASSIFY)
            + "Content-Type: %s\r\n%s\r\n\r\n".formatted(Multipart.TYPE, length))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void oneUploadTakesTheRoomOfAnother() throws Exception {
    byte[] wav = Wav.noise("hum", 1, 2);
    long room = 3L * wav.length / 2;
    UploadLimits limits = new UploadLimits(room, room, 2, 60, 0, room);
    try (TestServer server = TestServer.start(limits, AnalysisLimits.DEFAULT, JobLimits.DEFAULT);
        Socket slow = server.connect()) {
      byte[] body = new Multipart().file("a.wav", wav).bytes();
      slow.getOutputStream().write(head(server, "Content-Length: " + body.length));
      slow.getOutputStream().write(body, 0, body.length - 10);
      Until.holds(
          "the upload has begun",
          () -> metrics(server).matches("(?s).*\nauricle_uploads_bytes [1-9]\\d{4}.*"));
      Multipart other = new Multipart().file("b.wav", wav);
      HttpResponse<byte[]> refused = server.post(CLASSIFY, other);
      assertProblem(507, "INSUFFICIENT_STORAGE", refused);
      assertTrue(refused.headers().firstValue("Retry-After").isPresent());
      assertProblem(507, "INSUFFICIENT_STORAGE", server.post("/api/v1/jobs", other));
      slow.getOutputStream().write(body, body.length - 10, 10);
      assertTrue(TestServer.rest(slow).startsWith("HTTP/1.1 200 "));
      assertEquals(200, server.post(CLASSIFY, other).statusCode());
      assertTrue(metrics(server).contains("\nauricle_uploads_bytes 0\n"));
      assertEquals("", server.log());
    }
  }

  /** The folder of uploads is gone: as on a full disk, no file can be made. */
  @Test
  void brokenDiskIsNoFaultOfTheMusic() throws Exception {
    try (TestServer server = TestServer.start()) {
      server.breakUploads();
      Multipart body = new Multipart().file("b.wav", Wav.noise("hum", 1, 2));
      assertProblem(507, "INSUFFICIENT_STORAGE", server.post(CLASSIFY, body));
      assertProblem(503, "NOT_READY", server.get("/readyz"));
      assertTrue(metrics(server).contains("\nauricle_ready 0\n"));
      assertTrue(server.log().contains("an upload cannot be written"), server.log());
      assertFalse(server.log().contains("\tat "), server.log());
    }
  }

  private static String metrics(TestServer server) throws Exception {
    return new String(server.get("/metrics").body(), StandardCharsets.UTF_8);
  }
}
