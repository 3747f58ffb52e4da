package io.auricle.neural.torch;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the engine has to be held back; that it is right then, the golden networks show. */
final class HiddenCachesTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path root;

  @Test
  void anAmdProcessorWithoutCaches() throws IOException {
    processor("AuthenticAMD");
    assertTrue(HiddenCaches.areHere(root));
  }

  @Test
  void theSameWithCaches() throws IOException {
    processor("AuthenticAMD");
    Files.createDirectories(root.resolve("sys/devices/system/cpu/cpu0/cache/index0"));
    assertFalse(HiddenCaches.areHere(root));
  }

  @Test
  void otherProcessorsSayItInAnotherWay() throws IOException {
    processor("GenuineIntel");
    assertFalse(HiddenCaches.areHere(root));
  }

  @Test
  void whatTheUserHasSetStays() throws IOException {
    processor("AuthenticAMD");
    assertTrue(HiddenCaches.areAvoided(Map.of(), root));
    assertFalse(HiddenCaches.areAvoided(Map.of("ONEDNN_MAX_CPU_ISA", "AVX2"), root));
    assertFalse(HiddenCaches.areAvoided(Map.of("DNNL_MAX_CPU_ISA", "AVX2"), root));
  }

  @Test
  void otherSystems() {
    assertFalse(HiddenCaches.areHere(root));
  }

  private void processor(String vendor) throws IOException {
    Files.writeString(
        Files.createDirectories(root.resolve("proc")).resolve("cpuinfo"),
        "processor\t: 0\nvendor_id\t: %s\ncache size\t: 1024 KB\n".formatted(vendor));
  }
}
