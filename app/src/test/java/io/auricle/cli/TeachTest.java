package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.bundle.UserModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels of one's own, from a folder or a library to a model that is used by its name. */
final class TeachTest {
  private Path folder = Path.of("none");

  @BeforeEach
  void place(@TempDir Path temporary) {
    folder = temporary;
    System.setProperty(UserModels.PROPERTY, temporary.resolve("models").toString());
  }

  @AfterEach
  void clear() {
    System.clearProperty(UserModels.PROPERTY);
  }

  private static Outcome done(Outcome outcome) {
    assertEquals(0, outcome.code(), outcome.err());
    return outcome;
  }

  @Test
  void foldersBecomeAModelThatNamesNewSounds() throws Exception {
    Path music = Wav.noises(folder.resolve("music"), 6);
    Outcome taught = done(Outcome.of("teach", music, "-o", "mine"));
    List<String> lines = taught.outLines();
    assertEquals(List.of("hiss", "6", "6", "100 %"), List.of(lines.get(1).split("\\s{2,}")));
    assertEquals(List.of("hum", "6", "6", "100 %"), List.of(lines.get(2).split("\\s{2,}")));
    assertTrue(
        lines
            .get(3)
            .startsWith("right: 100 % of 12 tracks (95 % interval 100 % to 100 %), 5 folds"),
        taught.out());
    assertTrue(taught.err().contains("classify --model mine"), taught.err());

    Files.write(folder.resolve("a.wav"), Wav.noise("hum", 500, 2));
    Files.write(folder.resolve("b.wav"), Wav.noise("hiss", 501, 2));
    Outcome named =
        done(
            Outcome.of(
                "classify",
                "--model",
                "mine",
                "--model",
                "genre",
                "--embedding",
                "--format",
                "jsonl",
                folder.resolve("a.wav"),
                folder.resolve("b.wav")));
    List<String> mine =
        named.outLines().stream().filter(line -> line.contains("\"model\":\"mine\"")).toList();
    assertTrue(mine.get(0).contains("\"labels\":[{\"label\":\"hum\""), mine.get(0));
    assertTrue(mine.get(1).contains("\"labels\":[{\"label\":\"hiss\""), mine.get(1));
    assertTrue(mine.get(0).contains("\"embedding\":{\"model\":\"listen\""), named.out());
    assertTrue(done(Outcome.of("models", "list")).out().contains("mine"));

    Outcome again = Outcome.of("teach", music, "-o", "mine");
    assertEquals(2, again.code());
    assertTrue(again.err().contains("--output=mine is there already"), again.err());
    done(Outcome.of("teach", music, "-o", "mine", "--replace", "--most", "5"));
  }

  private Outcome library(String command, Object... words) {
    List<Object> all = new ArrayList<>(List.of("library", command));
    all.addAll(List.of("--database", folder.resolve("library.db")));
    all.addAll(List.of(words));
    return Outcome.of(all.toArray());
  }

  @Test
  void correctionsOfALibraryBecomeAModelThatScansUse() throws Exception {
    Path music = Wav.noises(folder.resolve("music"), 5);
    done(library("scan", "--model", TinyModel.train(folder), music));
    for (int i = 0; i < 5; i++) {
      done(library("correct", music.resolve("hum/" + i + ".wav"), "kind=low", "--new"));
      done(library("correct", music.resolve("hiss/" + i + ".wav"), "kind=wide", "--new"));
    }
    Path model = folder.resolve("kinds");
    List<Object> teach =
        List.of(
            "teach",
            "--from",
            "corrections",
            "--field",
            "kind",
            "--database",
            folder.resolve("library.db"),
            "-o",
            model);
    Outcome taught = done(Outcome.of(teach.toArray()));
    // All of a label lie in one folder, which stands for an album.
    assertTrue(
        taught.out().contains("by track: a label has but one artist or album"), taught.out());
    done(library("scan", "--model", model, music));
    assertEquals(6, done(library("list", "kinds:low")).outLines().size());

    List<Object> none = new ArrayList<>(teach);
    none.set(2, "tags");
    none.set(4, "genre");
    none.set(8, folder.resolve("other"));
    Outcome nothing = Outcome.of(none.toArray());
    assertEquals(1, nothing.code());
    assertTrue(nothing.err().contains("no song of the query has one tag genre"), nothing.err());
  }

  private String refused(int code, Object... words) {
    Outcome outcome = Outcome.of(words);
    assertEquals(code, outcome.code(), outcome.err());
    List<String> lines = outcome.errLines();
    return lines.get(0);
  }

  @Test
  void whatCannotBeLearnedIsOneClearLine() throws IOException {
    Path music = Wav.noises(folder.resolve("music"), 4);
    assertTrue(
        refused(1, "teach", music, "-o", "mine", "-q")
            .contains("label=hiss has 4 tracks that could be heard; at least 5 are needed"));
    assertTrue(
        refused(1, "teach", music.resolve("hum"), "-o", "mine")
            .contains("a folder for each label"));
    assertTrue(
        refused(1, "teach", folder.resolve("nowhere"), "-o", "mine").contains("no such folder"));
    assertTrue(
        refused(1, "teach", music, "-o", "mine", "--label", "hum")
            .contains("must be at least two"));
    assertTrue(refused(2, "teach", music, "-o", "mine", "--label", "buzz").contains("[hiss, hum]"));
    assertTrue(refused(2, "teach", music, "-o", "genre").contains("bundled model's name"));
    assertTrue(refused(2, "teach", music, "-o", "My Model").contains("lower-case letters"));
    assertTrue(refused(2, "teach", "-o", "mine").contains("'FOLDER'"));
    assertTrue(refused(2, "teach", music, "-o", "mine", "--most", "3").contains("at least 5"));
    assertTrue(Files.notExists(folder.resolve("models")));
  }

  @Test
  void unreadableFilesAndCopiesAreLeftOut() throws IOException {
    Path music = Wav.noises(folder.resolve("music"), 6);
    Files.writeString(music.resolve("hum/bad.wav"), "no sound");
    Files.copy(music.resolve("hum/0.wav"), music.resolve("hum/copy.wav"));
    Files.copy(music.resolve("hum/0.wav"), music.resolve("hiss/wrong.wav"));
    Outcome taught = Outcome.of("teach", music, "-o", "mine");
    assertEquals(1, taught.code(), taught.err());
    assertTrue(taught.err().contains("hum/bad.wav: "), taught.err());
    assertTrue(
        taught.err().contains("the same sound under several labels, left out"), taught.err());
    assertTrue(taught.out().contains("of 11 tracks"), taught.out());
    assertTrue(Files.exists(folder.resolve("models/mine/model.onnx")));
  }
}
