package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.auricle.dataset.table.NpyArray;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program in a process of its own: signals, memory, what is left behind. */
final class ChildProcessTest {
  private static final Path MP3 = Path.of("../samples/metal.mp3").toAbsolutePath();
  private static final int HOURS = 2;
  private static Path model;

  private Path folder;
  private Path temporary;

  @BeforeAll
  static void train(@TempDir Path folder) throws IOException {
    model = TinyModel.train(folder);
  }

  @BeforeEach
  void folders(@TempDir Path scratch) throws IOException {
    folder = scratch;
    temporary = Files.createDirectory(folder.resolve("tmp"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT"})
  void signalEndsClassifyAndLeavesNothing(String signal) throws Exception {
    List<String> words = new ArrayList<>(List.of("classify", "--model", model.toString()));
    words.addAll(Collections.nCopies(500, MP3.toString()));
    assertSignalLeavesNothing(signal, words);
  }

  @Test
  void signalLeavesWhatResumeNeeds() throws Exception {
    Path table = folder.resolve("table.csv");
    List<String> words = new ArrayList<>(List.of("features", "-o", table.toString()));
    words.addAll(Collections.nCopies(500, MP3.toString()));
    assertSignalLeavesNothing("TERM", words);
    assertEquals(List.of("out.txt", "table.csv.journal", "table.csv.part", "tmp"), names(folder));
    assertTrue(
        Files.readString(folder.resolve("out.txt"))
            .contains("auricle: not finished; the same command with --resume goes on"));
  }

  /** As by kill -9 or a power cut: nothing gets the chance to tidy up. */
  @ParameterizedTest
  @ValueSource(strings = {"table.csv", "arrays"})
  void killedFeaturesResumedEqualThoseNeverStopped(String output) throws Exception {
    Path data = Wav.noises(folder.resolve("data"), 40);
    Files.writeString(data.resolve("hiss/3.wav"), "no audio at all");
    Path expected = Files.createDirectory(folder.resolve("expected")).resolve(output);
    Path resumed = Files.createDirectory(folder.resolve("resumed")).resolve(output);
    String[] words = {"features", "--threads", "1", data.toString(), "-o"};
    assertEquals(1, Outcome.of((Object[]) with(words, expected)).code());

    Process process = start("-Xmx256m", List.of(with(words, resumed)));
    Path journal =
        output.equals("arrays")
            ? resumed.resolve("index.csv.journal")
            : resumed.resolveSibling("table.csv.journal");
    while (!Files.exists(journal) || Files.readAllLines(journal).size() < 10) {
      assertTrue(process.isAlive(), "ended before it was killed");
      Thread.sleep(2);
    }
    process.destroyForcibly().waitFor();

    Outcome outcome = Outcome.of((Object[]) with(words, resumed, "--resume"));
    assertEquals(1, outcome.code(), outcome.err());
    assertTrue(outcome.errLines().get(0).matches("auricle: \\d+ of 80 files are done already"));
    assertEquals(tree(folder.resolve("expected")), tree(folder.resolve("resumed")));
  }

  @Test
  void killedClassifyResumedEqualsOneNeverStopped() throws Exception {
    Path data = Wav.noises(folder.resolve("data"), 30);
    Files.writeString(data.resolve("hiss/3.wav"), "no audio at all");
    Path expected = folder.resolve("expected.jsonl");
    Path resumed = folder.resolve("resumed.jsonl");
    String[] words = {"classify", "--model", model.toString(), data.toString(), "-o"};
    assertEquals(1, Outcome.of((Object[]) with(words, expected)).code());

    Process process = start("-Xmx256m", List.of(with(words, resumed)));
    while (!Files.exists(resumed) || Files.size(resumed) < Files.size(expected) / 4) {
      assertTrue(process.isAlive(), "ended before it was killed");
      Thread.sleep(2);
    }
    process.destroyForcibly().waitFor();
    List<String> reported = Files.readAllLines(resumed);

    Outcome outcome = Outcome.of((Object[]) with(words, resumed, "--resume"));
    assertEquals(1, outcome.code(), outcome.err());
    assertTrue(outcome.errLines().get(0).matches("auricle: \\d+ of 60 files are done already"));
    assertEquals(Files.readString(expected), Files.readString(resumed));
    assertTrue(Files.readAllLines(expected).containsAll(reported.subList(0, reported.size() - 1)));
  }

  @Test
  void featuresNeedNoHeapForTheWholeSound() throws Exception {
    Path file = hours(0.25);
    for (String set : List.of("mel", "gtzan57")) {
      Path array = folder.resolve(set + ".npy");
      String[] words = {"features", "--set", set, "-o", array.toString(), file.toString()};
      Process process = start("-Xmx64m", List.of(words));
      assertTrue(process.waitFor(300, TimeUnit.SECONDS), "took over 300 s");
      assertEquals(0, process.exitValue(), Files.readString(folder.resolve("out.txt")));
    }
    assertEquals(
        List.of(1 + 900L * 22_050 / 512, 128L), NpyArray.open(folder.resolve("mel.npy")).shape());
    assertEquals(List.of(1L, 57L), NpyArray.open(folder.resolve("gtzan57.npy")).shape());
  }

  @Test
  void aQuarterOfAnHourGivesItsMfccInAHeapTooSmallForIt() throws Exception {
    Path file = hours(0.25);
    Process process = start("-Xmx64m", List.of("features", "--set", "mfcc", file.toString()));
    assertTrue(process.waitFor(300, TimeUnit.SECONDS), "took over 300 s");
    List<String> out = Files.readAllLines(folder.resolve("out.txt"));
    assertEquals(0, process.exitValue(), out.toString());
    long rows = out.stream().filter(line -> line.startsWith("hours.wav,")).count();
    assertEquals(1 + 900L * 22_050 / 512, rows, out.get(out.size() - 1));
  }

  @Test
  void halfAnHourIsDrawnInAHeapTooSmallForIt() throws Exception {
    Path picture = folder.resolve("mel.svg");
    Path file = hours(0.5);
    // The sound is 159 MB of floats; its 40 MB of levels need whole regions of G1, which 96 MB only
    // just give.
    Process process =
        start("-Xmx128m", List.of("picture", "-o", picture.toString(), file.toString()));
    assertTrue(process.waitFor(300, TimeUnit.SECONDS), "took over 300 s");
    assertEquals(0, process.exitValue(), Files.readString(folder.resolve("out.txt")));
    assertTrue(Files.readString(picture).contains(">30:00<"));
  }

  @Test
  void hoursAreClassifiedInAHeapTooSmallForThem() throws Exception {
    Path file = hours(HOURS);
    Process process =
        start(
            "-Xmx96m",
            List.of("classify", "--model", model.toString(), "--format", "jsonl", file.toString()));
    assertTrue(process.waitFor(300, TimeUnit.SECONDS), "took over 300 s");
    String out = Files.readString(folder.resolve("out.txt"));
    assertEquals(0, process.exitValue(), out);
    JsonNode object = new ObjectMapper().readTree(out.substring(out.indexOf('{')));
    assertEquals(HOURS * 3600.0, object.get("durationSeconds").asDouble());
  }

  /** Hours of which only the first second has sound. */
  private Path hours(double hours) throws IOException {
    Path file = folder.resolve("hours.wav");
    long bytes = (long) (hours * 3600 * Wav.RATE_HZ);
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.write(Wav.header(Wav.PCM, 1, Wav.RATE_HZ, 8, bytes));
      byte[] sound = new byte[Wav.RATE_HZ];
      new Random(1).nextBytes(sound);
      out.write(sound);
      out.setLength(44 + bytes); // a hole where the file system knows them
    }
    return file;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  /** The hashes of all files below a folder. */
  private static Map<String, Integer> tree(Path folder) throws IOException {
    Map<String, Integer> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        hashes.put(folder.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    return hashes;
  }

  private static String[] with(String[] words, Object... more) {
    return Stream.concat(Stream.of(words), Stream.of(more).map(Object::toString))
        .toArray(String[]::new);
  }

  private void assertSignalLeavesNothing(String signal, List<String> words) throws Exception {
    assumeTrue(!System.getProperty("os.name", "").startsWith("Windows"), "needs signals");
    assumeTrue(
        !signal.equals("INT") || !Program.isInterruptIgnored(),
        "SIGINT is ignored here, as by nohup");
    Process process = start("-Xmx512m", words);
    List<ProcessHandle> decoders = decoders(process);
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    long start = System.nanoTime();
    assertTrue(process.waitFor(180, TimeUnit.SECONDS), "still runs after 180 s");
    System.out.printf("ended %d ms after SIG%s%n", (System.nanoTime() - start) / 1_000_000, signal);
    assertEquals(signal.equals("INT") ? 130 : 143, process.exitValue());
    for (ProcessHandle decoder : decoders) {
      decoder.onExit().get(180, TimeUnit.SECONDS);
    }
    try (Stream<Path> left = Files.list(temporary)) {
      assertEquals(List.of(), left.toList());
    }
    String said = Files.readString(folder.resolve("out.txt"));
    assertTrue(said.lines().noneMatch(line -> line.endsWith("]")), said);
  }

  /** The decoders at work, once there are some. */
  private List<ProcessHandle> decoders(Process process) throws Exception {
    List<ProcessHandle> found = new ArrayList<>();
    Until.holds(
        "a decoder",
        () -> {
          assertTrue(process.isAlive(), Files.readString(folder.resolve("out.txt")));
          found.addAll(process.descendants().toList());
          return !found.isEmpty();
        });
    return found;
  }

  private Process start(String memory, List<String> words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(List.of(memory, "-XX:-UsePerfData", "-Djava.io.tmpdir=" + temporary));
    command.addAll(List.of("-cp", Program.classPath(), Main.class.getName()));
    command.addAll(words);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("out.txt").toFile())
        .start();
  }
}
