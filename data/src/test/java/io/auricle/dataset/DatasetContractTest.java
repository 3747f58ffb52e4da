package io.auricle.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.dataset.check.CheckReport;
import io.auricle.dataset.check.DatasetCheck;
import io.auricle.dataset.check.Probe;
import io.auricle.dataset.known.Datasets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
  void tracksOfEveryTargetHaveAudioAndItsLabels(Dataset dataset) throws Exception {
    TinyTree.make(dataset.card().name(), root);
    for (Target target : dataset.card().targets()) {
      List<Track> tracks = dataset.load(root, target).tracks();
      assertTrue(tracks.size() >= 2, target.name());
      for (Track track : tracks) {
        Path path = track.path();
        assertNotNull(path);
        assertTrue(Files.isRegularFile(path));
        assertTrue(target.several() || track.labels().size() == 1, target.name());
        assertTrue(target.open() || target.labels().containsAll(track.labels()), target.name());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void publishedSplitsHaveEveryTrackOnce(Dataset dataset) throws Exception {
    DatasetIndex index = loaded(dataset);
    for (String split : dataset.card().splits().keySet()) {
      Map<String, List<Track>> parts = dataset.published(root, index.target(), split);
      assertEquals(
          index.tracks().stream().map(Track::id).toList(),
          parts.values().stream().flatMap(List::stream).map(Track::id).sorted().toList());
    }
    String message =
        String.valueOf(
            assertThrows(
                    IllegalArgumentException.class,
                    () -> dataset.published(root, index.target(), "none"))
                .getMessage());
    assertTrue(message.startsWith("split=none must be"), message);
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void annotationsWithoutAudioAreTracksWithoutPath(Dataset dataset) throws Exception {
    DatasetIndex index = loaded(dataset);
    Path gone = index.tracks().get(0).path();
    assertNotNull(gone);
    Files.delete(gone);
    List<Track> annotated = dataset.annotations(root, index.target()).tracks();
    List<Track> silent = annotated.stream().filter(track -> track.path() == null).toList();
    assertEquals(annotated.size() - 1, dataset.load(root).tracks().size() + silent.size() - 1);
    assertTrue(dataset.load(root).tracks().stream().noneMatch(t -> gone.equals(t.path())));
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void unknownTargetNamesThoseThereAre(Dataset dataset) {
    String message =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> dataset.card().target("weather"))
                .getMessage());
    assertTrue(message.startsWith("target=weather must be one of ["), message);
    assertTrue(message.contains(dataset.card().targets().get(0).name()), message);
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
    assertEquals(dataset.load(root).tracks().size(), report.soundCount(), report.toTable());
    assertEquals(List.of(), report.findings(Fault.CORRUPT));
    assertEquals(List.of(), report.findings(Fault.DUPLICATE));
  }

  private DatasetIndex loaded(Dataset dataset) throws IOException, DatasetException {
    TinyTree.make(dataset.card().name(), root);
    return dataset.load(root);
  }
}
