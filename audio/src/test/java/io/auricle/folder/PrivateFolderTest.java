package io.auricle.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrivateFolderTest {
  private static final String KIND = "kind-";

  private final Path parent;

  PrivateFolderTest(@TempDir Path parent) {
    this.parent = parent;
  }

  @Test
  void folderIsTheOwnersAloneAndGoesWithAllThatIsInIt() throws IOException {
    try (PrivateFolder folder = PrivateFolder.open(parent, KIND)) {
      assertEquals(
          PosixFilePermissions.fromString("rwx------"),
          Files.getPosixFilePermissions(folder.path()));
      Files.writeString(Files.createDirectory(folder.path().resolve("a")).resolve("b"), "x");
    }
    assertEquals(List.of(), list());
  }

  @Test
  void whatAKilledProcessLeftIsRemovedAndWhatALivingOneHasIsNot() throws Exception {
    Process other = startOther();
    Path left = list().get(0);
    Files.writeString(left.resolve("upload"), "x");
    try (PrivateFolder mine = PrivateFolder.open(parent, KIND)) {
      assertTrue(Files.exists(left), "another process works in it");
      other.destroyForcibly().waitFor();
      try (PrivateFolder second = PrivateFolder.open(parent, KIND)) {
        assertTrue(Files.notExists(left), "its process is gone");
        assertTrue(Files.exists(mine.path()) && Files.exists(second.path()));
      }
    }
    assertEquals(List.of(), list());
  }

  /** The lock of a process must not be lost when it makes another folder. */
  @Test
  void secondFolderOfAProcessLeavesTheFirstLocked() throws Exception {
    Process other = startOther("twice");
    try {
      List<Path> others = list();
      assertEquals(2, others.size());
      PrivateFolder.open(parent, KIND).close();
      assertEquals(others, list());
    } finally {
      other.destroyForcibly().waitFor();
    }
  }

  /** Each is what a stranger could put there to have something removed. */
  @Test
  void whatIsNotOursStays() throws IOException {
    Path victim = Files.createDirectory(parent.resolve("victim"));
    Files.writeString(victim.resolve("precious.txt"), "precious");
    Files.writeString(victim.resolve("lock"), "");
    Files.createSymbolicLink(parent.resolve(KIND + "link"), victim);
    Path unmarked = Files.createTempDirectory(parent, KIND);
    Files.writeString(unmarked.resolve("precious.txt"), "precious");
    Files.writeString(unmarked.resolve("lock"), "");
    Path open = Files.createTempDirectory(parent, KIND);
    Files.write(open.resolve("lock"), mark());
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path linkedLock = Files.createTempDirectory(parent, KIND);
    Path elsewhere = Files.write(parent.resolve("elsewhere"), mark());
    Files.createSymbolicLink(linkedLock.resolve("lock"), elsewhere);
    Path unlocked = Files.createTempDirectory(parent, KIND);
    Files.writeString(unlocked.resolve("precious.txt"), "precious");
    List<Path> before = list();
    PrivateFolder.open(parent, KIND).close();
    assertEquals(before, list());
    assertEquals("precious", Files.readString(victim.resolve("precious.txt")));
    assertTrue(Files.exists(victim.resolve("lock"), LinkOption.NOFOLLOW_LINKS));
    assertTrue(Files.exists(unmarked.resolve("precious.txt")));
  }

  private byte[] mark() throws IOException {
    try (PrivateFolder folder = PrivateFolder.open(parent, "other-")) {
      return Files.readAllBytes(folder.path().resolve("lock"));
    }
  }

  private Process startOther(String... arguments) throws IOException {
    Process process =
        new ProcessBuilder(command(arguments))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertEquals("ready", process.inputReader().readLine());
    return process;
  }

  private List<String> command(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes(PrivateFolder.class) + File.pathSeparator + classes(Other.class),
                Other.class.getName(),
                parent.toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  private static Path classes(Class<?> any) {
    return Path.of(URI.create(any.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  private List<Path> list() throws IOException {
    try (var entries = Files.list(parent)) {
      return entries.sorted().toList();
    }
  }

  /** A process that makes folders and waits. */
  static final class Other {
    private Other() {}

    public static void main(String[] args) throws Exception {
      for (int i = 0; i < args.length; i++) {
        PrivateFolder unused = PrivateFolder.open(Path.of(args[0]), KIND);
      }
      System.out.println("ready");
      TimeUnit.MINUTES.sleep(1);
    }
  }
}
