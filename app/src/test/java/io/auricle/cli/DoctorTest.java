package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code auricle doctor} where all is well, and where one thing is broken. */
final class DoctorTest {
  private static final String BROKEN =
      "\"$java\" \"$1\" -cp \"${2:-$classes}\" io.auricle.cli.Main doctor --format json";

  private final Path folder;

  DoctorTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void allIsWellHere() throws IOException {
    Outcome text = Outcome.of("doctor");
    assertEquals(0, text.code(), text.out());
    Outcome json = Outcome.of("doctor", "--format", "json");
    assertEquals(0, json.code(), json.out());
    assertEquals(1, json.outLines().size());
    JsonNode report = new ObjectMapper().readTree(json.out());
    assertTrue(report.path("healthy").asBoolean());
    List<String> names = new ArrayList<>();
    for (JsonNode finding : report.path("findings")) {
      String name = finding.path("name").asText();
      names.add(name);
      assertTrue(text.out().contains("  " + name + "  "), name + " is missing in " + text.out());
    }
    assertEquals(
        List.of(
            "auricle",
            "java",
            "system",
            "memory",
            "cache",
            "temporary",
            "data",
            "work",
            "ffmpeg",
            "onnxruntime",
            "sqlite",
            "models",
            "training",
            "selftest"),
        names);
    for (Outcome outcome : List.of(text, json)) {
      assertFalse(outcome.out().contains(System.getProperty("user.home") + "/"), outcome.out());
      assertFalse(outcome.out().contains(System.getProperty("user.dir")), outcome.out());
    }
  }

  @Test
  void wrongUsage() {
    assertEquals(2, Outcome.of("doctor", "--format", "xml").code());
    assertEquals(2, Outcome.of("doctor", "me").code());
  }

  @Test
  void cacheThatCannotBeMadeIsAFault() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    assertEquals(
        List.of("cache", "ffmpeg", "onnxruntime", "models", "selftest"),
        faults("-Dauricle.cache=" + file));
  }

  @Test
  void ffmpegThatIsNoneIsAFault() throws Exception {
    Path program = Files.writeString(folder.resolve("ffmpeg"), "#!/bin/sh\necho hello\n");
    assertTrue(program.toFile().setExecutable(true));
    assertEquals(List.of("ffmpeg", "selftest"), faults("-Dauricle.ffmpeg=" + program));
  }

  @Test
  void onnxRuntimeThatDoesNotLoadIsAFault() throws Exception {
    assertEquals(
        List.of("onnxruntime", "models", "selftest"),
        faults("-Donnxruntime.native.path=" + folder));
  }

  @Test
  void modelOfTheUserThatIsTornIsAFault() throws Exception {
    Path model = Files.createDirectories(folder.resolve("models/torn"));
    Files.writeString(model.resolve("card.json"), "{");
    JsonNode report = report("-Dauricle.models=" + folder.resolve("models"), "");
    assertEquals(List.of("models"), faults(report));
    assertTrue(report.toString().contains("torn ("), report.toString());
    assertTrue(report.toString().contains("auricle models remove NAME"), report.toString());
  }

  /** As in a download without the one for training. */
  @Test
  void withoutTrainingPartsAllElseIsWell() throws Exception {
    String rest =
        Arrays.stream(Program.classPath().split(File.pathSeparator))
            .filter(entry -> !entry.contains("pytorch-native") && !entry.contains("pytorch-jni"))
            .collect(Collectors.joining(File.pathSeparator));
    JsonNode report = report("-Dsome=thing", rest);
    assertEquals(List.of(), faults(report));
    for (JsonNode finding : report.path("findings")) {
      if (finding.path("name").asText().equals("training")) {
        assertEquals("note", finding.path("state").asText());
        assertTrue(finding.path("advice").asText().contains("-training-"), finding.toString());
      }
    }
    Wav.noises(folder.resolve("data"), 8);
    Files.writeString(folder.resolve("tiny.yaml"), NETWORK);
    Path experiment = Files.writeString(folder.resolve("noises.yaml"), EXPERIMENT);
    Outcome outcome =
        Program.run(
            folder,
            "\"$java\" -cp \"$2\" io.auricle.cli.Main train \"$1\" --workspace work",
            experiment,
            rest);
    assertEquals(1, outcome.code(), outcome.err());
    assertTrue(
        outcome.err().contains("training networks needs PyTorch, which is not here; unpack"),
        outcome.err());
  }

  private static final String NETWORK =
      """
      name: tiny
      input: [1, 16, 10]
      layers:
        - conv2d: {filters: 4, kernel: 3, padding: same}
        - global-pool: {kind: [avg, max], over: time}
        - flatten
        - dense: classes
      """;
  private static final String EXPERIMENT =
      """
      about: {name: noises, title: N, description: D, intendedUse: T, limits: L, licence: CC0-1.0}
      labels: [hiss, hum]
      seed: 5
      input:
        features: {set: mel, sampleRateHz: 8000, frameLength: 1024, hopLength: 1024, bands: 16, floorDb: -60, referenceHopLength: 1024}
        clipSeconds: 2
        segmentFrames: 10
        segmentHopFrames: 5
        layout: bands_frames
      model:
        network:
          description: ${here}/tiny.yaml
          training:
            optimiser: {kind: adamw, learningRate: 0.02, weightDecay: 0.001, momentum: 0}
            schedule: {kind: one_cycle, warmUpShare: 0.2}
            length: {epochs: 1, segmentsPerClip: 2, patience: 0}
            batchSize: 6
            labelSmoothing: 0.1
            gradientClipping: 0
      data:
        - dataset: folder
          path: ${here}/data
          split: {stratified: {seed: 1, train: 0.5, validation: 0.25, test: 0.25}}
      calibrate: false
      """;

  private List<String> faults(String option) throws IOException, InterruptedException {
    return faults(report(option, ""));
  }

  private static List<String> faults(JsonNode report) {
    List<String> names = new ArrayList<>();
    for (JsonNode finding : report.path("findings")) {
      if (finding.path("state").asText().equals("fault")) {
        names.add(finding.path("name").asText());
      }
    }
    return names;
  }

  private JsonNode report(String option, String classPath)
      throws IOException, InterruptedException {
    Outcome outcome = Program.run(folder, BROKEN, option, classPath);
    JsonNode report = new ObjectMapper().readTree(outcome.out());
    assertEquals(faults(report).isEmpty() ? 0 : 1, outcome.code(), outcome.err());
    return report;
  }
}
