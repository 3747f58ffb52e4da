package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code auricle explore} from its words to its files. */
final class ExploreTest {
  private static Path model;
  private static Path noises;

  private Path folder;
  private Path table;

  @BeforeAll
  static void train(@TempDir Path temporary) throws IOException {
    model = TinyModel.train(temporary);
    noises = temporary.resolve("noises");
  }

  @BeforeEach
  void table(@TempDir Path temporary) throws IOException {
    folder = temporary;
    Random random = new Random(440);
    StringBuilder csv = new StringBuilder("filename,x,y,z,label\n");
    for (int row = 0; row < 60; row++) {
      String label = row % 3 == 0 ? "jazz" : row % 3 == 1 ? "rock" : "pop";
      csv.append(
          String.format(
              Locale.ROOT,
              "%s.%05d.wav,%.4f,%.4f,%.4f,%s\n",
              label,
              row,
              random.nextGaussian() + 5 * (row % 3),
              random.nextGaussian(),
              random.nextGaussian() - 5 * (row % 3),
              label));
    }
    table = Files.writeString(folder.resolve("t.csv"), csv);
  }

  private static JsonNode data(Path page) throws IOException {
    String html = Files.readString(page);
    int start = html.indexOf("const DATA = ") + "const DATA = ".length();
    return new ObjectMapper().readTree(html.substring(start, html.indexOf(";\n", start)));
  }

  @Test
  void pageHoldsEveryViewAndAsksForNothing() throws IOException {
    Path page = folder.resolve("page.html");
    Outcome outcome = Outcome.of("explore", table, "-o", page, "--iterations", "250");
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals("auricle: wrote " + page, outcome.err().strip());
    assertEquals("60 points, 3 features, 3 labels", outcome.outLines().get(0));
    String html = Files.readString(page);
    assertFalse(html.matches("(?s).*(src=|href=|@import|https?://).*"), "something from outside");
    assertFalse(html.contains("${title}") || html.contains("${data}"));
    JsonNode data = data(page);
    assertEquals(60, data.get("names").size());
    assertEquals("rock.00001.wav", data.get("names").get(1).asText());
    assertEquals("[\"jazz\",\"pop\",\"rock\"]", data.get("labels").toString());
    assertEquals(2, data.get("group").get(1).asInt());
    assertEquals(3, data.get("pca").size());
    assertEquals(60, data.get("tsne").get(1).size());
    assertEquals(60, data.get("labelSilhouette").get("values").size());
    assertEquals(3, data.get("clusterNames").size());
    // Labels given by chance would be near 0.
    assertTrue(data.get("labelSilhouette").get("mean").asDouble() > 0.3);
    assertEquals("[\"page.html\",\"t.csv\"]", names());
  }

