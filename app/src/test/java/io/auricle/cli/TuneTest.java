package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.feature.published.Gtzan57Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code auricle tune} from its words to its files. */
final class TuneTest {
  private static final List<String> COLUMNS =
      new Gtzan57Options(22050, 2048, 512).extractor().columns();
  private static final String EXPERIMENT =
      """
      about: {name: table, title: Table, description: Test., intendedUse: Tests., limits: Two labels., licence: CC0-1.0}
      labels: [blues, rock]
      seed: 1
      input:
        features: {set: gtzan57, sampleRateHz: 22050, frameLength: 2048, hopLength: 512}
        clipSeconds: 10
        segmentFrames: 1
        segmentHopFrames: 1
        layout: vector
      model:
        classic: {kind: forest, trees: 20}
      data:
        - dataset: gtzan
          format: table
          path: ${data}/table.csv
          split: {stratified: {seed: 1, train: 0.5, validation: 0.25, test: 0.25}}
      """;
  private static final String SEARCH =
      """
      experiment: experiment.yaml
      draws: 12
      folds: {count: 3}
      median: {group: 4}
      space:
        model.classic.trees: {from: 10, to: 400, scale: log_integer}
        model.classic.minSplit: [2, 5, 10]
      """;

  private Path folder;
  private Path search;

  @BeforeEach
  void files(@TempDir Path temporary) throws IOException {
    folder = temporary;
    Random random = new Random(4);
    StringBuilder text = new StringBuilder("filename,").append(String.join(",", COLUMNS));
    text.append(",label\n");
    for (int song = 0; song < 40; song++) {
      String label = song % 2 == 0 ? "blues" : "rock";
      text.append("%s.%05d.wav".formatted(label, song));
      for (int c = 0; c < COLUMNS.size(); c++) {
        text.append(',').append(random.nextGaussian() + (c < 6 ? song % 2 : 0));
      }
      text.append(',').append(label).append('\n');
    }
    Files.writeString(folder.resolve("table.csv"), text);
    Files.writeString(folder.resolve("experiment.yaml"), EXPERIMENT);
    search = Files.writeString(folder.resolve("search.yaml"), SEARCH);
  }

  @Test
  void searchGivesTablePlotAndAnExperimentThatTrains() throws IOException {
    Outcome outcome = tune(folder.resolve("a"), "--format", "csv");
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals(
        "trial,status,mean,deviation,folds,epochs,seconds,model.classic.trees,model.classic.minSplit",
        outcome.outLines().get(0));
    assertEquals(13, outcome.outLines().size());
    Path run = run(folder.resolve("a"));
    assertTrue(ImageIO.read(run.resolve("trials.png").toFile()).getWidth() > 1000);
    String svg = Files.readString(run.resolve("trials.svg"));
    assertTrue(svg.contains(">model.classic.minSplit</text>"), svg);
    Outcome trained =
        Outcome.of("train", run.resolve("best.yaml"), "--workspace", folder.resolve("b"));
    assertEquals(0, trained.code(), trained.err());
  }

  @Test
  void killedSearchResumedEqualsOneNeverStopped() throws Exception {
    List<String> whole = scores(tune(folder.resolve("a"), "--format", "csv"));
    Path workspace = folder.resolve("b");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.auricle.cli.Main",
                "tune",
                search.toString(),
                "--set",
                "data=" + folder,
                "--workspace",
                workspace.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said.txt").toFile())
            .start();
    while (!Files.exists(folder.resolve("said.txt"))
        || !Files.readString(folder.resolve("said.txt")).contains("trial 2 of 12")) {
      assertTrue(process.isAlive(), Files.readString(folder.resolve("said.txt")));
      Thread.sleep(2);
    }
    process.destroyForcibly().waitFor();
    Path run = run(workspace);
    List<String> before = Files.readAllLines(run.resolve("trials.jsonl"));
    assertTrue(before.stream().anyMatch(line -> line.contains("\"open\"")), before.toString());

    Outcome resumed =
        Outcome.of("tune", "--resume", run, "--workspace", workspace, "--format", "csv");
    assertEquals(0, resumed.code(), resumed.err());
    assertEquals(whole, scores(resumed));
    List<String> after = Files.readAllLines(run.resolve("trials.jsonl"));
    for (String line : before) {
      assertTrue(line.contains("\"open\"") || after.contains(line), line);
    }
  }

  @Test
  void searchWithAnUnknownSettingFailsBeforeAnyWork() throws IOException {
    Files.writeString(search, SEARCH.replace("classic.trees", "classic.tree"));
    Outcome outcome = tune(folder.resolve("a"));
    assertEquals(1, outcome.code());
    assertTrue(
        outcome.err().contains("there is no key model.classic.tree; did you mean trees?"),
        outcome.err());
    assertEquals(1, outcome.errLines().size());
  }

  @Test
  void resumeTakesNoSearch() {
    assertEquals(2, Outcome.of("tune", search, "--resume", folder).code());
    assertEquals(2, Outcome.of("tune", search, "--threads", "0").code());
  }

  private Outcome tune(Path workspace, String... more) {
    Object[] words = {"tune", search, "--set", "data=" + folder, "--workspace", workspace};
    return Outcome.of(
        Stream.concat(Stream.of(words), Stream.of((Object[]) more)).toArray(Object[]::new));
  }

  private static Path run(Path workspace) throws IOException {
    try (Stream<Path> runs = Files.list(workspace.resolve("runs"))) {
      return runs.findFirst().orElseThrow();
    }
  }

  /** All columns but the time. */
  private static List<String> scores(Outcome outcome) {
    return outcome.outLines().stream()
        .map(line -> line.replaceFirst("^((?:[^,]*,){6})[^,]*,", "$1"))
        .toList();
  }
}
