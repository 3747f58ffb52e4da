package io.auricle.web.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.cache.UserCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UploadFolderTest {
  private final Path folder;
  private final Path temporary;

  UploadFolderTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.temporary = Files.createDirectory(folder.resolve("tmp"));
  }

  @AfterEach
  void useTheUsersCache() {
    System.clearProperty(UserCache.PROPERTY);
  }

  @Test
  void twoServersHaveTheirOwnAndLeaveNothing() throws IOException {
    try (UploadFolder first = UploadFolder.open(temporary);
        UploadFolder second = UploadFolder.open(temporary)) {
      assertTrue(Files.exists(first.newFile()));
      assertTrue(Files.exists(second.newFile()));
    }
    assertEquals(List.of(), list(temporary));
  }

  @Test
  void strangersFilesBehindALinkStay() throws IOException {
    Path victim = Files.createDirectory(folder.resolve("victim"));
    Files.writeString(victim.resolve("precious.txt"), "precious");
    Files.createFile(victim.resolve("lock"));
    Path evil = Files.createSymbolicLink(temporary.resolve("auricle-serve-evil"), victim);
    UploadFolder.open(temporary).close();
    assertEquals(List.of(victim.resolve("lock"), victim.resolve("precious.txt")), list(victim));
    assertEquals(List.of(evil), list(temporary));
  }

  @Test
  void ownFilesThatOnlyLookLikeAServersStay() throws IOException {
    Path mine = Files.createDirectory(temporary.resolve("auricle-serve-notes"));
    Files.createFile(mine.resolve("lock"));
    Files.writeString(mine.resolve("notes.txt"), "precious");
    UploadFolder.open(temporary).close();
    assertEquals(List.of(mine.resolve("lock"), mine.resolve("notes.txt")), list(mine));
  }

  @Test
  void temporaryFolderThatIsNoneIsReplacedByTheCache() throws IOException {
    System.setProperty(UserCache.PROPERTY, folder.resolve("cache").toString());
    try (UploadFolder uploads = UploadFolder.open(folder.resolve("nowhere"))) {
      assertTrue(uploads.newFile().startsWith(folder.resolve("cache")));
    }
    assertEquals(List.of(), list(folder.resolve("cache")));
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }
}
