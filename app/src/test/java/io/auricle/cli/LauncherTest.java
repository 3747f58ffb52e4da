package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with a Java and a Maven that only say how they were called. */
final class LauncherTest {
  private static final Path LAUNCHER = Path.of("../auricle").toAbsolutePath();
  private static final String JAVA =
      """
      #!/bin/sh
      case "$*" in *ClassList*) exit 0;; esac
      main=
      for word in "$@"; do
        [ -n "$main" ] && echo "[$word]"
        [ "$word" = io.auricle.cli.Main ] && main=1
      done
      echo "vector=$(echo "$*" | grep -c jdk.incubator.vector)" >&2
      echo "first=$(echo "$*" | grep -c 'TieredStopAtLevel=1 .*useNativeAccessorOnly=true')" >&2
      exit 7
      """;
  private static final String PROGRAMS =
      "bash cat cksum date dirname env find grep locale mkdir mv readlink rm sed sh tr wc";
  private static final String MAVEN =
      """
      #!/bin/sh
      echo built >>"$builds"
      sleep 0.3
      mkdir -p app/target/lib
      touch app/target/lib/a.jar
      """;

  private final Path folder;
  private final Path root;

  LauncherTest(@TempDir Path folder) {
    this.folder = folder;
    this.root = folder.resolve("säure & co (1)");
  }

  @BeforeEach
  void install() throws IOException {
    assumeTrue(!System.getProperty("os.name", "").startsWith("Windows"), "needs a shell");
    Files.createDirectories(root);
    program(root.resolve("auricle"), Files.readString(LAUNCHER));
    program(folder.resolve("my jdk/bin/java"), JAVA);
    Files.writeString(folder.resolve("my jdk/release"), "MODULES=\"jdk.incubator.vector\"\n");
    program(folder.resolve("bin/mvn"), MAVEN);
  }

  @Test
  void releaseRunsFromAnywhereAndHandsOnItsArguments() throws Exception {
    release();
    Files.createDirectory(folder.resolve("links"));
    Files.createSymbolicLink(folder.resolve("links/inner"), Path.of("../" + root.getFileName()));
    Files.createSymbolicLink(folder.resolve("links/music"), Path.of("inner/auricle"));
    for (String call : List.of("../" + root.getFileName() + "/auricle", "music", "./music")) {
      Outcome outcome =
          run(
              folder.resolve("links"),
              "PATH=.:$PATH \"$1\" classify 'a b' '*' '$x' '!' \"it's\" '' 'é&%^'",
              call);
      assertEquals(7, outcome.code(), outcome.err());
      assertEquals(
          List.of("[classify]", "[a b]", "[*]", "[$x]", "[!]", "[it's]", "[]", "[é&%^]"),
          outcome.out().lines().toList());
      assertTrue(outcome.err().contains("vector=0"), outcome.err());
    }
  }

  @Test
  void vectorsAreForLongWorkAlone() throws Exception {
    release();
    assertTrue(run(folder, "\"$1\" train x", root.resolve("auricle")).err().contains("vector=1"));
    assertTrue(run(folder, "\"$1\" serve", root.resolve("auricle")).err().contains("vector=0"));
  }

  @Test
  void oneSongIsLeftToTheFirstCompiler() throws Exception {
    release();
    Files.write(folder.resolve("a song.mp3"), new byte[1000]);
    Files.write(folder.resolve("other.mp3"), new byte[1000]);
    Files.write(folder.resolve("long.wav"), new byte[7_000_000]);
    assertEquals(1, firstCompiler("classify --format jsonl 'a song.mp3'"));
    for (String more :
        List.of(
            "classify",
            "classify missing.mp3",
            "classify long.wav",
            "classify 'a song.mp3' other.mp3",
            "classify bin 'a song.mp3'",
            "classify @other.mp3",
            "classify --files-from other.mp3",
            "classify - <other.mp3",
            "library scan 'a song.mp3'")) {
      assertEquals(0, firstCompiler(more), more);
    }
  }

  private int firstCompiler(String words) throws Exception {
    String err = run(folder, "\"$1\" " + words, root.resolve("auricle")).err();
    assertTrue(err.contains("first="), err);
    return err.contains("first=1") ? 1 : 0;
  }

  @Test
  void firstCallsAtOnceBuildOnceAndChangedSourcesBuildAgain() throws Exception {
    sources();
    Outcome outcome = run(folder, "\"$1\" a & \"$1\" b & \"$1\" c; wait", root.resolve("auricle"));
    assertEquals(3, outcome.out().lines().count(), outcome.err());
    assertEquals(1, builds());
    run(folder, "\"$1\" again", root.resolve("auricle"));
    assertEquals(1, builds(), "nothing changed");
    Files.setLastModifiedTime(
        root.resolve("audio/src/main/java/A.java"), FileTime.from(Instant.now().plusSeconds(9)));
    run(folder, "\"$1\" changed", root.resolve("auricle"));
    assertEquals(2, builds());
    assertEquals(List.of("build.log", "built", "lib"), names(root.resolve("app/target")));
  }

  @Test
  void whatAKilledBuildLeftDoesNotStopTheNext() throws Exception {
    sources();
    Files.createDirectories(root.resolve("app/target"));
    Files.createSymbolicLink(root.resolve("app/target/building"), Path.of("999999999"));
    assertEquals(7, run(folder, "\"$1\" a", root.resolve("auricle")).code());
    assertEquals(1, builds());
  }

