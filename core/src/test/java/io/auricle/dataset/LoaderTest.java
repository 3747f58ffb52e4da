package io.auricle.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.label.Label;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoaderTest {
  private final Path root;

  LoaderTest(@TempDir Path root) {
    this.root = root;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "genres/jazz/jazz.00001.au",
        "genres_original/jazz/jazz.00001.wav",
        "Data/genres_original/jazz/jazz.00001.wav",
        "jazz/jazz.00001.wav",
        "excerpts/jazz/jazz.00001.opus"
      })
  void gtzanIsFoundInEachLayout(String file) throws Exception {
    TinyTree.wav(root.resolve(file), 1);
    Track track = Datasets.named("gtzan").load(root).tracks().get(0);
    assertEquals(new TrackId("jazz.00001"), track.id());
    assertEquals(new Label("jazz"), track.label());
    assertEquals(root.resolve(file), track.path());
  }

  @Test
  void gtzanNamesWhatIsMissingAndLeavesOutTheKnownCorruptClip() throws Exception {
    TinyTree.make("gtzan", root);
    DatasetIndex index = Datasets.named("gtzan").load(root);
    assertEquals(
        List.of("jazz.00054"),
        index.findings().stream()
            .filter(finding -> finding.fault() == Fault.KNOWN_FAULT)
            .map(Finding::name)
            .toList());
    assertEquals(997, index.findings().stream().filter(f -> f.fault() == Fault.MISSING).count());
  }

  @Test
  void gtzanClipInTwoLayoutsCountsOnce() throws Exception {
    TinyTree.wav(root.resolve("genres/jazz/jazz.00001.au"), 1);
    TinyTree.wav(root.resolve("genres_original/jazz/jazz.00001.wav"), 1);
    List<Track> tracks = Datasets.named("gtzan").load(root).tracks();
    assertEquals(1, tracks.size());
    assertTrue(String.valueOf(tracks.get(0).path()).endsWith(".wav"));
  }

  @Test
  void folderOfAnAliasIsTheGenreAndOthersKeepTheirName() throws Exception {
    TinyTree.make("folder", root);
    assertEquals(
        Map.of(new Label("hiphop"), 1, new Label("polka"), 1),
        Datasets.named("folder").load(root).labelCounts());
  }

  @Test
  void mood4qKeepsClipsOfOneKnownGenreAndTheirArtists() throws Exception {
    TinyTree.make("mood4q", root);
    DatasetIndex index = Datasets.named("mood4q").load(root);
    assertEquals(new Label("hiphop"), index.tracks().get(0).label());
    assertEquals("De La Soul", index.tracks().get(0).artist());
    assertEquals(Fault.OTHER_LABEL, index.findings().get(0).fault());
    assertEquals("MT3", index.findings().get(0).name());
  }

  @Test
  void listNamingAbsentAudioAndAudioWithoutLabelAreFindings() throws Exception {
    TinyTree.make("csv", root);
    TinyTree.wav(root.resolve("c.wav"), 3);
    Files.delete(root.resolve("a.wav"));
    List<Finding> findings = Datasets.named("csv").load(root).findings();
    assertEquals(
        List.of(Fault.MISSING, Fault.UNLISTED), findings.stream().map(Finding::fault).toList());
    assertEquals(List.of("a.wav", "c.wav"), findings.stream().map(Finding::name).toList());
  }

  @Test
  void listMayBeGivenAsAFile() throws Exception {
    TinyTree.make("csv", root);
    assertEquals(2, Datasets.named("csv").load(root.resolve("labels.csv")).tracks().size());
  }

  @Test
  void listErrorsNameFileAndLine() throws Exception {
    assertLabelsError(
        ", line 3: track a.wav is already in line 2", "path,label", "a.wav,x", "a.wav,y");
    assertLabelsError(
        ", line 1: missing columns: label; there are [path, genre]", "path,genre", "a.wav,x");
    assertLabelsError(", line 2: label is empty", "path,label", "a.wav,");
    assertLabelsError(", line 2: path is empty", "path,label", ",jazz");
    assertLabelsError(", line 2: 1 cells must be 2 as in the header", "path,label", "a.wav");
  }

  @Test
  void unknownDatasetNamesThoseThereAre() {
    assertEquals(
        "dataset=fma must be one of [folder, gtzan, emotify, mood4q, csv]",
        assertThrows(IllegalArgumentException.class, () -> Datasets.named("fma")).getMessage());
  }

  @Test
  void groupIsTheArtistWhateverItsCaseElseTheTrack() {
    TrackId id = new TrackId("a");
    assertEquals("artist:bob marley", new Track(id, null, List.of(), " Bob  MARLEY ").group());
    assertEquals("track:a", new Track(id, null, List.of(), " ").group());
  }

  private void assertLabelsError(String expected, String... lines) throws Exception {
    TinyTree.labels(root, lines);
    String message =
        String.valueOf(
            assertThrows(DatasetException.class, () -> Datasets.named("csv").load(root))
                .getMessage());
    assertEquals(root.resolve("labels.csv") + expected, message);
  }
}
