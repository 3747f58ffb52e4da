package io.auricle.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jar on each Spark: what it says is what one process says, to the last bit. */
@SuppressWarnings("NullAway.Init") // JUnit fills the folder
final class SparkClusterTest {
  private static final Path SAMPLES = Path.of("../samples");

  @TempDir private Path work;

  @ParameterizedTest
  @ValueSource(strings = {"on-3.5", "on-3.5-scala-2.13", "on-4.2"})
  void allFormsSayWhatOneProcessSays(String name) throws Exception {
    assumeTrue(SparkHome.isThere(name), name + " is not built: -Pscala-2.13");
    Path music = music();
    Path script = Files.writeString(work.resolve("script"), script(music));
    SparkHome home = SparkHome.of(name, work);
    try (SparkProcess jobs =
        home.start(
            "jobs",
            "800m",
            List.of(SparkHome.jar().toAbsolutePath().toString(), "target/test-classes"),
            List.of(
                "-Dspark.master=local[2]",
                "-Dspark.app.name=test",
                "-Dspark.hadoop.fs.cat.impl=" + CatalogueStore.class.getName(),
                "--add-modules=jdk.incubator.vector",
                JobScript.class.getName(),
                script.toString(),
                music.toString(),
                work.toString()))) {
      String said = jobs.good();
      assertEquals(
          List.of("ended 0", "ended 0", "ended 0", "ended 0", "ended 1", "ended 0"),
          said.lines().filter(line -> line.startsWith("ended")).toList(),
          said);
      assertTrue(said.contains("; 8 were done before"), said);
      assertTrue(said.contains("holds results; add --resume"), said);
      assertTrue(said.contains("auricle:        1 TOO_SHORT"), said);
    }
    assertClassified(music, JsonRows.byName(JsonRows.of(work.resolve("json"))), 8);
    assertClassified(music, JsonRows.byName(JsonRows.of(work.resolve("parquet-read.jsonl"))), 9);
    assertClassified(music, JsonRows.byName(JsonRows.of(work.resolve("from-table"))), 3);
    assertContent(music, JsonRows.byName(JsonRows.of(work.resolve("content.jsonl"))));
    assertFeatures(music);
    assertUnpackedOnce(home.cache());
    try (Stream<Path> left = Files.walk(work.resolve("local"))) {
      assertEquals(List.of(), left.filter(Files::isRegularFile).toList());
    }
  }

  /** Real sound of several formats, and one of each kind of bad files. */
  private Path music() throws IOException {
    Path music = Files.createDirectory(work.resolve("music"));
    Path inner = Files.createDirectory(music.resolve("inner folder"));
    Files.copy(SAMPLES.resolve("jazz.wav"), music.resolve("jazz.wav"));
    Files.copy(SAMPLES.resolve("rock.mp3"), inner.resolve("r\u00f6ck & 50%25.mp3"));
    Files.copy(SAMPLES.resolve("pop.m4a"), inner.resolve("pop.m4a"));
    Files.copy(SAMPLES.resolve("hiphop.ogg"), music.resolve("hiphop.ogg"));
    Files.write(music.resolve("empty.mp3"), new byte[0]);
    Files.writeString(music.resolve("text.mp3"), "no sound, only words\n".repeat(100));
    byte[] wav = Files.readAllBytes(SAMPLES.resolve("jazz.wav"));
    Files.write(music.resolve("header.wav"), Arrays.copyOf(wav, 30));
    Files.write(music.resolve("short.wav"), Arrays.copyOf(wav, 9000));
    Files.writeString(music.resolve("cover.jpg"), "is not listed");
    Files.writeString(music.resolve(".hidden.mp3"), "is not listed");
    return music;
  }

  private String script(Path music) throws IOException {
    // Paths with spaces are fine but for the script.
    Path table = work.resolve("table.csv");
    Files.write(
        table,
        List.of(
            "id,path",
            "1,file:" + music.resolve("jazz.wav"),
            "2,\"" + music.resolve("inner folder/pop.m4a") + "\"",
            "3,file:" + music.resolve("gone.mp3")));
    return String.join(
        "\n",
        "classify --input cat:%s --output %s/json --format json".formatted(music, work),
        "features --set gtzan57 --input %s --output %s/features --format json"
            .formatted(music, work),
        "classify --input %s --output %s/parquet --partition-bytes 500k".formatted(music, work),
        "classify --input %s --input %s/late.wav --output %s/parquet --resume"
            .formatted(music, late(), work),
        "classify --input %s --output %s/parquet".formatted(music, work),
        "classify --input %s --input-format csv --output %s/from-table --format json"
            .formatted(table, work));
  }

  private Path late() throws IOException {
    Path late = Files.createDirectory(work.resolve("late"));
    Files.copy(SAMPLES.resolve("jazz.wav"), late.resolve("late.wav"));
    return late;
  }

  private static Path file(Path music, String name) {
    for (Path folder : List.of(music, music.resolve("inner folder"), music.resolve("../late"))) {
      if (Files.exists(folder.resolve(name))) {
        return folder.resolve(name);
      }
    }
    return music.resolve(name);
  }

  private static void assertClassified(Path music, Map<String, JsonNode> rows, int count)
      throws IOException {
    assertEquals(count, rows.size(), () -> rows.keySet().toString());
    try (OneProcess one = new OneProcess()) {
      rows.forEach((name, row) -> one.assertSame(file(music, name), row));
    }
  }

  private static void assertContent(Path music, Map<String, JsonNode> rows) throws IOException {
    assertEquals(Set.of("header.wav", "jazz.wav", "short.wav", "text.mp3"), rows.keySet());
    try (OneProcess one = new OneProcess()) {
      rows.forEach(
          (name, row) -> {
            one.assertSame(file(music, name), row);
            assertEquals("kept", row.get("note").asText());
          });
    }
  }

  private void assertFeatures(Path music) throws Exception {
    Map<String, JsonNode> rows = JsonRows.byName(JsonRows.of(work.resolve("features")));
    List<String> columns = OneProcess.columns("gtzan57");
    for (String name : List.of("jazz.wav", "pop.m4a")) {
      float[] values = OneProcess.features("gtzan57", file(music, name));
      for (int i = 0; i < columns.size(); i++) {
        float there = Float.parseFloat(JsonRows.row(rows, name).get(columns.get(i)).asText());
        assertEquals(Float.floatToIntBits(values[i]), Float.floatToIntBits(there), columns.get(i));
      }
    }
    assertEquals("EMPTY", JsonRows.row(rows, "empty.mp3").get("error_code").asText());
    JsonNode mel =
        JsonRows.row(JsonRows.byName(JsonRows.of(work.resolve("mel.jsonl"))), "jazz.wav");
    float[] values = OneProcess.features("mel", file(music, "jazz.wav"));
    assertEquals(128, mel.get("columns").asInt());
    assertEquals(values.length / 128, mel.get("frames").asInt());
    for (int i = 0; i < values.length; i++) {
      assertEquals(values[i], Float.parseFloat(mel.get("values").get(i).asText()));
    }
  }

  /** One folder for FFmpeg, one for ONNX Runtime, and nothing half done. */
  static void assertUnpackedOnce(Path cache) throws IOException {
    try (Stream<Path> folders = Files.list(cache)) {
      Set<String> kinds = new TreeSet<>();
      for (Path folder : folders.toList()) {
        String name = String.valueOf(folder.getFileName());
        assertFalse(name.startsWith("part-"), name);
        assertTrue(kinds.add(name.replaceFirst("-.*", "")), name);
      }
      assertEquals(Set.of("ffmpeg", "onnxruntime"), kinds);
    }
  }
}