  @Test
  void whatIsMissingIsOneLine() throws Exception {
    sources();
    Outcome few = run(folder, "ulimit -n 64; \"$1\" a", root.resolve("auricle"));
    assertEquals(1, few.code());
    assertTrue(few.err().lines().toList().get(1).contains("ulimit -n 160"), few.err());
    Outcome failed =
        run(
            folder,
            "printf '#!/bin/sh\\nexit 1\\n' >bin/mvn; rm -r \"$2/app/target\"; \"$1\" a",
            root.resolve("auricle"),
            root);
    assertEquals(1, failed.code());
    assertTrue(failed.err().contains("the build failed"), failed.err());
  }

  @Test
  void firstBuildSaysHowFarItIs() throws Exception {
    sources();
    program(
        folder.resolve("bin/mvn"),
        MAVEN.replace(
            "echo built",
            """
            echo '[INFO] Building Auricle audio 0.1.0-SNAPSHOT                  [2/8]'
            printf 'a line without'; sleep 2; echo ' a break'
            echo built\
            """));
    Outcome outcome = run(folder, "\"$1\" a", root.resolve("auricle"));
    assertEquals(7, outcome.code(), outcome.err());
    assertTrue(
        outcome.err().lines().toList().contains("auricle: building 2 of 8: Auricle audio"),
        outcome.err());
    assertTrue(
        Files.readString(root.resolve("app/target/build.log"))
            .contains("a line without a break\n"));
  }

  @Test
  void earlierBuildRunsWithAWarningWhenMavenFails() throws Exception {
    sources();
    assertEquals(7, run(folder, "\"$1\" a", root.resolve("auricle")).code());
    program(
        folder.resolve("bin/mvn"),
        """
        #!/bin/sh
        echo built >>"$builds"
        rm -rf app/target/lib
        echo '[ERROR] torn'
        exit 1
        """);
    Files.setLastModifiedTime(
        root.resolve("audio/src/main/java/A.java"), FileTime.from(Instant.now()));
    Outcome failed = run(folder, "\"$1\" b", root.resolve("auricle"));
    assertEquals(7, failed.code(), failed.err());
    assertEquals("[b]", failed.out().strip());
    assertTrue(failed.err().contains("[ERROR] torn"), failed.err());
    assertTrue(failed.err().contains("warning: the sources could not be built"), failed.err());
    assertTrue(Files.exists(root.resolve("app/target/lib/a.jar")));
    Outcome again = run(folder, "\"$1\" c", root.resolve("auricle"));
    assertEquals(7, again.code(), again.err());
    assertEquals(2, builds(), "what failed is not tried again");
    assertTrue(again.err().contains("warning: "), again.err());
    program(folder.resolve("bin/mvn"), MAVEN);
    Files.setLastModifiedTime(
        root.resolve("audio/src/main/java/A.java"), FileTime.from(Instant.now()));
    Outcome good = run(folder, "\"$1\" d", root.resolve("auricle"));
    assertEquals(3, builds());
    assertTrue(!good.err().contains("warning"), good.err());
    assertEquals(List.of("build.log", "built", "lib"), names(root.resolve("app/target")));
  }

  @Test
  void withoutMavenAnEarlierBuildRunsWithAWarning() throws Exception {
    sources();
    assertEquals(7, run(folder, "\"$1\" a", root.resolve("auricle")).code());
    Files.delete(folder.resolve("bin/mvn"));
    Files.setLastModifiedTime(
        root.resolve("audio/src/main/java/A.java"), FileTime.from(Instant.now().plusSeconds(9)));
    // The system's own Maven must not be found.
    Outcome outcome =
        run(
            folder,
            "for p in "
                + PROGRAMS
                + " ; do ln -s $(command -v $p) bin/; done; PATH=$PWD/bin \"$1\" b;"
                + " code=$?; rm bin/*; exit $code",
            root.resolve("auricle"));
    assertEquals(7, outcome.code(), outcome.err());
    assertTrue(outcome.err().contains("warning: the sources could not be built"), outcome.err());
  }

  /** The JVM itself would answer with a stack trace. */
  @Test
  void workFolderThatIsNoMoreIsOneLine() throws Exception {
    release();
    String line = "mkdir gone && cd gone && rmdir ../gone && \"$1\" a 2>&1 | grep auricle:";
    Outcome gone = run(folder, line, root.resolve("auricle"));
    assertEquals(
        "auricle: the work folder was removed; change to one that is there", gone.out().strip());
  }

  private void release() throws IOException {
    Files.createDirectories(root.resolve("lib"));
    Files.createFile(root.resolve("lib/a.jar"));
  }

  private void sources() throws IOException {
    Files.createFile(root.resolve("pom.xml"));
    for (String module :
        List.of("audio", "model", "library", "models", "data", "train", "explore", "app")) {
      Files.createDirectories(root.resolve(module).resolve("src/main/java"));
    }
    Files.createFile(root.resolve("audio/src/main/java/A.java"));
  }

  private long builds() throws IOException {
    return Files.readAllLines(folder.resolve("builds")).size();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  private static void program(Path file, String text) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
    assumeTrue(file.toFile().setExecutable(true), "needs executable scripts");
  }

  private Outcome run(Path where, String line, Object... words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("/bin/bash", "-c", line, "bash"));
    Stream.of(words).map(Object::toString).forEach(command::add);
    ProcessBuilder builder = new ProcessBuilder(command).directory(where.toFile());
    builder.environment().put("JAVA_HOME", folder.resolve("my jdk").toString());
    builder.environment().put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
    builder.environment().put("CDPATH", "/:/usr");
    builder.environment().put("builds", folder.resolve("builds").toString());
    builder.environment().remove("HOME");
    Path err = folder.resolve("stderr.txt");
    Process process = builder.redirectError(err.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    return new Outcome(code, out, Files.readString(err));
  }
}
