package io.auricle.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A cluster of processes: a master, two workers, executors of one core and one gibibyte. With
 * {@code -Dauricle.data} it works on 1,024 clips, else on clips of a sample.
 */
@SuppressWarnings("NullAway.Init") // JUnit fills the folder
final class StandaloneClusterTest {
  private static final int CLIPS = 96;
  private static final int MOST_CLIPS = 1024;
  private static final List<String> CONF =
      List.of(
          "spark.executor.memory=1g",
          "spark.executor.cores=1",
          "spark.ui.enabled=false",
          "spark.executor.extraJavaOptions=-XX:+UseSerialGC",
          "spark.task.maxFailures=8");
  private static final Pattern BEFORE = Pattern.compile("; (\\d+) were done before");

  @TempDir private Path work;

  @Test
  void killedExecutorsAndDriversLoseNothing() throws Exception {
    assumeTrue(Boolean.getBoolean("auricle.spark.slow"), "minutes: -Dauricle.spark.slow=true");
    Path music = work.resolve("music");
    String data = System.getProperty("auricle.data", "");
    List<Path> files = new ArrayList<>();
    files.addAll(
        data.isEmpty() ? Clips.write(music, CLIPS) : Clips.link(Path.of(data), music, MOST_CLIPS));
    files.addAll(Clips.hostile(music.resolve("hostile")));
    SparkHome home = SparkHome.of("on-3.5", work);
    try (OneProcess one = new OneProcess();
        Cluster cluster = Cluster.start(home, 2)) {
      String[] job = job(music, "killed");
      try (SparkProcess driver = home.submit("killed", cluster.address(), CONF, job)) {
        killAnExecutor(cluster, 3);
        killAnExecutor(cluster, 8);
        String said = driver.good();
        assertTrue(said.contains("; 0 were done before"), said);
        assertTrue(said.contains("auricle: %8d ok".formatted(files.size() - 6)), said);
      }
      assertComplete(one, files, work.resolve("killed"));

      job = job(music, "driven");
      int done;
      try (SparkProcess driver = home.submit("driven", cluster.address(), CONF, job)) {
        waitForParts(work.resolve("driven"), 4);
        driver.kill();
        assertNotEquals(0, driver.exit());
        done = JsonRows.of(work.resolve("driven")).size();
        assertTrue(done > 0 && done < files.size(), "done=" + done);
      }
      try (SparkProcess driver = home.submit("rerun", cluster.address(), CONF, job)) {
        Matcher before = BEFORE.matcher(driver.good());
        assertTrue(before.find());
        // What ran when the driver ended may have been added after it was counted.
        assertTrue(Integer.parseInt(before.group(1)) >= done);
      }
      assertComplete(one, files, work.resolve("driven"));
    }
    assertNothingIsLeft(home);
  }

  private String[] job(Path music, String name) {
    return new String[] {
      "classify",
      "--resume",
      "--input",
      music.toString(),
      "--partition-bytes",
      "1m",
      "--format",
      "json",
      "--output",
      work.resolve(name).toString(),
      "--max-bytes",
      "4g"
    };
  }

  private void killAnExecutor(Cluster cluster, int parts) throws Exception {
    waitForParts(work.resolve("killed"), parts);
    List<ProcessHandle> executors = cluster.executors();
    assertFalse(executors.isEmpty());
    executors.get(0).destroyForcibly();
  }

  private static void waitForParts(Path output, int count) throws Exception {
    for (int i = 0; i < 12_000; i++) {
      if (Files.isDirectory(output)) {
        try (Stream<Path> files = Files.list(output)) {
          if (files.filter(f -> f.getFileName().toString().startsWith("part-")).count() >= count) {
            return;
          }
        }
      }
      Thread.sleep(50);
    }
    throw new AssertionError(output + " has not got " + count + " parts");
  }

  /** Every file once, each as one process says it. */
  private static void assertComplete(OneProcess one, List<Path> files, Path output)
      throws IOException {
    Map<String, JsonNode> rows = JsonRows.byName(JsonRows.of(output));
    assertEquals(files.size(), rows.size());
    for (Path file : files) {
      String name = file.getFileName().toString();
      if (name.equals("ten-hours.wav")) {
        assertEquals("TOO_LONG", JsonRows.row(rows, name).get("error_code").asText());
      } else {
        one.assertSame(file, JsonRows.row(rows, name));
      }
    }
    try (Stream<Path> left = Files.list(output)) {
      Set<String> others = new HashSet<>();
      left.map(file -> file.getFileName().toString().replaceFirst("^\\.?part-.*", "part"))
          .filter(name -> !name.endsWith(".crc"))
          .forEach(others::add);
      assertEquals(Set.of("part", "_auricle", "_SUCCESS"), others);
    }
  }

  /** No decoder runs on, no file waits for its reader, natives are there once. */
  private void assertNothingIsLeft(SparkHome home) throws IOException {
    SparkClusterTest.assertUnpackedOnce(home.cache());
    List<String> running =
        ProcessHandle.allProcesses()
            .map(SparkProcess::command)
            .filter(line -> line.contains(home.cache().toString()))
            .toList();
    assertEquals(List.of(), running);
    try (Stream<Path> left = Files.walk(work.resolve("local"))) {
      assertEquals(List.of(), left.filter(f -> f.toString().endsWith(".sound")).toList());
    }
  }
}
