package io.auricle.library.scan;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import io.auricle.file.AudioExtension;
import io.auricle.work.FileAnswers;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Waits until files with sound below folders come, change, move or go. What the system cannot tell,
 * as of drives in a network or where it watches no more folders, is found by looking now and then.
 * Used by one thread.
 */
public final class FolderWatch implements AutoCloseable {
  /** Without news for so long folders are looked through anyway. */
  static final long LOOK_MILLIS = 600_000;

  /** The same where the system does not tell of all folders. */
  static final long BLIND_LOOK_MILLIS = 60_000;

  /** A file that is being copied changes all the time, so it is waited until nothing does. */
  private final long quietMillis;

  /** But no longer than this. */
  private final long mostMillis;

  private final WatchService service;
  private final FileAnswers answers;
  private final Map<WatchKey, Path> keys = new ConcurrentHashMap<>();
  private volatile boolean blind;

  private FolderWatch(
      WatchService service, FileAnswers answers, long quietMillis, long mostMillis) {
    this.service = service;
    this.answers = answers;
    this.quietMillis = quietMillis;
    this.mostMillis = mostMillis;
  }

  /** Begins to watch folders and what is in them; a file is watched by its folder. */
  public static FolderWatch of(List<Path> roots, FileAnswers answers) throws IOException {
    return of(roots, answers, 2_000, 60_000);
  }

  static FolderWatch of(List<Path> roots, FileAnswers answers, long quietMillis, long mostMillis)
      throws IOException {
    Path first = roots.get(0).toAbsolutePath();
    FolderWatch watch =
        new FolderWatch(first.getFileSystem().newWatchService(), answers, quietMillis, mostMillis);
    for (Path root : roots) {
      Path whole = root.toAbsolutePath().normalize();
      watch.asking(whole, () -> watch.addRoot(whole));
    }
    return watch;
  }

  /** Whether the system tells of all folders. */
  public boolean seesAll() {
    return !blind;
  }

  /** Of what does not answer no news comes. */
  private void asking(Path path, Runnable question) {
    try {
      answers.of(
          path,
          keys::size,
          () -> {
            question.run();
            return true;
          });
    } catch (IOException e) {
      blind = true;
    }
  }

  private void addRoot(Path root) {
    @Nullable Path parent = root.getParent();
    if (Files.isDirectory(root)) {
      add(root);
    } else if (parent != null) {
      addOne(parent);
    }
  }

  private void add(Path folder) {
    try {
      Files.walkFileTree(
          folder,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          Integer.MAX_VALUE,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes facts) {
              addOne(inner);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      blind = true;
    }
  }

  private void addOne(Path folder) {
    try {
      keys.put(folder.register(service, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY), folder);
    } catch (IOException e) {
      // There are as many watches as the system allows, or the folder is gone again.
      blind |= Files.isDirectory(folder);
    }
  }

  /**
   * Waits until something changed and then for quiet, or until it is time to look anyway.
   *
   * @param soon whether it is looked soon in any case
   * @return whether there was news
   * @throws InterruptedException if the thread is interrupted
   */
  public boolean await(boolean soon) throws InterruptedException {
    long begin = System.nanoTime();
    long look = blind || soon ? BLIND_LOOK_MILLIS : LOOK_MILLIS;
    boolean news = false;
    long first = 0;
    long last = 0;
    while (true) {
      long now = System.nanoTime();
      if (news && (millis(now - last) >= quietMillis || millis(now - first) >= mostMillis)) {
        return true;
      }
      if (!news && millis(now - begin) >= look) {
        return false;
      }
      long wait =
          news
              ? Math.min(quietMillis - millis(now - last), mostMillis - millis(now - first))
              : look - millis(now - begin);
      @Nullable WatchKey key = service.poll(Math.max(1, wait), TimeUnit.MILLISECONDS);
      if (key != null && take(key)) {
        last = System.nanoTime();
        first = news ? first : last;
        news = true;
      }
    }
  }

  private static long millis(long nanos) {
    return nanos / 1_000_000;
  }

  /** Whether one of its events is about sound, or of a folder. */
  private boolean take(WatchKey key) {
    boolean news = false;
    @Nullable Path folder = keys.get(key);
    for (WatchEvent<?> event : key.pollEvents()) {
      if (event.kind() == OVERFLOW) {
        news = true;
      } else if (folder != null && event.context() instanceof Path name) {
        Path path = folder.resolve(name);
        // What programs keep for themselves, tag's drafts among it, is hidden.
        boolean hidden = name.toString().startsWith(".");
        if (!hidden && isFolder(path)) {
          if (event.kind() == ENTRY_CREATE) {
            asking(path, () -> add(path));
            news = true;
          }
        } else if (!hidden) {
          // A folder that is gone cannot be told from a file without an ending.
          news |= AudioExtension.isAudio(path) || (event.kind() == ENTRY_DELETE && isBare(name));
        }
      }
    }
    if (!key.reset()) {
      keys.remove(key);
      news = true;
    }
    return news;
  }

  private boolean isFolder(Path path) {
    try {
      return answers.of(path, () -> Files.isDirectory(path));
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isBare(Path name) {
    return name.toString().indexOf('.') < 0;
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
