package io.auricle.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UserCacheTest {
  private final Path cache;

  UserCacheTest(@TempDir Path temporary) {
    this.cache = temporary.resolve("cache");
  }

  @BeforeEach
  void useAnotherCache() {
    System.setProperty(UserCache.PROPERTY, cache.toString());
  }

  @AfterEach
  void useTheUsersCache() {
    System.clearProperty(UserCache.PROPERTY);
  }

  @Test
  void contentIsWrittenOnce() throws IOException {
    List<Path> written = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      UserCache.folder(
          "a-1",
          folder -> {
            written.add(folder);
            Files.writeString(folder.resolve("file"), "content");
          });
    }
    assertEquals(1, written.size());
    assertEquals("content", Files.readString(cache.resolve("a-1").resolve("file")));
    assertEquals(List.of(cache.resolve("a-1")), list());
  }

  @Test
  void failedContentLeavesNothing() throws IOException {
    assertThrows(
        IOException.class,
        () ->
            UserCache.folder(
                "a-1",
                folder -> {
                  Files.writeString(folder.resolve("file"), "half");
                  throw new IOException("disk full");
                }));
    assertEquals(List.of(), list());
  }

  @Test
  void firstOfManyAtOnceWins() throws Exception {
    int count = 4;
    CyclicBarrier barrier = new CyclicBarrier(count);
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      List<Callable<Path>> tasks = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        tasks.add(
            () ->
                UserCache.folder(
                    "a-1",
                    folder -> {
                      Files.writeString(folder.resolve("file"), "content");
                      await(barrier);
                    }));
      }
      for (Future<Path> result : threads.invokeAll(tasks)) {
        assertEquals("content", Files.readString(result.get().resolve("file")));
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(List.of(cache.resolve("a-1")), list());
  }

  @Test
  void whatKilledProcessesLeftIsRemoved() throws IOException {
    Path old = Files.createDirectories(cache.resolve("part-old"));
    Files.writeString(old.resolve("file"), "half");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(7200)));
    Path fresh = Files.createDirectories(cache.resolve("part-fresh"));
    UserCache.folder("a-1", folder -> {});
    assertEquals(List.of(cache.resolve("a-1"), fresh), list());
  }

  @Test
  void cacheThatCannotBeMadeIsNamed() throws IOException {
    Files.writeString(cache, "a file where the folder should be");
    IOException thrown =
        assertThrows(IOException.class, () -> UserCache.folder("a-1", folder -> {}));
    assertTrue(
        String.valueOf(thrown.getMessage()).contains("-Dauricle.cache"), thrown.getMessage());
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Path> list() throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return files.sorted().toList();
    }
  }
}
