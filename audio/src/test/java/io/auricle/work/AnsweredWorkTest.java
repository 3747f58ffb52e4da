package io.auricle.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pipes into which nobody writes stand for files of a drive that is gone. */
@Timeout(180)
final class AnsweredWorkTest {
  /** Long enough for what answers, also on a machine on which much else runs. */
  private static final long MILLIS = 2_400;

  private static final FileAnswers ANSWERS = FileAnswers.within(MILLIS);

  private Path folder;

  @BeforeEach
  void folder(@TempDir Path temporary) {
    folder = temporary;
  }

  private Path silent(String name) throws Exception {
    Path pipe = folder.resolve(name);
    Files.createDirectories(pipe.getParent());
    try {
      assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    } catch (IOException e) {
      assumeTrue(false, "no pipes here");
    }
    return pipe;
  }

  private static long bytes(Path file) {
    try {
      return Files.readAllBytes(file).length;
    } catch (IOException e) {
      return -1;
    }
  }

  /** More of them than there are threads, and in front of those that answer. */
  @Test
  void silentFilesAreLeftAndAllOthersGoOn() throws Exception {
    List<Path> files = new ArrayList<>();
    List<Path> silent = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      silent.add(silent("silent-" + i));
      files.add(silent.get(i));
    }
    for (int i = 0; i < 40; i++) {
      files.add(Files.write(folder.resolve("file-" + i), new byte[i]));
    }
    List<Path> left = new ArrayList<>();
    List<Long> sizes = new ArrayList<>();
    AnsweredWork<Path> work =
        new AnsweredWork<>(
            ANSWERS,
            path -> path,
            (path, where) -> {
              assertEquals(path, where);
              left.add(path);
            });
    work.run(files, 2, AnsweredWorkTest::bytes, sizes::add);
    assertEquals(silent, left);
    assertEquals(40, sizes.size());
    assertEquals(39L, sizes.get(39));

    // Once known they are not asked again, until somebody answers.
    left.clear();
    AtomicInteger asked = new AtomicInteger();
    work.run(silent, 2, path -> (long) asked.incrementAndGet(), sizes::add);
    assertEquals(silent, left);
    assertEquals(0, asked.get());
    for (Path pipe : silent) {
      while (ANSWERS.silence(pipe).isPresent()) {
        // Whoever waits to read is answered by the end of what this writes.
        Files.newByteChannel(pipe, StandardOpenOption.READ, StandardOpenOption.WRITE).close();
      }
    }
    assertTrue(ANSWERS.silence(silent.get(0)).isEmpty());
  }

  /** A task may take as long as it likes while its file gives a byte. */
  @Test
  void slowWorkIsNoSilence() throws Exception {
    Path file = Files.write(folder.resolve("file"), new byte[7]);
    List<Long> sizes = new ArrayList<>();
    new AnsweredWork<Path>(ANSWERS, path -> path, (path, where) -> sizes.add(-1L))
        .run(
            List.of(file),
            1,
            path -> {
              await(MILLIS + 1_000);
              return bytes(path);
            },
            sizes::add);
    assertEquals(List.of(7L), sizes);
  }

  private static void await(long millis) {
    try {
      assertFalse(new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anInterruptEndsItAtOnce() throws Exception {
    List<Path> files = List.of(silent("silent"));
    FileAnswers patient = FileAnswers.within(30_000);
    Thread.currentThread().interrupt();
    assertThrows(
        InterruptedException.class,
        () ->
            new AnsweredWork<Path>(patient, path -> path, (path, where) -> {})
                .run(files, 1, AnsweredWorkTest::bytes, size -> {}));
    Thread.currentThread().interrupt();
    assertThrows(
        CancellationException.class, () -> patient.of(files.get(0), () -> bytes(files.get(0))));
    assertTrue(Thread.interrupted());
  }

  @Test
  void whatAnswersInPartsIsWaitedFor() throws Exception {
    List<Integer> parts = Collections.synchronizedList(new ArrayList<>());
    int all =
        ANSWERS.of(
            folder,
            parts::size,
            () -> {
              for (int i = 0; i < 5; i++) {
                parts.add(i);
                await(MILLIS / 4);
              }
              return parts.size();
            });
    assertEquals(5, all);
    NoAnswerException e =
        assertThrows(
            NoAnswerException.class,
            () ->
                ANSWERS.of(
                    folder,
                    parts::size,
                    () -> {
                      await(100 * MILLIS);
                      return 0;
                    }));
    assertEquals(folder, e.path());
    // It was an entry that did not answer, not the folder.
    assertTrue(ANSWERS.isThereSoon(folder));
  }

  @Test
  void faultsAreThoseOfTheQuestion() {
    Path none = folder.resolve("none");
    assertThrows(NoSuchFileException.class, () -> ANSWERS.of(none, () -> Files.size(none)));
    assertTrue(ANSWERS.isThereSoon(none));
    assertThrows(
        IllegalStateException.class,
        () ->
            ANSWERS.of(
                none,
                () -> {
                  throw new IllegalStateException("a fault");
                }));
  }
}
