package io.auricle.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.auricle.label.Label;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetCheckTest {
  private final Dataset dataset = Datasets.named("folder");
  private final Path root;

  DatasetCheckTest(@TempDir Path root) {
    this.root = root;
  }

  @BeforeEach
  void makeSoundTrack() throws Exception {
    TinyTree.wav(root.resolve("jazz/a.wav"), 1);
  }

  @Test
  void copyUnderAnotherLabelIsADuplicateAndSaysSo() throws Exception {
    TinyTree.wav(root.resolve("rock/b.wav"), 1);
    Finding duplicate = onlyFinding(Probe.NONE);
    assertEquals(Fault.DUPLICATE, duplicate.fault());
    assertEquals(
        "the same content as jazz/a.wav, but labelled [rock] there [jazz]", duplicate.note());
  }

  @Test
  void emptyFileAndTextAreCorruptByTheirHeaders() throws Exception {
    Files.createFile(root.resolve("jazz/empty.wav"));
    Files.writeString(root.resolve("jazz/text.flac"), "<html>not found</html>");
    CheckReport report =
        new DatasetCheck(Probe.NONE).check(dataset, root, dataset.card().target(null));
    assertEquals(
        "[jazz/empty.wav: the file is empty,"
            + " jazz/text.flac: the first bytes are not those of a .flac file]",
        report.findings(Fault.CORRUPT).stream()
            .map(f -> f.name() + ": " + f.note())
            .toList()
            .toString());
    assertEquals(Map.of(new Label("jazz"), 1), report.labelCounts());
  }

  @Test
  void probeIsAskedAfterTheHeader() throws Exception {
    Finding corrupt = onlyFinding(file -> Optional.of("ends after 2 s"));
    assertEquals(Fault.CORRUPT, corrupt.fault());
    assertEquals("ends after 2 s", corrupt.note());
  }

  @Test
  void tableNamesCountsAndFindings() throws Exception {
    TinyTree.wav(root.resolve("rock/b.wav"), 1);
    String table =
        new DatasetCheck(Probe.NONE).check(dataset, root, dataset.card().target(null)).toTable();
    assertTrue(table.contains("  usable               1"), table);
    assertTrue(table.contains("  duplicate            1"), table);
    assertTrue(table.contains("  rock/b.wav: the same content as jazz/a.wav"), table);
  }

  @Test
  void realDataIsAsItsDescriptionSays() throws Exception {
    String data = System.getProperty("auricle.data");
    assumeTrue(data != null, "give -Dauricle.data=DIR to check real data");
    assertEquals(176, sound("gtzan", Path.of(String.valueOf(data), "gtzan-audio")));
    assertEquals(325, sound("emotify", Path.of(String.valueOf(data), "emotify")));
    assertEquals(143, sound("mood4q", Path.of(String.valueOf(data), "mood4q")));
  }

  private static int sound(String name, Path root) throws DatasetException {
    return new DatasetCheck(Probe.NONE)
        .check(Datasets.named(name), root, Datasets.named(name).card().target(null))
        .soundCount();
  }

  private Finding onlyFinding(Probe probe) throws DatasetException {
    CheckReport report = new DatasetCheck(probe).check(dataset, root, dataset.card().target(null));
    assertEquals(1, report.findings().size(), report.toTable());
    return report.findings().get(0);
  }
}
