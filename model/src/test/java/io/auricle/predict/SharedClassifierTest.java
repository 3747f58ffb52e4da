package io.auricle.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.auricle.audio.DecodeException;
import io.auricle.audio.ErrorCode;
import io.auricle.audio.decode.AudioFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One classifier, asked in every way and by many threads at once, says the same. */
final class SharedClassifierTest {
  private static final Path JAZZ = Path.of("../samples/jazz.wav");
  private static final Path BLUES = Path.of("../samples/blues.mp3");

  private static Classifier genre;
  private static TrackPrediction jazz;
  private static TrackPrediction blues;

  @BeforeAll
  static void hear() throws IOException, DecodeException {
    genre = Classifiers.load("genre");
    jazz = genre.predict(JAZZ);
    blues = genre.predict(BLUES);
  }

  @AfterAll
  static void close() {
    genre.close();
  }

  @Test
  void streamOfBytesIsHeardAsItsFile() throws Exception {
    for (Path file : List.of(JAZZ, BLUES)) {
      try (InputStream in = Files.newInputStream(file)) {
        assertEquals(file.equals(JAZZ) ? jazz : blues, genre.predict(in, "upload"));
      }
    }
    DecodeException e =
        assertThrows(
            DecodeException.class,
            () -> genre.predict(new ByteArrayInputStream(new byte[0]), "upload 7"));
    assertEquals("upload 7: is an empty stream", e.getMessage());
  }

  @Test
  void samplesOfAnyRateAreHeardAsTheirFile() throws Exception {
    float[] samples = AudioFiles.loadAtOwnRate(JAZZ).toArray();
    int rate = AudioFiles.loadAtOwnRate(JAZZ).sampleRateHz();
    assertEquals(jazz, genre.predict(samples, rate));
    DecodeException few =
        assertThrows(DecodeException.class, () -> genre.predict(new float[8000], 16_000));
    assertEquals(ErrorCode.TOO_SHORT, few.code());
    DecodeException silent =
        assertThrows(DecodeException.class, () -> genre.predict(new float[80_000], 16_000));
    assertEquals(ErrorCode.EMPTY, silent.code());
    assertTrue(String.valueOf(silent.getMessage()).startsWith("samples: "), silent.getMessage());
  }

  @Test
  void moreThreadsThanThereCanBeAreNoFault() {
    List<TrackResult> results = new ArrayList<>();
    genre.predict(List.of(JAZZ), Integer.MAX_VALUE, results::add);
    assertEquals(List.of(TrackResult.of(JAZZ, jazz)), results);
  }

  @Test
  void manyFilesComeInOrderWithFaultsBesideThem() throws Exception {
    Path missing = Path.of("no-such-file.mp3");
    List<TrackResult> results = genre.predict(List.of(JAZZ, missing, BLUES, JAZZ));
    assertEquals(
        List.of(JAZZ, missing, BLUES, JAZZ), results.stream().map(TrackResult::file).toList());
    assertEquals(jazz, results.get(0).get());
    assertEquals(blues, results.get(2).get());
    assertEquals(jazz, results.get(3).get());
    assertEquals(ErrorCode.NOT_FOUND, results.get(1).fault().orElseThrow().code());
    assertThrows(DecodeException.class, () -> results.get(1).get());
    assertEquals(List.of(), genre.predict(List.of()));
  }

