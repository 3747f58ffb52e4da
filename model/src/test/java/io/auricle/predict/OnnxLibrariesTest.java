package io.auricle.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.cache.UserCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  @AfterEach
  void forget() {
    System.clearProperty(OnnxLibraries.PROPERTY);
    System.clearProperty(UserCache.PROPERTY);
  }

  @Test
  void librariesAreUnpackedToTheCacheAndUsedFromThere() throws IOException {
    System.setProperty(UserCache.PROPERTY, cache.toString());
    OnnxLibraries.prepare();
    Path folder = Path.of(System.getProperty(OnnxLibraries.PROPERTY, "unset"));
    assertEquals(cache, folder.getParent());
    for (String name : List.of("onnxruntime", "onnxruntime4j_jni")) {
      assertTrue(Files.size(folder.resolve(System.mapLibraryName(name))) > 1000, name);
    }
    System.clearProperty(OnnxLibraries.PROPERTY);
    OnnxLibraries.prepare();
    try (Stream<Path> folders = Files.list(cache)) {
      assertEquals(List.of(folder), folders.toList());
    }
  }

  @Test
  void cacheThatCannotBeWrittenLeavesOnnxRuntimeItsOwnWay() throws IOException {
    Files.writeString(cache, "a file where the folder should be");
    System.setProperty(UserCache.PROPERTY, cache.toString());
    OnnxLibraries.prepare();
    assertNull(System.getProperty(OnnxLibraries.PROPERTY));
  }

  @Test
  void folderThatTheUserNamesIsKept() {
    System.setProperty(UserCache.PROPERTY, cache.toString());
    System.setProperty(OnnxLibraries.PROPERTY, "/opt/onnxruntime");
    OnnxLibraries.prepare();
    assertEquals("/opt/onnxruntime", System.getProperty(OnnxLibraries.PROPERTY));
    assertTrue(Files.notExists(cache));
  }
}