  private String names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return new ObjectMapper()
          .writeValueAsString(files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void namesCannotEndTheScript() throws IOException {
    String evil = "</script><b>&${data}.wav";
    Files.writeString(table, Files.readString(table).replace("jazz.00000.wav", evil));
    Path page = folder.resolve("page.html");
    assertEquals(0, Outcome.of("explore", table, "-o", page, "--view", "pca").code());
    assertEquals(evil, data(page).get("names").get(0).asText());
    assertFalse(Files.readString(page).contains("</script><b>"));
    assertTrue(data(page).get("tsne") == null);
  }

  @Test
  void picturesShowLegendAndExplainedVariance() throws IOException {
    Path svg = folder.resolve("a.svg");
    Path png = folder.resolve("a.png");
    assertEquals(0, Outcome.of("explore", table, "-o", svg).code());
    assertEquals(0, Outcome.of("explore", table, "-o", png).code());
    String drawing = Files.readString(svg);
    assertEquals(60 + 3, drawing.split("<path ", -1).length - 1);
    assertTrue(drawing.matches("(?s).*>component 1 \\(\\d\\d\\.\\d % of variance\\)<.*"));
    assertTrue(drawing.contains(">rock  (20)<"));
    assertEquals(2200, ImageIO.read(png.toFile()).getWidth());
  }

  @Test
  void layoutsAndClustersAreTheSameOnAnyNumberOfThreads() throws IOException {
    String[] words = {"--view", "tsne", "--colour", "cluster", "--cluster-in", "tsne"};
    Path one = folder.resolve("1.svg");
    Path two = folder.resolve("2.svg");
    assertEquals(0, Outcome.of(with(words, "explore", table, "-o", one, "--threads", 1)).code());
    assertEquals(0, Outcome.of(with(words, "explore", table, "-o", two, "--threads", 2)).code());
    assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
    assertTrue(Files.readString(one).contains(">cluster 3  (20)<"));
    assertTrue(Files.readString(one).contains(">t-SNE 1<"));
  }

  private static Object[] with(String[] words, Object... others) {
    return Stream.concat(Stream.of(others), Stream.of(words)).toArray();
  }

  private void assertFails(int code, String message, Object... words) throws IOException {
    Outcome outcome = Outcome.of(words);
    assertEquals(code, outcome.code(), outcome.err());
    assertEquals("auricle: " + message, outcome.errLines().get(0));
    assertFalse(names().contains("out"), names());
  }

  @Test
  void optionsThatDoNotSuitAreRefused() throws IOException {
    Path out = folder.resolve("out.html");
    assertFails(
        2,
        "--perplexity=60.0 must be less than rows=60",
        "explore",
        table,
        "-o",
        out,
        "--perplexity",
        60);
    assertFails(
        2,
        "--components=4 must be at most 3: there are 3 columns that change and 60 rows",
        "explore",
        table,
        "-o",
        out,
        "--components",
        4);
    assertFails(
        2, "--clusters=61 must be at most rows=60", "explore", table, "-o", out, "--clusters", 61);
    assertFails(
        2, "--iterations=9 must be at least 250", "explore", table, "-o", out, "--iterations", 9);
    Path other = folder.resolve("out.pdf");
    assertFails(
        2, "--output=" + other + " must end in .html, .png or .svg", "explore", table, "-o", other);
    assertFails(
        2,
        "give one CSV file of features, or --model to analyse audio",
        "explore",
        noises,
        "-o",
        out);
  }

  @Test
  void aTableOfTabsMayHaveAnyName() throws IOException {
    String tabs = Files.readString(table).replace(',', '\t');
    for (String name : new String[] {"t.tsv", "t.txt", "table"}) {
      Path file = Files.writeString(folder.resolve(name), tabs);
      Outcome outcome = Outcome.of("explore", file, "-o", folder.resolve(name + ".svg"));
      assertEquals(0, outcome.code(), outcome.err());
      assertTrue(outcome.out().contains("60 points, 3 features, 3 labels"), outcome.out());
    }
  }

  @Test
  void badTablesCostOneLine() throws IOException {
    Path out = folder.resolve("out.html");
    Path missing = folder.resolve("missing.csv");
    assertFails(1, missing + ": no such file or folder", "explore", missing, "-o", out);
    assertFails(
        1,
        table + ", line 1: missing columns: mood; there are [filename, x, y, z, label]",
        "explore",
        table,
        "-o",
        out,
        "--label",
        "mood");
    Files.writeString(table, "x,y\n1,2\n3,NaN\n4,5\n");
    assertFails(1, table + ", line 3: y=NaN must be finite", "explore", table, "-o", out);
    Files.writeString(table, "x,y\n1,2\n1,2\n1,2\n");
    assertFails(
        1, "t.csv: all rows are the same: there is nothing to see", "explore", table, "-o", out);
  }

  @Test
  void oneLabelAndConstantColumnsAreWarnedOf() throws IOException {
    Files.writeString(table, "x,y,z,label\n1,2,7,rock\n3,4,7,rock\n4,1,7,rock\n9,2,7,rock\n");
    Outcome outcome = Outcome.of("explore", table, "-o", folder.resolve("a.png"));
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals(
        "auricle: warning: The same in every row and left out: z.", outcome.errLines().get(0));
    assertEquals(
        "auricle: warning: All labels are rock: labels have no silhouette.",
        outcome.errLines().get(1));
  }

  @Test
  void layersOfAModelAreExploredByFolder() throws IOException {
    Path page = folder.resolve("layer.html");
    Outcome outcome =
        Outcome.of("explore", "--model", model, "--layer", "input", noises, "-o", page);
    assertEquals(0, outcome.code(), outcome.err());
    JsonNode data = data(page);
    assertEquals("[\"hiss\",\"hum\"]", data.get("labels").toString());
    assertEquals(16, data.get("names").size());
    assertTrue(Files.readString(page).contains("<h1>Noises, input</h1>"));

    Outcome scores =
        Outcome.of("explore", "--model", model, "--layer", "scores", noises, "-o", page);
    assertEquals("16 points, 2 features, 2 labels", scores.outLines().get(0));
    assertTrue(data(page).get("labelSilhouette").get("mean").asDouble() > 0.8);
  }

  @Test
  void badAudioIsNamedAndTheRestIsDone() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.wav"), "no audio at all");
    Outcome outcome =
        Outcome.of(
            "explore",
            "--model",
            model,
            "--layer",
            "input",
            noises,
            bad,
            "-o",
            folder.resolve("a.svg"));
    assertEquals(1, outcome.code());
    assertTrue(outcome.errLines().get(0).startsWith("auricle: " + bad + ": "), outcome.err());
    assertEquals("16 points", outcome.out().substring(0, 9));
  }

  @Test
  void unknownLayersAreToldWhatThereIs() throws IOException {
    Path out = folder.resolve("out.html");
    Outcome outcome = Outcome.of("explore", "--model", model, "--layer", "no", noises, "-o", out);
    assertEquals(1, outcome.code());
    assertTrue(
        outcome.err().contains("layer=no must be input, logits, scores or one of the model's"),
        outcome.err());
    assertTrue(outcome.err().contains("scores"));
    assertFails(
        2,
        "--label, --drop and --sample are for tables without --model",
        "explore",
        "--model",
        model,
        noises,
        "--sample",
        9,
        "-o",
        out);
  }
}
