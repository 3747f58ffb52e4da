package io.auricle.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.folder.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

  /** A damage each: what is done to the folder {@code a-1} with its one file. */
  @SuppressWarnings("ImmutableEnumChecker") // lambdas without state
  enum Damage {
    EMPTY(file -> Files.writeString(file, "")),
    CUT(file -> Files.writeString(file, "cont")),
    LONGER(file -> Files.writeString(file, "content and more")),
    CHANGED(file -> Files.writeString(file, "CONTENT")),
    CHANGED_AT_THE_SAME_TIME(
        file -> {
          FileTime time = Files.getLastModifiedTime(file);
          Files.writeString(file, "CONTENT");
          Files.setLastModifiedTime(file, time);
        }),
    MISSING(Files::delete),
    NOT_EXECUTABLE(file -> assertTrue(file.toFile().setExecutable(false))),
    NO_MANIFEST(file -> Files.delete(file.resolveSibling(Manifest.NAME))),
    EMPTY_MANIFEST(file -> Files.writeString(file.resolveSibling(Manifest.NAME), "")),
    CUT_MANIFEST(
        file -> {
          Path manifest = file.resolveSibling(Manifest.NAME);
          byte[] whole = Files.readAllBytes(manifest);
          Files.write(manifest, Arrays.copyOf(whole, whole.length - 6));
        }),
    MANIFEST_WITH_NO_NAME(
        file -> {
          Path manifest = file.resolveSibling(Manifest.NAME);
          Files.writeString(manifest, Files.readString(manifest).replace("file", "fi\0e"));
        }),
    ENDLESS_MANIFEST(
        file -> {
          Path manifest = file.resolveSibling(Manifest.NAME);
          Files.delete(manifest);
          Files.createSymbolicLink(manifest, Path.of("/dev/zero"));
        }),
    HUGE_MANIFEST(
        file -> Files.writeString(file.resolveSibling(Manifest.NAME), "\n".repeat(9 << 20))),
    FOLDER_INSTEAD(
        file -> {
          Files.delete(file);
          Files.createDirectory(file);
        }),
    LINK_INSTEAD(
        file -> {
          Path copy = Files.copy(file, file.resolveSibling("copy"));
          Files.delete(file);
          Files.createSymbolicLink(file, copy);
        }),
    EMPTY_FOLDER(
        file -> {
          Files.delete(file);
          Files.delete(file.resolveSibling(Manifest.NAME));
        }),
    FILE_INSTEAD_OF_THE_FOLDER(
        file -> {
          FolderTree.remove(file.resolveSibling(""));
          Files.writeString(file.resolveSibling(""), "");
        });

    private final UserCache.Content doing;

    Damage(UserCache.Content doing) {
      this.doing = doing;
    }
  }

  @ParameterizedTest
  @EnumSource
  void damagedFolderIsWrittenAgain(Damage damage) throws IOException {
    Path file = folder("content").resolve("file");
    damage.doing.write(file);
    assertEquals("content", Files.readString(folder("content").resolve("file")));
    assertEquals(List.of(cache.resolve("a-1")), list());
    assertTrue(Manifest.isWhole(file.resolveSibling("")));
  }

  @Test
  void folderThatWasOnlyTouchedIsKept() throws IOException {
    Path file = folder("content").resolve("file");
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(7200)));
    assertEquals(file.resolveSibling(""), folder("other content"));
    assertEquals("content", Files.readString(file));
    String manifest = Files.readString(file.resolveSibling(Manifest.NAME));
    folder("other content");
    assertEquals(manifest, Files.readString(file.resolveSibling(Manifest.NAME)), "stamped once");
  }

  @Test
  void damageThatNoStampShowsIsFoundWhenTheFolderFails() throws IOException {
    Path file = folder("content").resolve("file");
    assertFalse(UserCache.removeDamaged(file.resolveSibling("")));
    Path manifest = file.resolveSibling(Manifest.NAME);
    String stamp = FileStamp.of(file);
    Files.writeString(file, "CONTENT");
    String text = Files.readString(manifest).replace(stamp, FileStamp.of(file));
    Files.writeString(manifest, text);
    assertEquals(file.resolveSibling(""), folder("content"));
    assertEquals("CONTENT", Files.readString(file), "its stamp is right");
    assertTrue(UserCache.removeDamaged(file.resolveSibling("")));
    assertEquals("content", Files.readString(folder("content").resolve("file")));
    assertEquals(List.of(cache.resolve("a-1")), list());
  }

  private static Path folder(String content) throws IOException {
    return UserCache.folder("a-1", folder -> Files.writeString(folder.resolve("file"), content));
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
