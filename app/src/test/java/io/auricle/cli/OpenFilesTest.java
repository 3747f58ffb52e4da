package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OpenFilesTest {
  private final Path folder;

  OpenFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource({"64, true", "159, true", "160, false", "1048576, false", "unlimited, false"})
  void tooFewAreSaid(String allowed, boolean fault) throws Exception {
    Path limits = folder.resolve("limits");
    Files.writeString(
        limits,
        "Limit                     Soft Limit           Hard Limit           Units\n"
            + "Max processes             7                    7                    processes\n"
            + "Max open files            "
            + allowed
            + "                   9000       files\n");
    Optional<String> expected =
        Optional.of(
            "at most " + allowed + " files may be open at once; 160 are needed (ulimit -n 160)");
    assertEquals(fault ? expected : Optional.empty(), OpenFiles.fault(limits));
  }

  @Test
  void whoCannotKnowSaysNothing() {
    assertEquals(Optional.empty(), OpenFiles.fault(folder.resolve("none")));
  }
}
