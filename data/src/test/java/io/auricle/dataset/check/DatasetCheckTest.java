package io.auricle.dataset.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.auricle.dataset.Dataset;
import io.auricle.dataset.DatasetException;
import io.auricle.dataset.Duplicates;
import io.auricle.dataset.Fault;
import io.auricle.dataset.Finding;
import io.auricle.dataset.Target;
import io.auricle.dataset.TinyTree;
import io.auricle.dataset.Track;
import io.auricle.dataset.known.Datasets;
import io.auricle.label.Label;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetCheckTest {
  private final Dataset dataset = Datasets.named("folder");
  private final Path root;

  DatasetCheckTest(@TempDir Path root) {
    this.root = root;
  }

  @BeforeEach
  void makeSoundTrack() throws Exception {
    TinyTree.wav(root.resolve("jazz/a.wav"), 1);
  }

  @Test
  void copyUnderAnotherLabelIsADuplicateAndSaysSo() throws Exception {
    TinyTree.wav(root.resolve("rock/b.wav"), 1);
    Finding duplicate = onlyFinding(Probe.NONE);
    assertEquals(Fault.DUPLICATE, duplicate.fault());
    assertEquals(
        "the same content as jazz/a.wav, but labelled [rock] there [jazz]", duplicate.note());
  }

  @Test
  void emptyFileAndTextAreCorruptByTheirHeaders() throws Exception {
    Files.createFile(root.resolve("jazz/empty.wav"));
    Files.writeString(root.resolve("jazz/text.flac"), "<html>not found</html>");
    CheckReport report =
        new DatasetCheck(Probe.NONE).check(dataset, root, dataset.card().target(null));
    assertEquals(
        "[jazz/empty.wav: the file is empty,"
            + " jazz/text.flac: the first bytes are not those of a .flac file]",
        report.findings(Fault.CORRUPT).stream()
            .map(f -> f.name() + ": " + f.note())
            .toList()
            .toString());
    assertEquals(Map.of(new Label("jazz"), 1), report.labelCounts());
  }

  @Test
  void probeIsAskedAfterTheHeader() throws Exception {
    Finding corrupt = onlyFinding(file -> Optional.of("ends after 2 s"));
    assertEquals(Fault.CORRUPT, corrupt.fault());
    assertEquals("ends after 2 s", corrupt.note());
  }

  @Test
  void tableNamesCountsAndFindings() throws Exception {
    TinyTree.wav(root.resolve("rock/b.wav"), 1);
    String table =
        new DatasetCheck(Probe.NONE).check(dataset, root, dataset.card().target(null)).toTable();
    assertTrue(table.contains("  usable                     1"), table);
    assertTrue(table.contains("  duplicate                  1"), table);
    assertTrue(table.contains("  rock/b.wav: the same content as jazz/a.wav"), table);
  }

  @Test
  void fileWithAnotherChecksumThanPublishedIsChanged(@TempDir Path fma) throws Exception {
    TinyTree.make("fma", fma);
    Files.writeString(
        fma.resolve("fma_small/checksums"),
        "0123456789012345678901234567890123456789  000/000002.mp3\n"
            // The SHA-1 of "ID32" and a line feed, by sha1sum.
            + "789549d301856b1d1f5b7294ee32e23781641a82  001/001482.mp3\n");
    Dataset set = Datasets.named("fma");
    CheckReport report = new DatasetCheck(Probe.NONE).check(set, fma, set.card().target("genres"));
    assertEquals(
        List.of("000002"), report.findings(Fault.CHANGED).stream().map(Finding::name).toList());
    assertEquals(1, report.soundCount());
  }

  @Test
  void labelWithoutTracksIsAFinding() throws Exception {
    TinyTree.make("emotify", root);
    Dataset emotify = Datasets.named("emotify");
    CheckReport report =
        new DatasetCheck(Probe.NONE).check(emotify, root, emotify.card().target("genre"));
    assertEquals(
        List.of("pop", "rock"),
        report.findings(Fault.EMPTY_LABEL).stream().map(Finding::name).toList());
  }

  @Test
  void duplicatesAreFoundByContentAlone() throws Exception {
    TinyTree.wav(root.resolve("rock/b.wav"), 1);
    TinyTree.wav(root.resolve("rock/c.wav"), 2);
    List<List<Track>> sets = Duplicates.of(dataset.load(root).tracks());
    assertEquals(1, sets.size());
    assertEquals(
        List.of("jazz/a.wav", "rock/b.wav"),
        sets.get(0).stream().map(t -> t.id().value()).toList());
  }

  @Test
  void jamendoHasItsPublishedCounts() throws Exception {
    String data = System.getProperty("auricle.data");
    assumeTrue(data != null, "give -Dauricle.data=DIR to count real annotations");
    Path folder = Path.of(String.valueOf(data), "jamendo");
    Dataset jamendo = Datasets.named("jamendo");
    Target target = jamendo.card().target("moodtheme");
    List<Track> tracks = jamendo.annotations(folder, target).tracks();
    assertEquals(new AnnotationCounts(18486, 59, 1533, 4506), AnnotationCounts.of(tracks));
    // Artists, albums and tracks of a tag as in the repository's stats/raw_30s_cleantags_50artists.
    assertEquals(List.of(272, 435, 909), withTag(tracks, "love"));
    assertEquals(List.of(50, 72, 176), withTag(tracks, "holiday"));
    // And of its training part as in stats/moodtheme-split0.
    List<Track> train =
        jamendo.published(folder, target, "official-0").getOrDefault("train", List.of());
    assertEquals(List.of(153, 236, 493), withTag(train, "love"));
  }

  private static List<Integer> withTag(List<Track> tracks, String tag) {
    Label label = new Label(tag);
    AnnotationCounts counts =
        AnnotationCounts.of(tracks.stream().filter(t -> t.labels().contains(label)).toList());
    return List.of(counts.artists(), counts.albums(), counts.tracks());
  }

  @Test
  void realDataIsAsItsDescriptionSays() throws Exception {
    String data = System.getProperty("auricle.data");
    assumeTrue(data != null, "give -Dauricle.data=DIR to check real data");
    assertEquals(176, sound("gtzan", Path.of(String.valueOf(data), "gtzan-audio")));
    assertEquals(325, sound("emotify", Path.of(String.valueOf(data), "emotify")));
    assertEquals(143, sound("mood4q", Path.of(String.valueOf(data), "mood4q")));
  }

  private static int sound(String name, Path root) throws DatasetException {
    return new DatasetCheck(Probe.NONE)
        .check(Datasets.named(name), root, Datasets.named(name).card().target(null))
        .soundCount();
  }

  private Finding onlyFinding(Probe probe) throws DatasetException {
    CheckReport report = new DatasetCheck(probe).check(dataset, root, dataset.card().target(null));
    assertEquals(1, report.findings().size(), report.toTable());
    return report.findings().get(0);
  }
}
