package io.auricle.predict.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.cache.UserCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OnnxLibrariesTest {
  private final Path cache;

  OnnxLibrariesTest(@TempDir Path temporary) {
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
  void librariesAreUnpackedToTheCacheAndAgainIfDamaged() throws IOException {
    Path folder = OnnxLibraries.folder().orElseThrow();
    assertEquals(cache, folder.getParent());
    for (String name : OnnxLibraries.NAMES) {
      Path library = folder.resolve(System.mapLibraryName(name));
      long size = Files.size(library);
      assertTrue(size > 1000, name);
      // Mapped as it is, such a library ends the JVM with SIGBUS.
      Files.write(library, new byte[1000]);
      assertEquals(folder, OnnxLibraries.folder().orElseThrow());
      assertEquals(size, Files.size(library), name);
    }
    try (Stream<Path> folders = Files.list(cache)) {
      assertEquals(1, folders.count());
    }
  }

  @Test
  void cacheThatCannotBeWrittenIsSaid() throws IOException {
    Files.writeString(cache, "a file where the folder should be");
    var thrown = assertThrows(IOException.class, OnnxLibraries::folder);
    assertTrue(thrown.toString().contains("-Dauricle.cache"), thrown.toString());
  }
}
