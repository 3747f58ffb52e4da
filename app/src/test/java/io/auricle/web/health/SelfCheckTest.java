package io.auricle.web.health;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.auricle.web.Multipart;
import io.auricle.web.TestServer;
import io.auricle.web.upload.UploadSpace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a server notices that it cannot work, and that it can again. */
final class SelfCheckTest {
  private Path folder;
  private final StringWriter log = new StringWriter();

  @BeforeEach
  void folder(@TempDir Path temporary) {
    folder = temporary;
  }

  private SelfCheck check(UploadSpace.NewFile files) {
    return new SelfCheck(files, new FaultLog(new PrintWriter(log)));
  }

  @Test
  void soundServerIsReadyAndLeavesNothing() throws Exception {
    try (SelfCheck check = check(() -> Files.createTempFile(folder, "", ""))) {
      assertEquals(Optional.empty(), check.fault());
      assertTrue(check.isReady());
    }
    assertEquals("", log.toString());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(), files.toList());
    }
  }

  @Test
  void faultIsFoundAndForgottenWhenItIsGone() throws Exception {
    AtomicBoolean broken = new AtomicBoolean();
    UploadSpace.NewFile files =
        () -> {
          if (broken.get()) {
            throw new IOException("No space left on device");
          }
          return Files.createTempFile(folder, "", "");
        };
    try (SelfCheck check = check(files)) {
      assertEquals(Optional.empty(), check.fault());
      broken.set(true);
      assertEquals(Optional.empty(), check.fault(), "nobody doubted it");
      check.doubt();
      assertEquals(Optional.of("uploads cannot be stored"), check.fault());
      assertFalse(check.isReady());
      assertTrue(log.toString().contains("No space left on device"), log.toString());
      broken.set(false);
      check.doubt();
      assertEquals(Optional.empty(), check.fault());
      assertTrue(check.isReady());
    }
  }

  /** A file that is no sound stands for a decoder that makes none of a sound. */
  @Test
  void decoderThatGivesNothingIsAFault() throws Exception {
    Path nothing = Path.of("/dev/null");
    assumeTrue(Files.exists(nothing), "needs /dev/null");
    UploadSpace.NewFile files = () -> Files.createSymbolicLink(folder.resolve("a"), nothing);
    try (SelfCheck check = check(files)) {
      assertEquals(Optional.of("sound cannot be decoded"), check.fault());
    }
  }

  /** As when its file was damaged while the server ran: nobody's music is to blame. */
  @Test
  void brokenFfmpegIsAFaultOfTheServer() throws Exception {
    Path script = Files.writeString(folder.resolve("ffmpeg"), "#!/bin/sh\nexit 127\n");
    assumeTrue(script.toFile().setExecutable(true), "needs executable scripts");
    Multipart body =
        new Multipart().file("a.mp3", Files.readAllBytes(Path.of("../samples/metal.mp3")));
    try (TestServer server = TestServer.start()) {
      System.setProperty("auricle.ffmpeg", script.toString());
      HttpResponse<byte[]> answer = server.post("/api/v1/classify", body);
      TestServer.assertProblem(500, "INTERNAL", answer);
      assertFalse(new String(answer.body(), UTF_8).contains("127"), "clients learn no details");
      HttpResponse<byte[]> ready = server.get("/readyz");
      TestServer.assertProblem(503, "NOT_READY", ready);
      assertTrue(ready.headers().firstValue("Retry-After").isPresent());
      assertEquals(200, server.get("/healthz").statusCode(), "it lives");
      assertTrue(server.log().contains("not ready: sound cannot be decoded"), server.log());
      assertFalse(server.log().contains("\tat "), server.log());
    } finally {
      System.clearProperty("auricle.ffmpeg");
    }
  }
}
