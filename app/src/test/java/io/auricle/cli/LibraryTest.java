package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library from its first scan to playlists, as a user meets it. */
final class LibraryTest {
  private static Path model = Path.of("none");

  private Path folder = Path.of("none");
  private Path music = Path.of("none");

  @BeforeAll
  static void train(@TempDir Path temporary) throws IOException {
    model = TinyModel.train(temporary);
  }

  @BeforeEach
  void music(@TempDir Path temporary) throws IOException {
    folder = temporary;
    music = Wav.noises(folder.resolve("music"), 3);
  }

  private Outcome library(String command, Object... words) {
    List<Object> all = new ArrayList<>(List.of("library", command));
    all.addAll(List.of("--database", folder.resolve("data/library.db")));
    all.addAll(List.of(words));
    return Outcome.of(all.toArray());
  }

  private String scan(int code) {
    Outcome outcome = library("scan", "--model", model, music);
    assertEquals(code, outcome.code(), outcome.err());
    List<String> lines = outcome.errLines();
    return lines.get(lines.size() - 1).replaceFirst("^auricle: ", "").replaceFirst("; .*", "");
  }

  private static String counts(
      int heard, int known, int unchanged, int removed, int failed, int before) {
    return "%d heard, %d known by their sound, %d unchanged, %d removed, %d failed, %d failed before"
        .formatted(heard, known, unchanged, removed, failed, before);
  }

