package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report and the plots of a run. */
final class ReportTest {
  @Test
  void plotsOfEachPartAreWritten(@TempDir Path folder) throws IOException {
    Path run = TinyModel.train(folder).resolveSibling("");
    Path plots = folder.resolve("plots");
    Files.delete(run.resolve("report.html"));
    Outcome outcome = Outcome.of("report", run, "--plots", plots);
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals(run.resolve("report.html").toString(), outcome.outLines().get(0));
    for (String name : List.of("confusion", "mistakes", "roc")) {
      for (String part : List.of("validation", "test")) {
        Path png = plots.resolve("folder-" + part).resolve(name + ".png");
        assertTrue(outcome.outLines().contains(png.toString()), outcome.out());
      }
    }
    for (String file : outcome.outLines()) {
      assertTrue(Files.size(Path.of(file)) > 0, file);
    }
    String mistakes = Files.readString(plots.resolve("folder-test/mistakes.svg"));
    assertTrue(mistakes.contains(">hiss, 2<"), mistakes);
  }

  @Test
  void whatIsNoRunIsSaid(@TempDir Path folder) {
    assertEquals(2, Outcome.of("report", folder.resolve("none")).code());
    Outcome empty = Outcome.of("report", folder);
    assertEquals(1, empty.code());
    assertTrue(empty.err().contains(folder.toString()), empty.err());
  }
}
