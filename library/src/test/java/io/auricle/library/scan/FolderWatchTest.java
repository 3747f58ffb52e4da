package io.auricle.library.scan;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.work.FileAnswers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is news of a folder, and what is not. */
final class FolderWatchTest {
  @Test
  void soundInNewFoldersIsNewsAndTextsAreNot(@TempDir Path folder) throws Exception {
    try (FolderWatch watch =
        FolderWatch.of(List.of(folder), FileAnswers.within(30_000), 1_000, 60_000)) {
      assertTrue(watch.seesAll());
      Files.createDirectory(folder.resolve("album"));
      assertTrue(watch.await(false));
      Files.writeString(folder.resolve("album/a.mp3"), "x");
      assertTrue(watch.await(false));
      Files.move(folder.resolve("album/a.mp3"), folder.resolve("b.mp3"));
      assertTrue(watch.await(false));
      Files.delete(folder.resolve("b.mp3"));
      assertTrue(watch.await(false));

      Files.writeString(folder.resolve("list.m3u8"), "x");
      Files.writeString(folder.resolve("library.db-wal"), "x");
      Files.createDirectory(folder.resolve(".auricle-tag-1"));
      Files.writeString(folder.resolve(".auricle-tag-1/draft.mp3"), "x");
      Thread.currentThread().interrupt();
      assertThrows(InterruptedException.class, () -> watch.await(false));
      Thread waiting = Thread.currentThread();
      Thread later = new Thread(() -> interruptWhenWaiting(waiting));
      later.start();
      assertThrows(InterruptedException.class, () -> watch.await(false));
      later.join();
    }
  }

  /** Texts would have ended the wait before, after a second of quiet. */
  private static void interruptWhenWaiting(Thread thread) {
    try {
      Thread.sleep(3_000);
      thread.interrupt();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
