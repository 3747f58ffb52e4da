package io.auricle.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.dataset.known.Datasets;
import io.auricle.label.Label;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
  void mood4qQuadrantsAreMoodsAndTheSignsOfTheirAxes() throws Exception {
    TinyTree.make("mood4q", root);
    assertEquals(List.of("happy", "angry", "angry"), labels("mood4q", "quadrant"));
    assertEquals(List.of("positive", "negative", "negative"), labels("mood4q", "valence"));
    assertEquals(List.of("high", "high", "high"), labels("mood4q", "arousal"));
    assertEquals(List.of("hiphop", "electronic", "electronic, jazz"), labels("mood4q", "genres"));
  }

  @Test
  void emotionsAreThoseThatEnoughListenersFelt() throws Exception {
    TinyTree.make("emotify", root);
    assertEquals(
        List.of("solemnity, nostalgia, calmness, sadness", ""), labels("emotify", "emotions"));
    assertEquals(List.of("calmness", ""), labels("emotify", "emotions@0.5"));
    assertEquals(
        "target=genre must be without a threshold, its labels are no shares",
        assertThrows(IllegalArgumentException.class, () -> labels("emotify", "genre@0.5"))
            .getMessage());
  }

  @Test
  void unknownGenreOfAClosedTargetIsAFindingWithItsLine() throws Exception {
    TinyTree.make("emotify", root);
    TinyTree.labels(root, "track,genre,path", "a,polka,a.wav", "b,rock,electronic/001.wav");
    List<Finding> findings = Datasets.named("emotify").load(root).findings();
    assertEquals(Fault.OTHER_LABEL, findings.get(0).fault());
    assertEquals("line 2: \"polka\" is no label of target genre", findings.get(0).note());
  }

  @Test
  void unknownGenreInTheUsersListIsAnErrorWithItsLine() throws Exception {
    TinyTree.labels(root, "path,label", "a.wav,jazz", "b.wav,polka");
    Dataset csv = Datasets.named("csv");
    String message =
        String.valueOf(
            assertThrows(DatasetException.class, () -> csv.load(root, csv.card().target("genre")))
                .getMessage());
    assertTrue(
        message.startsWith(root.resolve("labels.csv") + ", line 3: label=polka must be one of ["),
        message);
  }

  @Test
  void usersTagsAreDividedByBarsOrSemicolons() throws Exception {
    TinyTree.make("csv", root);
    assertEquals(List.of("loud, fast", "slow, old"), labels("csv", "tags"));
  }

  @Test
  void jamendoTagsLoseTheirCategoryWhereThereIsOnlyOne() throws Exception {
    TinyTree.make("jamendo", root);
    assertEquals(List.of("happy, film", "sad"), labels("jamendo", "moodtheme"));
    assertEquals(
        List.of("genre---rock, mood/theme---happy", "instrument---bass"),
        labels("jamendo", "top50"));
  }

  @Test
  void jamendoErrorsNameFileAndLine() throws Exception {
    TinyTree.make("jamendo", root);
    Path table = root.resolve("data/autotagging_genre.tsv");
    List<String> lines = Files.readAllLines(table);
    Files.write(table, List.of(lines.get(0), lines.get(1), "track_1\tartist_1\talbum_1\t01/1.mp3"));
    assertLoadError(
        "jamendo", table + ", line 3: 4 cells must be at least 6: five columns and a tag");
    Files.write(table, List.of(lines.get(0), lines.get(1).replace("genre---rock", "rock")));
    assertLoadError("jamendo", table + ", line 2: tag \"rock\" must be as mood/theme---happy");
    Files.write(table, List.of(lines.get(0), lines.get(1), lines.get(1)));
    assertLoadError("jamendo", table + ", line 3: track track_0000948 is already in line 2");
  }

  @Test
  void trackInTwoPartsOfAPublishedSplitIsAnErrorWithItsLine() throws Exception {
    TinyTree.make("jamendo", root);
    Path splits = root.resolve("data/splits/split-0");
    Files.copy(
        splits.resolve("autotagging_genre-train.tsv"),
        splits.resolve("autotagging_genre-validation.tsv"),
        StandardCopyOption.REPLACE_EXISTING);
    Dataset jamendo = Datasets.named("jamendo");
    assertEquals(
        splits.resolve("autotagging_genre-validation.tsv")
            + ", line 2: track track_0000948 is also in part train",
        assertThrows(
                DatasetException.class,
                () -> jamendo.published(root, jamendo.card().target("genre"), "official-0"))
            .getMessage());
  }

  @Test
  void fmaHasTheTracksOfItsSubsetWithOurGenreNames() throws Exception {
    TinyTree.make("fma", root);
    assertEquals(List.of("hiphop", "rock"), labels("fma", "genre"));
    assertEquals(List.of("hiphop", "Punk, rock"), labels("fma", "genres"));
    Dataset fma = Datasets.named("fma");
    assertEquals(2, fma.load(root.resolve("fma_small")).tracks().size());
    Files.createDirectories(root.resolve("fma_large"));
    assertThrows(DatasetException.class, () -> fma.load(root));
    Files.delete(root.resolve("fma_large"));
    Files.move(root.resolve("fma_small"), root.resolve("fma_large"));
    assertEquals(
        List.of("005000"),
        fma.load(root, fma.card().target("genres")).findings().stream()
            .map(Finding::name)
            .toList());
  }

  @Test
  void gtzanCopiesBelongToTheirFirst() throws Exception {
    TinyTree.wav(root.resolve("genres/metal/metal.00058.wav"), 1);
    TinyTree.wav(root.resolve("genres/rock/rock.00016.wav"), 2);
    List<Track> tracks = Datasets.named("gtzan").load(root).tracks();
    assertEquals("track:metal.00058", tracks.get(0).group());
    assertEquals("track:metal.00058", tracks.get(1).group());
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
        "dataset=xyz must be one of " + Datasets.all().stream().map(d -> d.card().name()).toList(),
        assertThrows(IllegalArgumentException.class, () -> Datasets.named("xyz")).getMessage());
  }

  @Test
  void groupIsTheArtistWhateverItsCaseElseTheTrack() {
    TrackId id = new TrackId("a");
    assertEquals("artist:bob marley", new Track(id, null, List.of(), " Bob  MARLEY ").group());
    assertEquals("track:a", new Track(id, null, List.of(), " ").group());
  }

  private List<String> labels(String name, String target) throws DatasetException {
    Dataset dataset = Datasets.named(name);
    return dataset.load(root, dataset.card().target(target)).tracks().stream()
        .map(track -> String.join(", ", track.labels().stream().map(Label::name).toList()))
        .toList();
  }

  private void assertLoadError(String dataset, String message) {
    assertEquals(
        message,
        assertThrows(DatasetException.class, () -> Datasets.named(dataset).load(root))
            .getMessage());
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
