package io.auricle.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each thing that is looked at, broken. */
final class DoctorChecksTest {
  @Test
  void littleMemoryIsNotedAndTooLittleIsAFault() {
    assertEquals(PartFinding.State.FAULT, MachineChecks.memory(16L << 20, 1L << 30).state());
    assertEquals(PartFinding.State.NOTE, MachineChecks.memory(64L << 20, 1L << 30).state());
    PartFinding usual = MachineChecks.memory(512L << 20, 2L << 30);
    assertEquals(PartFinding.State.OK, usual.state());
    assertEquals("512 MiB of heap, 2048 MiB in the machine", usual.message());
  }

  @Test
  void namesOfFilesInAsciiAloneAreNoted() {
    PartFinding finding = MachineChecks.system("ANSI_X3.4-1968");
    assertEquals(PartFinding.State.NOTE, finding.state());
    assertTrue(finding.advice().contains("LC_ALL=C.UTF-8"), finding.advice());
    assertEquals(PartFinding.State.OK, MachineChecks.system("UTF-8").state());
  }

  @Test
  void foldersThatCannotBeWrittenAreSaid(@TempDir Path folder) throws IOException {
    Path none = folder.resolve("none");
    assertEquals(PartFinding.State.FAULT, FolderChecks.temporary(none).state());
    assertEquals(PartFinding.State.NOTE, FolderChecks.work(none).state());
    assertEquals(PartFinding.State.NOTE, FolderChecks.data(Optional.empty()).state());
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    assertEquals(
        PartFinding.State.NOTE, FolderChecks.data(Optional.of(file.resolve("auricle"))).state());
    assertEquals(PartFinding.State.OK, FolderChecks.temporary(folder).state());
    assertEquals(PartFinding.State.OK, FolderChecks.data(Optional.of(none)).state());
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(file), left.toList(), "a probe stayed behind");
    }
  }

  @Test
  void pathOfTheWorkFolderStaysUnsaid(@TempDir Path folder) {
    PartFinding finding = FolderChecks.work(folder);
    assertFalse(finding.message().contains(folder.toString()), finding.message());
    assertEquals(Map.of(), finding.facts());
  }

  @Test
  void whateverACheckThrowsIsAFaultAndTheOthersGoOn() {
    Examination examination =
        Examination.of(
            List.of(
                new Check("broken", () -> PartChecks.sqlite(Path.of("no such folder"))),
                new Check(
                    "torn",
                    () -> {
                      throw new NoClassDefFoundError("io/auricle/Gone");
                    }),
                new Check("good", () -> PartFinding.ok("good", "fine"))),
            new Discretion("", ""));
    assertEquals(2, examination.count(PartFinding.State.FAULT));
    assertFalse(examination.healthy());
    assertTrue(examination.findings().get(1).message().contains("io/auricle/Gone"));
    assertEquals("fine", examination.findings().get(2).message());
  }

  @Test
  void homeAndUserAreLeftOut() {
    Discretion discretion = new Discretion("/home/anna", "anna");
    assertEquals(
        "~/.cache/auricle (no permission), /tmp/auricle-cache-USER and annahme by anna",
        discretion.of(
            "/home/anna/.cache/auricle (no permission), /tmp/auricle-cache-anna and annahme by"
                + " anna"));
    assertEquals("a/b", new Discretion("/", "").of("a/b"));
    assertEquals(
        Map.of("folder", "~\\auricle"),
        new Discretion("C:\\Users\\anna", "anna")
            .of(PartFinding.ok("x", "").with("folder", "C:\\Users\\anna\\auricle"))
            .facts());
  }
}
