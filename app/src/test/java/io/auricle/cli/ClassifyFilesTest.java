package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.bundle.Bundle;
import io.auricle.bundle.BundleWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code classify} of lists, into files, by several models. */
final class ClassifyFilesTest {
  private static Path model;
  private static Path second;

  private Path folder;
  private Path music;

  @BeforeAll
  static void train(@TempDir Path temporary) throws IOException {
    model = TinyModel.train(temporary);
    second = temporary.resolve("second");
    Bundle bundle = Bundle.read(model);
    BundleWriter.write(second, bundle.card(), bundle.model());
    Path card = second.resolve("card.json");
    Files.writeString(
        card, Files.readString(card).replace("\"name\" : \"noises\"", "\"name\" : \"second\""));
  }

  @BeforeEach
  void files(@TempDir Path temporary) throws IOException {
    folder = temporary;
    music = Wav.noises(folder.resolve("music"), 2);
    Files.writeString(music.resolve("hum/bad.wav"), "no sound");
  }

  private static Outcome classify(Object... words) {
    return Outcome.of(
        Stream.concat(Stream.of("classify", "--model", model), Stream.of(words)).toArray());
  }

  private static List<String> paths(String csv) {
    return csv.lines().skip(1).map(line -> line.replaceFirst(",.*", "")).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "jsonl", "txt"})
  void fileHoldsWhatStdoutWouldAndGoesOn(String ending) throws IOException {
    String format = ending.equals("txt") ? "table" : ending;
    Outcome all = classify("--format", format, music);
    Path out = folder.resolve("out." + ending);
    Outcome first = classify("-o", out, "--resume", music.resolve("hum"));
    assertEquals(1, first.code(), first.err());
    assertEquals("", first.out());
    Outcome again = classify("-o", out, "--resume", music);
    assertEquals(1, again.code(), "hum/bad.wav failed before");
    assertEquals("auricle: 3 of 5 files are done already", again.errLines().get(0));
    assertEquals(1, again.errLines().size(), again.err());
    if (!ending.equals("txt")) {
      assertEquals(all.out(), Files.readString(out));
    }
    Path fresh = folder.resolve("fresh." + ending);
    assertEquals(1, classify("-o", fresh, music).code());
    assertEquals(all.out(), Files.readString(fresh));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(0, left.filter(path -> path.toString().endsWith(".part")).count());
    }
  }

  @Test
  void changedAndNewFilesAreDoneAndFailedOnesOnRequest() throws IOException {
    Path out = folder.resolve("out.csv");
    classify("-o", out, music);
    Files.write(music.resolve("hum/bad.wav"), Wav.noise("hum", 9, 2));
    Files.setLastModifiedTime(music.resolve("hum/0.wav"), FileTime.fromMillis(1));
    Files.copy(music.resolve("hum/1.wav"), music.resolve("hiss/new.wav"));
    Outcome outcome = classify("-o", out, "--resume", music);
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(outcome.err().startsWith("auricle: 3 of 6 files are done already"), outcome.err());
    assertEquals(classify("--format", "csv", music).out(), Files.readString(out));

    Files.writeString(music.resolve("hum/bad.wav"), "no sound");
    classify("-o", out, "--resume", music);
    Outcome retried = classify("-o", out, "--resume", "--retry", music);
    assertTrue(retried.err().startsWith("auricle: 5 of 6 files"), retried.err());
  }

  @Test
  void otherOptionsAreRefusedAndTheFileStays() throws IOException {
    Path out = folder.resolve("out.csv");
    classify("-o", out, music);
    String before = Files.readString(out);
    Outcome outcome = classify("-o", out, "--resume", "--top", "1", music);
    assertEquals(1, outcome.code());
    assertTrue(outcome.err().contains("was made with other options"), outcome.err());
    assertEquals(before, Files.readString(out));
  }

  @Test
  void severalModelsSayWhatEachSaysAlone() {
    Outcome both = classify("--model", second, "--format", "jsonl", "--segments", music);
    Outcome first = classify("--format", "jsonl", "--segments", music);
    Outcome other =
        Outcome.of("classify", "--model", second, "--format", "jsonl", "--segments", music);
    assertEquals(2 * first.outLines().size(), both.outLines().size());
    for (int i = 0; i < first.outLines().size(); i++) {
      String name = first.outLines().get(i).contains("error") ? "\"model\":\"noises\"," : "";
      assertEquals(
          first.outLines().get(i).replace("\"error\"", name + "\"error\""),
          both.outLines().get(2 * i));
      assertEquals(
          other
              .outLines()
              .get(i)
              .replace("\"error\"", name.replace("noises", "second") + "\"error\""),
          both.outLines().get(2 * i + 1));
    }
    Outcome table = classify("--model", second, music);
    assertTrue(table.outLines().get(1).matches(".*0\\.wav +second +hiss .*"), table.out());
    assertEquals(1, table.errLines().size(), table.err());
    assertEquals(2, classify("--model", model, music).code());
  }

  @Test
  void sureIsFromTheScoreOnThatIsAsked() {
    Outcome never = classify("--sure", "1", "--format", "csv", music.resolve("hum/0.wav"));
    assertTrue(never.out().contains(",false,,"), never.out());
    Outcome always = classify("--sure", "0", "--format", "csv", music.resolve("hum/0.wav"));
    assertTrue(always.out().contains(",true,,"), always.out());
  }

  @Test
  void listsNameFiles() throws IOException {
    Path hum = music.resolve("hum/0.wav");
    Path list = Files.writeString(folder.resolve("list.txt"), hum + "\n" + music + "\n");
    List<String> expected =
        Stream.of("hum/0.wav", "hiss/0.wav", "hiss/1.wav", "hum/1.wav", "hum/bad.wav")
            .map(name -> music.resolve(name).toString())
            .toList();
    assertEquals(expected, paths(classify("--format", "csv", "@" + list).out()));
    assertEquals(expected, paths(classify("--format", "csv", "--files-from", list).out()));
    Outcome none = classify("--format", "csv", "--files-from", Files.writeString(list, ""));
    assertEquals(0, none.code());
    assertEquals(1, none.outLines().size());
  }

  /**
   * A list that is missing is a file that is missing; one of {@code --files-from} makes no sense.
   */
  @Test
  void fileThatBeginsWithTheSignIsItself() {
    assertTrue(classify("@none.txt").err().contains("@none.txt: no such file [NOT_FOUND]"));
    assertEquals(2, classify("--files-from", folder.resolve("none")).code());
  }

  @Test
  void standardInputIsSoundOrAList() throws Exception {
    Path hum = music.resolve("hum/0.wav");
    Outcome sound =
        Program.run(folder, "auricle classify --format csv --model $1 - $2 <$2", model, hum);
    assertEquals(List.of("-", hum.toString()), paths(sound.out()));
    List<String> rows = sound.outLines();
    assertEquals(rows.get(2).replace(hum.toString(), "-"), rows.get(1));
    Outcome list =
        Program.run(
            folder,
            "printf '%s\\0' \"$2\" | auricle classify --format csv --model $1 --files-from -",
            model,
            hum);
    assertEquals(List.of(hum.toString()), paths(list.out()));
    try (Stream<Path> left = Files.list(folder)) {
      assertFalse(left.anyMatch(path -> path.toString().endsWith(".sound")));
    }
  }
}