  private List<String> paths(Object... query) {
    List<Object> words = new ArrayList<>(List.of("--format", "m3u8"));
    words.addAll(List.of(query));
    Outcome outcome = library("list", words.toArray());
    assertEquals(0, outcome.code(), outcome.err());
    return outcome.outLines().stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> music.relativize(Path.of(line)).toString())
        .toList();
  }

  @Test
  void scansHearOnlyWhatIsNew() throws Exception {
    Files.writeString(music.resolve("bad.wav"), "no sound");
    assertEquals(counts(6, 0, 0, 0, 1, 0), scan(1));
    assertEquals(counts(0, 0, 6, 0, 0, 1), scan(0));
    assertEquals(List.of("hiss/0.wav", "hiss/1.wav", "hiss/2.wav"), paths("noises:hiss"));
    assertEquals(List.of("bad.wav"), paths("fault:yes"));

    Files.move(music.resolve("hiss/1.wav"), music.resolve("moved.wav"));
    Files.copy(music.resolve("hum/0.wav"), music.resolve("copy.wav"));
    Files.delete(music.resolve("hum/2.wav"));
    Files.setLastModifiedTime(music.resolve("hum/1.wav"), FileTime.fromMillis(1_000_000));
    Files.write(music.resolve("bad.wav"), Wav.noise("hum", 77, 2));
    assertEquals(counts(1, 3, 3, 1, 0, 0), scan(0));
    assertEquals(List.of("hiss/0.wav", "hiss/2.wav", "moved.wav"), paths("noises:hiss"));
    assertEquals(List.of("bad.wav", "copy.wav", "hum/0.wav", "hum/1.wav"), paths("-noises:hiss"));
    assertEquals(List.of("hum/2.wav"), paths("removed:yes"));
    assertEquals(
        List.of(music.resolve("copy.wav").toString(), music.resolve("hum/0.wav").toString()),
        library("duplicates").outLines());

    Files.write(music.resolve("hum/2.wav"), Wav.noise("hiss", 99, 2));
    assertEquals(counts(1, 0, 7, 0, 0, 0), scan(0));
    assertEquals(0, library("check").code());
  }

  @Test
  void contentsThatChangePlacesAreNotMixedUp() throws Exception {
    scan(0);
    Files.move(music.resolve("hiss/0.wav"), folder.resolve("kept.wav"));
    Files.move(music.resolve("hum/0.wav"), music.resolve("hiss/0.wav"));
    Files.move(folder.resolve("kept.wav"), music.resolve("hum/0.wav"));
    Files.setLastModifiedTime(music.resolve("hiss/0.wav"), FileTime.fromMillis(2_000_000));
    Files.setLastModifiedTime(music.resolve("hum/0.wav"), FileTime.fromMillis(2_000_000));
    scan(0);
    assertEquals(List.of("hiss/1.wav", "hiss/2.wav", "hum/0.wav"), paths("noises:hiss"));
  }

  @Test
  void killedScanGoesOn() throws Exception {
    Wav.noises(music, 60);
    Path database = folder.resolve("data/library.db");
    Process process =
        Program.shell(
                folder,
                "exec \"$java\" -Xmx256m -cp \"$classes\" io.auricle.cli.Main library scan"
                    + " --threads 1 --model \"$1\" --database \"$2\" \"$3\"",
                model,
                database,
                music)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out.txt").toFile())
            .start();
    while (!Files.exists(database) || library("list", "limit:1").out().isEmpty()) {
      assertTrue(process.isAlive(), Files.readString(folder.resolve("out.txt")));
      Thread.sleep(20);
    }
    process.destroyForcibly().waitFor();
    int known = paths().size();
    assertTrue(known > 0 && known < 120, "known=" + known);
    assertEquals(counts(120 - known, 0, known, 0, 0, 0), scan(0));
    assertEquals(120, paths().size());
    assertEquals(0, library("check").code());
  }

  @Test
  void queriesAreAnsweredInEachFormatAndFaultsArePointedAt() throws Exception {
    scan(0);
    Outcome csv = library("list", "--format", "csv", "noises:hum", "limit:1");
    assertEquals(
        "path,duration_seconds,title,artist,album,year,tag_genre,noises,noises_score,noises_sure,"
            + "valence,arousal,tempo,tempo_certainty,key,key_certainty,error_code,error_message",
        csv.outLines().get(0));
    assertTrue(csv.outLines().get(1).contains("hum/0.wav,2.000,,,,,,hum,"), csv.out());
    Path export = folder.resolve("all.jsonl");
    assertEquals(0, library("export", "-o", export).code());
    assertEquals(6, Files.readAllLines(export).size());
    assertTrue(Files.readString(export).contains("\"scores\":{\"noises\":{\"hi"));
    assertTrue(library("show", music.resolve("hum/0.wav")).out().contains("noises"));
    assertTrue(library("stats").out().startsWith("6 songs, 0.0 hours; 0 files removed"));

    Outcome fault = library("list", "noises:hum", "yeer:1969");
    assertEquals(2, fault.code());
    assertTrue(
        fault.errLines().get(0).contains("field=yeer must be one of [noises, "), fault.err());
    assertEquals(
        List.of("  noises:hum yeer:1969", " ".repeat(13) + "^"), fault.errLines().subList(1, 3));
    Outcome unknown = library("show", folder.resolve("x.wav"));
    assertEquals(1, unknown.code());
    assertTrue(unknown.err().contains("does not know this file"), unknown.err());
    assertEquals(0, library("wrong").code());
  }

  @Test
  void songsLikeOneMakeAPlaylistThatScansKeepUpToDate() throws Exception {
    scan(0);
    Outcome similar = library("similar", "-n", "2", music.resolve("hum/0.wav"));
    assertEquals(0, similar.code(), similar.err());
    assertEquals(2, similar.outLines().size());
    similar.outLines().forEach(line -> assertTrue(line.contains("/hum/"), line));

    Path list = folder.resolve("hums.m3u8");
    assertEquals(0, library("playlist", "hums", "-noises:hiss", "-o", list).code());
    assertEquals(7, Files.readAllLines(list).size());
    assertTrue(Files.readAllLines(list).contains("music/hum/0.wav"));
    Path like = folder.resolve("like.m3u8");
    Outcome walk =
        library(
            "playlist", "like", "--like", music.resolve("hum/1.wav"), "--length", "5s", "-o", like);
    assertEquals(0, walk.code(), walk.err());
    assertEquals(7, Files.readAllLines(like).size());
    assertEquals("music/hum/1.wav", Files.readAllLines(like).get(2));

    Files.write(music.resolve("hum/new.wav"), Wav.noise("hum", 5, 2));
    scan(0);
    assertTrue(Files.readAllLines(list).contains("music/hum/new.wav"));
  }

  /** Hums for ten seconds in the middle of each quarter, and hisses for fifteen between. */
  private static byte[] quarters() {
    ByteArrayOutputStream sound = new ByteArrayOutputStream();
    for (int part = 0; part < 9; part++) {
      double seconds = part % 2 == 1 ? 10 : part == 0 || part == 8 ? 7.5 : 15;
      byte[] noise = Wav.noise(part % 2 == 1 ? "hum" : "hiss", 40 + part, seconds);
      sound.write(noise, 44, noise.length - 44);
    }
    byte[] header = Wav.header(Wav.PCM, 1, Wav.RATE_HZ, 16, sound.size());
    return Wav.join(header, sound.toByteArray());
  }

  @Test
  void longSongsAreHeardByExcerptsUnlessWhole() throws Exception {
    Files.write(music.resolve("long.wav"), quarters());
    scan(0);
    assertEquals(List.of("long.wav"), paths("noises:hum", "path:long"));
    assertEquals(List.of("long.wav"), paths("length:100"));
    Outcome whole = library("scan", "--model", model, "--whole", music);
    assertEquals(0, whole.code(), whole.err());
    assertTrue(whole.err().contains("7 heard, 0 known"), whole.err());
    assertEquals(List.of("long.wav"), paths("noises:hiss", "path:long"));
    assertEquals(counts(0, 0, 7, 0, 0, 0), scan(0));
    assertEquals(List.of("long.wav"), paths("noises:hiss", "path:long"));
  }

  @Test
  void correctionsWinOverEarsAndStayWithTheSound() throws Exception {
    scan(0);
    Path list = folder.resolve("hums.m3u8");
    assertEquals(0, library("playlist", "hums", "noises:hum", "-o", list).code());
    Path file = music.resolve("hiss/0.wav");
    Outcome said = library("correct", file, "noises=HUM", "dance=salsa", "--new");
    assertEquals(0, said.code(), said.err());
    assertTrue(Files.readAllLines(list).contains("music/hiss/0.wav"));
    assertTrue(library("list", "dance:salsa").out().contains("hum (corrected)"));
    assertTrue(library("show", file).out().contains("corrected: hum (heard: hiss "));
    Files.move(file, music.resolve("moved.wav"));
    assertEquals(counts(0, 1, 5, 0, 0, 0), scan(0));
    assertEquals(List.of("moved.wav"), paths("noises:hum", "path:moved"));
    assertEquals(
        List.of(
            "noises=hum   " + music.resolve("moved.wav"),
            "dance=salsa  " + music.resolve("moved.wav")),
        library("correct", "--list").outLines());
    assertEquals(0, library("correct", music.resolve("moved.wav"), "dance=").code());
    assertEquals(1, library("correct", "--list").outLines().size());
    assertEquals(0, library("correct", music.resolve("moved.wav"), "--remove").code());
    assertEquals(List.of("moved.wav"), paths("noises:hiss", "path:moved"));

    assertEquals(1, library("correct", folder.resolve("x.wav"), "noises=hum").code());
    for (List<Object> wrong :
        List.<List<Object>>of(
            List.of(music.resolve("moved.wav"), "noises=buzz"),
            List.of(music.resolve("moved.wav"), "genre=jazz"),
            List.of(music.resolve("moved.wav"), "noises=hum", "noises=hiss"),
            List.of(music.resolve("moved.wav"), "hum"),
            List.of(music.resolve("moved.wav")))) {
      assertEquals(2, library("correct", wrong.toArray()).code(), wrong.toString());
    }
    assertEquals(0, library("correct", "--list").outLines().size());
  }

  @Test
  void annotationsOfResearchHaveAFileForEachSong() throws Exception {
    Files.writeString(music.resolve("bad.wav"), "no sound");
    scan(1);
    library("correct", music.resolve("hum/0.wav"), "noises=hiss");
    Path target = folder.resolve("annotations");
    assertEquals(0, library("export", "--format", "jams", "-o", target).code());
    List<Path> files;
    try (Stream<Path> all = Files.list(target)) {
      files = all.sorted().toList();
    }
    assertEquals(6, files.size());
    JsonNode hum = null;
    for (Path file : files) {
      JsonNode one = new ObjectMapper().readTree(file.toFile());
      if (one.at("/file_metadata/identifiers/path").asText().endsWith("hum/0.wav")) {
        hum = one;
      }
    }
    assertNotNull(hum);
    assertEquals(2.0, hum.at("/file_metadata/duration").asDouble());
    JsonNode heard = hum.at("/annotations/0");
    assertEquals("tag_open", heard.path("namespace").asText());
    assertEquals("hum", heard.at("/data/0/value").asText());
    assertEquals(2.0, heard.at("/data/0/duration").asDouble());
    assertEquals("hiss", hum.at("/annotations/1/data/0/value").asText());
    assertEquals(
        "manual annotation", hum.at("/annotations/1/annotation_metadata/data_source").asText());
    assertEquals(2, library("export", "--format", "jams").code());
    assertEquals(2, library("export", "--format", "m3u8").code());
  }

  @Test
  void tornLibraryComesBackFromItsBackup() throws Exception {
    scan(0);
    Path database = folder.resolve("data/library.db");
    byte[] whole = Files.readAllBytes(database);
    Files.write(database, Arrays.copyOf(whole, 6_000));
    Outcome torn = library("list");
    assertEquals(1, torn.code());
    assertTrue(torn.err().contains("library check --restore"), torn.err());
    assertEquals(1, torn.errLines().size());
    Outcome restored = library("check", "--restore");
    assertEquals(0, restored.code(), restored.err());
    assertEquals(6, paths().size());
    assertEquals(0, library("duplicates", "--near").code());
  }

  @Test
  void whatIsNoLibraryIsOneClearLine() throws Exception {
    Outcome none = library("list");
    assertEquals(1, none.code());
    assertTrue(none.err().contains("make one with: auricle library scan DIR"), none.err());
    assertEquals(2, library("scan", folder.resolve("nowhere")).code());
    assertEquals(2, library("scan").code());
  }
}
