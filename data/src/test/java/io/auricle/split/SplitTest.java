package io.auricle.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.dataset.Track;
import io.auricle.dataset.TrackId;
import io.auricle.label.Label;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {
  private static final StratifiedSplit MAKER = new StratifiedSplit(7, 0.8, 0.1, 0.1);

  /** Four labels; every artist has one to four tracks of one label, some tracks have no artist. */
  private static List<Track> tracks(int count, long seed) {
    Random random = new Random(seed);
    List<Track> tracks = new ArrayList<>();
    int artist = 0;
    while (tracks.size() < count) {
      Label label = new Label("label" + random.nextInt(4));
      String name = random.nextInt(3) == 0 ? null : "Artist " + artist++;
      for (int i = random.nextInt(4); i >= 0; i--) {
        String id = "track%04d".formatted(tracks.size());
        tracks.add(new Track(new TrackId(id), null, List.of(label), name));
      }
    }
    return tracks;
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -5, 1L << 40})
  void noArtistIsOnTwoSidesAndNoTrackIsLost(long seed) {
    List<Track> tracks = tracks(300, seed);
    Split split = new StratifiedSplit(seed, 0.6, 0.2, 0.2).of("s", tracks);
    assertEquals(List.of(), SplitCheck.problems(split, tracks));
    assertEquals(tracks.size(), size(split));
  }

  @Test
  void everyLabelHasTheSharesOfTheWhole() {
    List<Track> tracks = tracks(1000, 3);
    Split split = MAKER.of("s", tracks);
    for (int l = 0; l < 4; l++) {
      Label label = new Label("label" + l);
      List<Track> ofLabel = tracks.stream().filter(t -> t.label().equals(label)).toList();
      double test = split.select(Part.TEST, ofLabel).size() / (double) ofLabel.size();
      assertEquals(0.1, test, 0.02);
    }
  }

  @Test
  void singleTracksAreDividedExactly() {
    List<Track> tracks = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      tracks.add(new Track(new TrackId("t" + i), null, List.of(new Label("l" + i % 10)), null));
    }
    Split split = MAKER.of("s", tracks);
    assertEquals(80, split.tracks(Part.TRAIN).size());
    assertEquals(10, split.tracks(Part.VALIDATION).size());
    assertEquals(10, split.tracks(Part.TEST).size());
  }

  @Test
  void labelOfThreeArtistsIsOnAllSides() {
    List<Track> tracks = tracks(3, 1).subList(0, 3);
    List<Track> apart = new ArrayList<>();
    for (Track track : tracks) {
      apart.add(new Track(track.id(), null, List.of(new Label("x")), "artist of " + track.id()));
    }
    Split split = MAKER.of("s", apart);
    for (Part part : Part.values()) {
      assertEquals(1, split.tracks(part).size());
    }
  }

  @Test
  void orderOfTracksDoesNotMatter() {
    List<Track> tracks = tracks(200, 5);
    List<Track> shuffled = new ArrayList<>(tracks);
    Collections.shuffle(shuffled, new Random(1));
    assertEquals(MAKER.of("s", tracks), MAKER.of("s", shuffled));
    assertEquals(
        new GroupedFolds(1, 5, true).of("s", tracks),
        new GroupedFolds(1, 5, true).of("s", shuffled));
  }

  @Test
  void fewTracksChangeSidesWhenOthersAreAdded() {
    List<Track> tracks = tracks(1000, 5);
    Split before = MAKER.of("s", tracks.subList(0, 950));
    Split after = MAKER.of("s", tracks);
    long changed =
        tracks.subList(0, 950).stream()
            .filter(t -> !before.partOf(t.id()).equals(after.partOf(t.id())))
            .count();
    assertTrue(changed < 50, changed + " of 950 changed sides");
  }

  @Test
  void splitOfASeedIsTheSameOnEveryMachine() {
    assertEquals("f912158b44b53c40", MAKER.of("s", tracks(200, 5)).hash());
    assertNotEquals(
        MAKER.of("s", tracks(200, 5)).hash(),
        new StratifiedSplit(8, 0.8, 0.1, 0.1).of("s", tracks(200, 5)).hash());
  }

  @Test
  void hashIsOfTheContentNotOfTheName() {
    Split split = MAKER.of("s", tracks(20, 5));
    assertEquals(split.hash(), new Split("t", "", false, split.parts()).hash());
    assertNotEquals(split.hash(), new Split("s", "", true, split.parts()).hash());
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 10})
  void everyTrackIsTestedInExactlyOneFoldAndNoArtistInTwo(int folds) {
    List<Track> tracks = tracks(200, 9);
    Set<TrackId> tested = new HashSet<>();
    for (Split split : new GroupedFolds(4, folds, true).of("f", tracks)) {
      assertEquals(List.of(), SplitCheck.problems(split, tracks));
      assertEquals(tracks.size(), size(split));
      split.tracks(Part.TEST).forEach(id -> assertTrue(tested.add(id)));
      assertEquals(1.0 / folds, split.tracks(Part.TEST).size() / (double) tracks.size(), 0.05);
    }
    assertEquals(tracks.size(), tested.size());
  }

  @Test
  void trackOnTwoSidesIsRefused() {
    assertEquals(
        "track a must be on one side, it is in train and test",
        assertThrows(
                IllegalArgumentException.class, () -> split(false, List.of("a", "b"), List.of("a")))
            .getMessage());
  }

  @Test
  void artistOnTwoSidesAndUnknownTracksAreNamed() {
    List<Track> tracks =
        List.of(
            new Track(new TrackId("a"), null, List.of(), "Moby"),
            new Track(new TrackId("b"), null, List.of(), "MOBY"));
    Split split = split(false, List.of("a", "x"), List.of("b"));
    assertEquals(
        "split s: 1 tracks are not in the data set: x;"
            + " 1 artists are on two sides: artist:moby in train and test",
        assertThrows(IllegalArgumentException.class, () -> SplitCheck.require(split, tracks))
            .getMessage());
    assertEquals(List.of(), SplitCheck.problems(split(true, List.of("a"), List.of("b")), tracks));
  }

  @Test
  void sharesMustAddUp() {
    assertEquals(
        "train=0.8 validation=0.3 test=0.1 must add up to 1",
        assertThrows(IllegalArgumentException.class, () -> new StratifiedSplit(1, 0.8, 0.3, 0.1))
            .getMessage());
  }

  /** Tags of very different frequency, none to five a track, artists with several tracks. */
  private static List<Track> tagged(int count, long seed) {
    Random random = new Random(seed);
    List<Track> tracks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Label> tags = new ArrayList<>();
      for (int tag = 0; tag < 8; tag++) {
        if (random.nextDouble() < 0.5 / (1 + tag)) {
          tags.add(new Label("tag" + tag));
        }
      }
      String artist = "artist " + random.nextInt(count / 3);
      tracks.add(new Track(new TrackId("t%04d".formatted(i)), null, tags, artist));
    }
    return tracks;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyTagHasTheSharesOfTheWholeWithoutTearingArtists(long seed) {
    List<Track> tracks = tagged(900, seed);
    Split split = new StratifiedSplit(seed, 0.6, 0.2, 0.2).of("s", tracks);
    assertEquals(List.of(), SplitCheck.problems(split, tracks));
    assertEquals(900, size(split));
    for (int tag = 0; tag < 8; tag++) {
      Label label = new Label("tag" + tag);
      List<Track> ofTag = tracks.stream().filter(t -> t.labels().contains(label)).toList();
      double test = split.select(Part.TEST, ofTag).size() / (double) ofTag.size();
      assertEquals(0.2, test, 0.04, label.name());
    }
  }

  @Test
  void rareTagOfThreeTracksIsOnAllSides() {
    List<Track> tracks = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      List<Label> tags =
          i < 3 ? List.of(new Label("common"), new Label("rare")) : List.of(new Label("common"));
      tracks.add(new Track(new TrackId("t" + i), null, tags, null));
    }
    Split split = new StratifiedSplit(1, 1 / 3.0, 1 / 3.0, 1 / 3.0).of("s", tracks);
    assertEquals(List.of(), SplitCheck.emptyLabels(split, tracks));
    for (Part part : Part.values()) {
      assertEquals(30, split.tracks(part).size());
    }
  }

  @Test
  void sideWithoutAShareGetsNoTaggedTrack() {
    List<Track> tracks = tagged(100, 1);
    assertEquals(
        0, new StratifiedSplit(1, 0.9, 0, 0.1).of("s", tracks).tracks(Part.VALIDATION).size());
  }

  @Test
  void splitByTrackThatTearsArtistsSaysThatItLeaks() {
    List<Track> tracks = tracks(200, 2);
    assertTrue(new StratifiedSplit(1, 0.8, 0.1, 0.1, Grouping.TRACK).of("s", tracks).leaky());
    List<Track> alone =
        tracks.stream().map(t -> new Track(t.id(), null, t.labels(), null)).toList();
    assertEquals(
        false, new StratifiedSplit(1, 0.8, 0.1, 0.1, Grouping.TRACK).of("s", alone).leaky());
  }

  @Test
  void leakyRandomSplitTearsWhatBelongsTogetherAndSaysSo() {
    List<Track> tracks = tracks(200, 2);
    Split split = MAKER.leaky(tracks);
    assertEquals("leaky-random", split.name());
    assertTrue(split.leaky());
    assertTrue(!SplitCheck.leaks(split, tracks, List.of()).isEmpty());
  }

  @Test
  void copiesStayTogetherAndTheirArtistsWithThem() {
    Label label = new Label("x");
    List<Track> tracks = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      tracks.add(new Track(new TrackId("t%02d".formatted(i)), null, List.of(label), "a" + i / 2));
    }
    List<List<Track>> copies = new ArrayList<>();
    for (int i = 0; i < 28; i++) {
      copies.add(List.of(tracks.get(i), tracks.get(59 - i)));
    }
    Split apart = new StratifiedSplit(1, 0.5, 0.2, 0.3).of("s", tracks);
    assertTrue(!SplitCheck.leaks(apart, tracks, copies).isEmpty());
    Split split = new StratifiedSplit(1, 0.5, 0.2, 0.3).of("s", Copies.joined(tracks, copies));
    assertEquals(List.of(), SplitCheck.leaks(split, tracks, copies));
    assertEquals(60, size(split));
  }

  @Test
  void copiesOnTwoSidesAreNamedAndCanBeLeftOut() {
    List<Track> tracks =
        List.of(
            new Track(new TrackId("a"), null, List.of(), null),
            new Track(new TrackId("b"), null, List.of(), null),
            new Track(new TrackId("c"), null, List.of(), null));
    List<List<Track>> copies = List.of(List.of(tracks.get(0), tracks.get(1)));
    Split split = split(false, List.of("a", "c"), List.of("b"));
    assertEquals(
        List.of("1 files are on two sides: a in train is b in test"),
        SplitCheck.leaks(split, tracks, copies));
    Split without = Copies.removed(split, copies);
    assertEquals(List.of(), SplitCheck.leaks(without, tracks, copies));
    assertEquals("[c] [b]", without.tracks(Part.TRAIN) + " " + without.tracks(Part.TEST));
    assertTrue(without.origin().endsWith("1 tracks left out, being copies of others"));
  }

  @Test
  void labelWithoutTracksInAPartIsNamed() {
    List<Track> tracks =
        List.of(
            new Track(new TrackId("a"), null, List.of(new Label("x")), null),
            new Track(new TrackId("b"), null, List.of(new Label("y")), null));
    assertEquals(
        List.of("the train part has no track of y", "the test part has no track of x"),
        SplitCheck.emptyLabels(split(false, List.of("a"), List.of("b")), tracks));
  }

  static Split split(boolean leaky, List<String> train, List<String> test) {
    Map<Part, SortedSet<TrackId>> parts = new EnumMap<>(Part.class);
    parts.put(Part.TRAIN, ids(train));
    parts.put(Part.TEST, ids(test));
    return new Split("s", "by hand", leaky, parts);
  }

  private static SortedSet<TrackId> ids(Collection<String> names) {
    return new TreeSet<>(names.stream().map(TrackId::new).toList());
  }

  private static int size(Split split) {
    int size = 0;
    for (Part part : Part.values()) {
      size += split.tracks(part).size();
    }
    return size;
  }
}