  @Test
  void whatTheTakerThrowsEndsTheBatch() {
    List<TrackResult> taken = new ArrayList<>();
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class,
            () ->
                genre.predict(
                    Collections.nCopies(50, JAZZ),
                    2,
                    result -> {
                      taken.add(result);
                      throw new IllegalStateException("full");
                    }));
    assertEquals("full", e.getMessage());
    assertEquals(1, taken.size());
    assertThrows(IllegalArgumentException.class, () -> genre.predict(List.of(JAZZ), 0, taken::add));
  }

  @Test
  @Timeout(120)
  void interruptedBatchEndsWithNothingUnderWay(@TempDir Path temporary) throws Exception {
    ConstantModels models = new ConstantModels(temporary);
    try (Classifier endless = Classifiers.load(models.endless("endless", false))) {
      CompletableFuture<Throwable> thrown = new CompletableFuture<>();
      CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
      Thread thread =
          new Thread(
              () -> {
                try {
                  endless.predict(List.of(JAZZ, BLUES, JAZZ));
                  thrown.complete(new AssertionError("it ended"));
                } catch (RuntimeException e) {
                  thrown.complete(e);
                }
                interrupted.complete(Thread.currentThread().isInterrupted());
              });
      thread.start();
      while (workers().isEmpty()) {
        Thread.sleep(10);
      }
      thread.interrupt();
      assertInstanceOf(CancellationException.class, thrown.get(60, TimeUnit.SECONDS));
      assertTrue(interrupted.get(60, TimeUnit.SECONDS));
      // A thread lives a moment longer than its work.
      while (!workers().isEmpty()) {
        Thread.sleep(10);
      }
    }
  }

  private static List<String> workers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .map(Thread::getName)
        .filter("auricle-batch"::equals)
        .toList();
  }

  @Test
  void closedClassifierRefusesAllDoors(@TempDir Path temporary) throws Exception {
    Classifier closed =
        Classifiers.load(new ConstantModels(temporary).single("s", 2, 4, 0.7f, 0.3f));
    closed.close();
    assertThrows(IllegalStateException.class, () -> closed.predict(new float[40_000], 22_050));
    assertThrows(
        IllegalStateException.class,
        () -> closed.predict(new ByteArrayInputStream(new byte[1]), "a"));
    assertThrows(IllegalStateException.class, () -> closed.predict(List.of(JAZZ)));
  }

  @Test
  void manyThreadsHearTheSame() throws Exception {
    assertAllTheSame(Executors.newFixedThreadPool(12), 12);
  }

  /** On JDK 21 and newer; since JDK 24 nothing of a prediction holds a carrier while it waits. */
  @Test
  void virtualThreadsHearTheSame(@TempDir Path folder) throws Exception {
    assumeTrue(Runtime.version().feature() >= 21, "virtual threads came with JDK 21");
    ExecutorService virtual =
        (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    Path record = folder.resolve("pinned.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.VirtualThreadPinned").withThreshold(Duration.ZERO);
      recording.start();
      assertAllTheSame(virtual, 24);
      recording.stop();
      recording.dump(record);
    }
    if (Runtime.version().feature() >= 24) {
      assertEquals(List.of(), RecordingFile.readAllEvents(record));
    }
  }

  private static void assertAllTheSame(ExecutorService executor, int tasks) throws Exception {
    try {
      List<Future<TrackPrediction>> heard = new ArrayList<>();
      for (int i = 0; i < tasks; i++) {
        Path file = i % 2 == 0 ? JAZZ : BLUES;
        heard.add(executor.submit(() -> genre.predict(file)));
      }
      for (int i = 0; i < tasks; i++) {
        assertEquals(i % 2 == 0 ? jazz : blues, heard.get(i).get());
      }
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void embeddingsOfTheSameNetworkCompare() {
    TrackEmbedding one = jazz.embedding().orElseThrow();
    TrackEmbedding other = blues.embedding().orElseThrow();
    assertEquals(1, one.similarity(one), 1e-9);
    assertEquals(one.similarity(other), other.similarity(one));
    assertTrue(one.similarity(other) < 0.999, "similarity " + one.similarity(other));
    assertEquals(one.values().size(), one.toArray().length);
    assertEquals(one.values().get(3), one.toArray()[3], 1e-6);
    TrackEmbedding strange = new TrackEmbedding("other", "1", List.of(1.0));
    assertThrows(IllegalArgumentException.class, () -> one.similarity(strange));
    TrackEmbedding axis = new TrackEmbedding("m", "1", List.of(3.0, 0.0));
    assertEquals(0.6, axis.similarity(new TrackEmbedding("m", "1", List.of(3.0, 4.0))), 1e-12);
  }
}
