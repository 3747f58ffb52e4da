package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One bad file costs one line; its neighbours are classified all the same. */
final class BadInputTest {
  private static final Path MP3 = Path.of("../samples/metal.mp3");
  private static Path model;

  private Path folder;
  private Path before;
  private Path after;

  @BeforeAll
  static void train(@TempDir Path temporary) throws IOException {
    model = TinyModel.train(temporary);
  }

  @BeforeEach
  void neighbours(@TempDir Path temporary) throws IOException {
    folder = temporary;
    before = Files.write(folder.resolve("before.wav"), Wav.noise("hum", 51, 2));
    after = Files.write(folder.resolve("after.wav"), Wav.noise("hiss", 52, 2));
  }

  static Stream<Arguments> refused() {
    byte[] wav = Wav.noise("hiss", 50, 2);
    byte[] second = new byte[16_000];
    byte[] mp3Header = {(byte) 0xFF, (byte) 0xFB, (byte) 0x90, 0x64};
    return Stream.of(
        Arguments.of("empty.wav", new byte[0], "EMPTY"),
        Arguments.of("text.wav", Wav.ascii("Dear diary,\ntoday I heard a song.\n"), "UNSUPPORTED"),
        Arguments.of("cut in its header.wav", Arrays.copyOf(wav, 30), "TRUNCATED"),
        Arguments.of("no channels.wav", wav(0, 8000, second), "CORRUPT"),
        Arguments.of("1 Hz.wav", wav(1, 1, second), "CORRUPT"),
        Arguments.of("10 MHz.wav", wav(1, 10_000_000, second), "CORRUPT"),
        Arguments.of("NaN alone.wav", Wav.floats(Float.NaN, 16_000), "EMPTY"),
        Arguments.of("infinite alone.wav", Wav.floats(Float.POSITIVE_INFINITY, 16_000), "EMPTY"),
        Arguments.of("silence.wav", wav(1, 8000, new byte[32_000]), "EMPTY"),
        Arguments.of("0.2 s.wav", Wav.noise("hiss", 50, 0.2), "TOO_SHORT"),
        Arguments.of("random.mp3", Wav.join(mp3Header, random(20_000)), "CORRUPT"),
        Arguments.of("list.m3u", Wav.ascii("#EXTM3U\nhttp://127.0.0.1:9/a.mp3\n"), "UNSUPPORTED"),
        Arguments.of("list.pls.mp3", Wav.ascii("[playlist]\nFile1=before.wav\n"), "UNSUPPORTED"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void costsOneLine(String name, byte[] content, String code) throws Exception {
    assertRefused(Files.write(folder.resolve(name), content), code);
  }

  @Test
  void missingFileCostsOneLine() throws Exception {
    assertRefused(folder.resolve("none.mp3"), "NOT_FOUND");
  }

  @Test
  void folderWithoutAudioCostsOneLine() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("papers"));
    Files.writeString(empty.resolve("notes.txt"), "No audio here.");
    assertRefused(empty, "EMPTY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:9/song.mp3", "https://127.0.0.1/a.wav"})
  void addressIsNotFetched(String address) throws Exception {
    assertRefused(Path.of(address), "UNSUPPORTED");
  }

  @Test
  void namedPipeIsNeverOpened() throws Exception {
    Path pipe = folder.resolve("pipe.wav");
    try {
      assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no pipes");
    } catch (IOException e) {
      assumeTrue(false, "this system has no mkfifo");
    }
    assertTimeoutPreemptively(Duration.ofMinutes(2), () -> assertRefused(pipe, "UNSUPPORTED"));
  }

  @Test
  void unreadableFileCostsOneLine() throws Exception {
    Path file = Files.write(folder.resolve("secret.wav"), Wav.noise("hum", 53, 2));
    assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"), "needs POSIX rights");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeTrue(!Files.isReadable(file), "root reads every file");
    assertRefused(file, "CORRUPT");
  }

  @Test
  void randomBytesAfterMp3FramesEndInOneAnswer() throws Exception {
    byte[] frames = Arrays.copyOf(Files.readAllBytes(MP3), 400);
    Path file = Files.write(folder.resolve("noise.mp3"), Wav.join(frames, random(300_000)));
    Outcome outcome = Outcome.of("classify", "--model", model, "--format", "jsonl", file, after);
    JsonNode first = new ObjectMapper().readTree(outcome.outLines().get(0));
    assertEquals(2, outcome.outLines().size(), outcome.out());
    assertTrue(first.has("error") || first.has("warnings"), outcome.out());
    assertEquals(first.has("error") ? 1 : 0, outcome.code());
  }

  static Stream<Arguments> damaged() throws IOException {
    byte[] wav = Wav.noise("hiss", 50, 4);
    byte[] mp3 = Files.readAllBytes(MP3);
    byte[] lying = Wav.join(Wav.header(Wav.PCM, 1, 8000, 16, 3_000_000_000L), tail(wav));
    byte[] partly = Wav.join(tail(Wav.floats(0.5f, 9000)), tail(Wav.floats(Float.NaN, 9000)));
    byte[] holes = Wav.join(Wav.header(Wav.FLOAT, 1, 8000, 32, partly.length), partly);
    return Stream.of(
        Arguments.of("cut in its data.wav", Arrays.copyOf(wav, wav.length / 2), "cut"),
        Arguments.of("3 GB.wav", lying, "the header says 3000000000 bytes"),
        Arguments.of("holes.wav", holes, "not finite"),
        Arguments.of("cut in two.mp3", Arrays.copyOf(mp3, mp3.length / 2), "cut"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damaged")
  void decodablePartIsClassifiedWithAWarning(String name, byte[] content, String warning)
      throws Exception {
    Path file = Files.write(folder.resolve(name), content);
    Outcome outcome = Outcome.of("classify", "--model", model, before, file, after);
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals(3, outcome.outLines().size(), outcome.out());
    assertTrue(outcome.outLines().get(1).startsWith(file.toString()), outcome.out());
    assertEquals(1, outcome.errLines().size(), outcome.err());
    assertTrue(outcome.err().startsWith("auricle: warning: " + file + ": "), outcome.err());
    assertTrue(outcome.err().contains(warning), outcome.err());

    Outcome json = Outcome.of("classify", "--model", model, "--format", "jsonl", file);
    JsonNode object = new ObjectMapper().readTree(json.out());
    assertTrue(object.get("warnings").get(0).asText().contains(warning), json.out());
    assertTrue(object.has("labels"), json.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " two  spaces ",
        "it's \"quoted\"",
        "line\nbreak\r",
        "tab\tbell\u0007",
        "M\u00f6tley Cr\u00fce \u2014 \u97f3\u697d \ud83c\udfb5",
        "-dash",
        "%s %n {0} $HOME `id` *?",
        "@file"
      })
  void anyNameIsClassifiedAndShownOnOneLine(String name) throws Exception {
    Path wav = Files.write(folder.resolve(name + ".wav"), Wav.noise("hum", 54, 2));
    Path mp3 = Files.copy(MP3, folder.resolve(name + ".mp3"));
    Path missing = folder.resolve(name);
    Outcome table = Outcome.of("classify", "--model", model, wav, mp3, missing);
    assertEquals(1, table.code(), table.err());
    assertEquals(2, table.outLines().size(), table.out());
    assertEquals(1, table.errLines().size(), table.err());
    assertTrue(table.err().endsWith("[NOT_FOUND]" + System.lineSeparator()), table.err());

    Outcome json = Outcome.of("classify", "--model", model, "--format", "jsonl", wav, mp3);
    JsonNode object = new ObjectMapper().readTree(json.outLines().get(0));
    assertEquals(wav.toString(), object.get("path").asText());
    assertEquals("hum", object.get("labels").get(0).get("label").asText());
    assertEquals(0, json.code(), json.out());
  }

  /** The file between two good ones: in the table and as JSON. */
  private void assertRefused(Path bad, String code) throws IOException {
    Outcome table = Outcome.of("classify", "--model", model, before, bad, after);
    assertEquals(1, table.code(), table.err());
    assertEquals(1, table.errLines().size(), table.err());
    assertTrue(table.err().startsWith("auricle: " + bad + ": "), table.err());
    assertTrue(table.err().strip().endsWith(" [" + code + "]"), table.err());
    assertEquals(2, table.outLines().size(), table.out());
    assertTrue(table.outLines().get(0).startsWith(before.toString()), table.out());
    assertTrue(table.outLines().get(1).startsWith(after.toString()), table.out());

    Outcome json = Outcome.of("classify", "--model", model, "--format=jsonl", before, bad, after);
    assertEquals(1, json.code(), json.err());
    assertEquals("", json.err());
    assertEquals(3, json.outLines().size(), json.out());
    JsonNode object = new ObjectMapper().readTree(json.outLines().get(1));
    assertEquals(bad.toString(), object.get("path").asText());
    assertEquals(code, object.get("error").get("code").asText(), json.out());
    assertEquals(1, object.get("error").get("message").asText().lines().count(), json.out());
    assertTrue(!object.has("labels"), json.out());
  }

  private static byte[] wav(int channels, long rateHz, byte[] data) {
    return Wav.join(Wav.header(Wav.PCM, channels, rateHz, 16, data.length), data);
  }

  private static byte[] tail(byte[] wav) {
    return Arrays.copyOfRange(wav, 44, wav.length);
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(440).nextBytes(bytes);
    return bytes;
  }
}
