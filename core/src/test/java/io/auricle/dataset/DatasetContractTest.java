package io.auricle.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every data set of the catalogue. */
class DatasetContractTest {
  private final Path root;

  DatasetContractTest(@TempDir Path root) {
    this.root = root;
  }

  static List<Dataset> datasets() {
    return Datasets.all();
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void cardSaysWhatMustBeKnown(Dataset dataset) {
    DatasetCard card = dataset.card();
    for (String text :
        List.of(
            card.title(),
            card.source().citation(),
            card.source().licence(),
            card.source().obtain(),
            card.tree())) {
      assertFalse(text.isBlank(), card.name());
    }
    assertSame(dataset, Datasets.named(card.name()));
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void tracksHaveAudioAndOneLabel(Dataset dataset) throws Exception {
    DatasetIndex index = loaded(dataset);
    assertEquals(2, index.tracks().size());
    for (Track track : index.tracks()) {
      Path path = track.path();
      assertNotNull(path);
      assertTrue(Files.isRegularFile(path));
      assertNotNull(track.label());
    }
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void idsDoNotDependOnWhereTheFilesLie(Dataset dataset) throws Exception {
    TinyTree.make(dataset.card().name(), root.resolve("one"));
    TinyTree.make(dataset.card().name(), root.resolve("another/place"));
    assertEquals(
        dataset.load(root.resolve("one")).tracks().stream().map(Track::id).toList(),
        dataset.load(root.resolve("another/place")).tracks().stream().map(Track::id).toList());
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void emptyFolderIsAnErrorThatNamesIt(Dataset dataset) {
    String message =
        String.valueOf(assertThrows(DatasetException.class, () -> dataset.load(root)).getMessage());
    assertTrue(message.startsWith(root.toString()), message);
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void absentFolderIsAnErrorThatNamesIt(Dataset dataset) {
    Path absent = root.resolve("absent");
    String message =
        String.valueOf(
            assertThrows(DatasetException.class, () -> dataset.load(absent)).getMessage());
    assertTrue(message.startsWith(absent.toString()), message);
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void soundTreeIsCheckedWithoutCorruptOrDuplicateTracks(Dataset dataset) throws Exception {
    TinyTree.make(dataset.card().name(), root);
    CheckReport report =
        new DatasetCheck(Probe.NONE).check(dataset, root, dataset.card().target(null));
    assertEquals(2, report.soundCount(), report.toTable());
    assertEquals(List.of(), report.findings(Fault.CORRUPT));
    assertEquals(List.of(), report.findings(Fault.DUPLICATE));
    assertEquals(2, report.labelCounts().values().stream().mapToInt(Integer::intValue).sum());
  }

  private DatasetIndex loaded(Dataset dataset) throws IOException, DatasetException {
    TinyTree.make(dataset.card().name(), root);
    return dataset.load(root);
  }
}
