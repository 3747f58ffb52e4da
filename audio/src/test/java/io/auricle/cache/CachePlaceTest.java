package io.auricle.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CachePlaceTest {
  private final Path folder;
  private final Path home;
  private final Path temporary;

  CachePlaceTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.home = Files.createDirectory(folder.resolve("home"));
    this.temporary = Files.createDirectory(folder.resolve("tmp"));
  }

  @Test
  void variableThenHomesThenTemporaryFiles() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    Map<String, String> environment =
        Map.of("XDG_CACHE_HOME", folder.resolve("xdg").toString(), "HOME", home.toString());
    assertEquals(
        List.of(
            folder.resolve("xdg/auricle"),
            home.resolve(".cache/auricle"),
            other.resolve(".cache/auricle"),
            temporary.resolve("auricle-cache")),
        folders(environment, Map.of("user.home", other.toString())));
  }

  @Test
  void homesThatAreNoneDoNotCount() {
    for (String none : List.of("", "?", "nowhere", "/nonexistent/anywhere", "\0")) {
      assertEquals(
          List.of(temporary.resolve("auricle-cache")),
          folders(
              Map.of("HOME", none, "XDG_CACHE_HOME", none.startsWith("/") ? "" : none),
              Map.of("user.home", none)),
          none);
    }
  }

  @Test
  void folderThatIsNamedIsTheOnlyOne() {
    assertEquals(
        List.of(Path.of("named")),
        folders(Map.of("HOME", home.toString()), Map.of(UserCache.PROPERTY, "named")));
  }

  @Test
  void folderAmongTemporaryFilesIsTheUsersAlone() throws IOException {
    Path opened = shared().open();
    assertEquals(temporary, opened.getParent());
    assertTrue(opened.getFileName().toString().startsWith("auricle-cache-"));
    assertEquals(
        PosixFilePermissions.fromString("rwx------"), Files.getPosixFilePermissions(opened));
    Files.writeString(opened.resolve("file"), "x");
    assertEquals(opened, shared().open());
    try (var entries = Files.list(temporary)) {
      assertEquals(List.of(opened), entries.toList());
    }
  }

  @Test
  void folderAmongTemporaryFilesThatAnotherMadeIsRefused() throws IOException {
    Path opened = shared().open();
    Files.setPosixFilePermissions(opened, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThrows(IOException.class, () -> shared().open());
    Files.delete(opened);
    Files.createSymbolicLink(opened, home);
    assertThrows(IOException.class, () -> shared().open());
    assertTrue(Files.isSymbolicLink(opened));
    Files.delete(opened);
    Files.createSymbolicLink(opened, folder.resolve("nowhere"));
    assertThrows(IOException.class, () -> shared().open());
    assertTrue(Files.exists(opened, LinkOption.NOFOLLOW_LINKS));
  }

  private CachePlace shared() {
    return places(Map.of(), Map.of()).get(0);
  }

  private List<Path> folders(Map<String, String> environment, Map<String, String> properties) {
    return places(environment, properties).stream().map(CachePlace::folder).toList();
  }

  private List<CachePlace> places(Map<String, String> environment, Map<String, String> properties) {
    return CachePlace.of(
        environment::get,
        name -> name.equals("java.io.tmpdir") ? temporary.toString() : properties.get(name));
  }
}
