package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.split.Part;
import io.auricle.split.Split;
import io.auricle.split.SplitFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables as spreadsheets and pandas write them, divided by their rows. */
final class SplitTableTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @Test
  void aTableWithoutFileNamesIsDividedByRowsWhereItMayLeak() throws Exception {
    StringBuilder rows = new StringBuilder(";tempo;x;label\n");
    for (int row = 0; row < 20; row++) {
      rows.append("%d;[12%d.5];1;%s\n".formatted(row, row % 10, row % 2 == 0 ? "blues" : "rock"));
    }
    Path table = Files.writeString(folder.resolve("table.csv"), rows);
    Path file = folder.resolve("rows.split");
    Outcome refused = Outcome.of("split", "make", "--table", table, "-o", file);
    assertEquals(1, refused.code());
    assertTrue(refused.err().contains("leaky random split"), refused.err());
    Outcome outcome = Outcome.of("split", "make", "--table", table, "--leaky-random", "-o", file);
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(outcome.err().contains("has no name"), outcome.err());
    Split split = SplitFile.read(file);
    assertTrue(split.leaky());
    assertEquals(16, Objects.requireNonNull(split.parts().get(Part.TRAIN)).size());
  }
}
