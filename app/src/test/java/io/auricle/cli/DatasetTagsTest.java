package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts of tags, on six tracks in the layout of MTG-Jamendo. */
final class DatasetTagsTest {
  private static final String HEAD = "TRACK_ID\tARTIST_ID\tALBUM_ID\tPATH\tDURATION\tTAGS\n";

  private Path folder;

  @BeforeEach
  void files(@TempDir Path temporary) throws IOException {
    folder = temporary;
    StringBuilder rows = new StringBuilder(HEAD);
    List<String> tags = List.of("happy", "happy", "happy", "happy", "sad", "film");
    for (int i = 0; i < tags.size(); i++) {
      rows.append(
          "track_%d\tartist_%d\talbum_1\t00/%d.mp3\t90.0\tmood/theme---%s%n"
              .formatted(i, i, i, tags.get(i)));
    }
    Files.writeString(folder.resolve("autotagging_moodtheme.tsv"), rows.toString());
    Files.writeString(folder.resolve("clean.yaml"), "drop: [film]\n");
  }

  @Test
  void tagsAreCountedAfterTheCleanUpAndTheSampling() {
    Path plot = folder.resolve("tags.svg");
    Outcome outcome = tags("--sampling", "over:1,under:1", "--plot", plot);
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals("3 tags, 2 after the clean-up", outcome.outLines().get(0));
    assertEquals(List.of("none", "-", "5", "4", "1"), cells(outcome, 2));
    assertEquals(List.of("over", "1.0", "8", "4", "4"), cells(outcome, 3));
    assertEquals(List.of("under", "1.0", "2", "1", "1"), cells(outcome, 4));
    assertTrue(Files.exists(plot));
  }

  @Test
  void aSamplingThatIsNoneIsWrongUsage() {
    for (String wrong : List.of("over", "over:0", "over:x", "more:0.5")) {
      Outcome outcome = tags("--sampling", wrong);
      assertEquals(2, outcome.code(), wrong);
      assertTrue(outcome.err().contains("--sampling=" + wrong + " must be as"), outcome.err());
    }
  }

  @Test
  void anUnknownTagOfTheCleanUpIsNamed() throws IOException {
    Files.writeString(folder.resolve("clean.yaml"), "drop: [movies]\n");
    Outcome outcome = tags();
    assertEquals(1, outcome.code());
    assertTrue(outcome.err().contains("drop: movies is none of the 3 tags"), outcome.err());
  }

  private Outcome tags(Object... more) {
    List<Object> words =
        new ArrayList<>(
            List.of("dataset", "tags", "--dataset", "jamendo", "--target", "moodtheme"));
    words.addAll(List.of("--data", folder, "--clean-up", folder.resolve("clean.yaml")));
    words.addAll(List.of(more));
    return Outcome.of(words.toArray());
  }

  private static List<String> cells(Outcome outcome, int line) {
    return List.of(outcome.outLines().get(line).split(" +", -1));
  }
}
