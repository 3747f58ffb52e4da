package io.auricle.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.auricle.dataset.DatasetException;
import io.auricle.dataset.TrackId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitFileTest {
  private final Path folder;

  SplitFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void writtenSplitIsReadAgain(boolean leaky) throws Exception {
    Split split = SplitTest.split(leaky, List.of("a b", "c/d.wav", "é"), List.of("x#[1]"));
    Path file = folder.resolve("s.split");
    SplitFile.write(split, file);
    Split read = SplitFile.read(file);
    assertEquals(split, read);
    assertEquals(split.hash(), read.hash());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "auricle-split: 1;[train];a;[test];a|, line 5: track a is already in line 3",
        "auricle-split: 1;[tset]|, line 2: [tset] must be [train], [validation] or [test]",
        "auricle-split: 1;a|, line 2: \"a\" must be key: value, or stand below [train]",
        "auricle-split: 1;leaky: perhaps|: leaky=perhaps must be true or false",
        "name: x;[train]|, line 1: a split file of Auricle begins with auricle-split: 1"
      })
  void badSplitFileNamesTheLine(String lines, String message) throws Exception {
    Path file = Files.writeString(folder.resolve("s.split"), lines.replace(";", "\n"));
    assertEquals(
        file + message,
        assertThrows(DatasetException.class, () -> SplitFile.read(file)).getMessage());
  }

  @Test
  void bothPublishedLayoutsAreRead() throws Exception {
    Path train = Files.writeString(folder.resolve("train.txt"), "blues/blues.00029.wav\n");
    Path test = Files.writeString(folder.resolve("test.txt"), "./rock_00012.wav\t3\n");
    Split split = PublishedList.split("p", Map.of(Part.TRAIN, train, Part.TEST, test));
    assertEquals(new TrackId("blues.00029"), split.tracks(Part.TRAIN).first());
    assertEquals(new TrackId("rock.00012"), split.tracks(Part.TEST).first());
    assertEquals(Map.of(new TrackId("rock.00012"), "3"), PublishedList.read(test));
  }

  @Test
  void publishedClipInTwoListsIsAnError() throws Exception {
    Path train = Files.writeString(folder.resolve("train.txt"), "blues/blues.00029.wav\n");
    Path test = Files.writeString(folder.resolve("test.txt"), "./blues_00029.wav\tblues\n");
    assertThrows(
        DatasetException.class,
        () -> PublishedList.split("p", Map.of(Part.TRAIN, train, Part.TEST, test)));
  }

  @Test
  void publishedListsHaveTheirKnownSizes() throws Exception {
    String data = System.getProperty("auricle.data");
    assumeTrue(data != null, "give -Dauricle.data=DIR to read the published lists");
    Path lists = Path.of(String.valueOf(data), "splits");
    Path filtered = lists.resolve("gtzan-fault-filtered");
    Split split =
        PublishedList.split(
            "fault-filtered",
            Map.of(
                Part.TRAIN, filtered.resolve("train_filtered.txt"),
                Part.VALIDATION, filtered.resolve("valid_filtered.txt"),
                Part.TEST, filtered.resolve("test_filtered.txt")));
    assertEquals(443, split.tracks(Part.TRAIN).size());
    assertEquals(197, split.tracks(Part.VALIDATION).size());
    assertEquals(290, split.tracks(Part.TEST).size());
    Path fold = lists.resolve("gtzan-artist-3fold");
    assertEquals(633, PublishedList.read(fold.resolve("f1_train.txt")).size());
    assertEquals(315, PublishedList.read(fold.resolve("f1_evaluate_groups.txt")).size());
  }
}
