package io.auricle.tag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TagCleanUpTest {
  private static final List<Set<String>> TRACKS =
      List.of(
          Set.of("fun", "funny"),
          Set.of("funny", "travel"),
          Set.of("sad"),
          Set.of("sad", "heavy"),
          Set.of("travel"));

  @Test
  void themesAreDroppedThenSynonymsMergedThenRareTagsRemoved() {
    CleanTags clean =
        new TagCleanUp(List.of("travel"), Map.of("funny", "fun"), 2).of(TRACKS, Set.of());
    assertEquals(Map.of("fun", 1, "funny", 2, "sad", 2, "heavy", 1, "travel", 2), clean.before());
    // A track with both synonyms counts once.
    assertEquals(Map.of("fun", 2, "sad", 2), clean.after());
    assertEquals(List.of("heavy"), clean.rare());
    assertEquals(Set.of("fun"), clean.of(Set.of("funny", "travel")));
    assertEquals(Set.of(), clean.of(Set.of("heavy", "travel")));
  }

  @Test
  void unknownTagIsNamedWithTheNearest() {
    TagCleanUp cleanUp = new TagCleanUp(List.of("travle"), Map.of(), 1);
    assertEquals(
        "drop: travle is none of the 5 tags; did you mean travel?",
        refused(() -> cleanUp.of(TRACKS, Set.of())));
    TagCleanUp merge = new TagCleanUp(List.of(), Map.of("funny", "fin"), 1);
    assertEquals(
        "merge: funny: fin is none of the 5 tags; did you mean fun?",
        refused(() -> merge.of(TRACKS, Set.of())));
  }

  @Test
  void tagOfTheVocabularyMayBeOnNoTrack() {
    TagCleanUp cleanUp = new TagCleanUp(List.of("space"), Map.of(), 1);
    assertEquals(5, cleanUp.of(TRACKS, Set.of("space")).after().size());
  }

  @Test
  void tagsThatAPartOfACollectionLacksAreSaidAndSkipped() {
    TagCleanUp cleanUp =
        new TagCleanUp(
            List.of("travel", "space"),
            Map.of("funny", "amusing", "gone", "sad"),
            1,
            0.0,
            TagCleanUp.Absent.SKIPPED);
    CleanTags clean = cleanUp.of(TRACKS, Set.of());
    assertEquals(List.of("gone", "space"), clean.absent());
    assertEquals(Map.of("amusing", 2, "fun", 1, "heavy", 1, "sad", 2), clean.after());
  }

  @Test
  void aShareOfTheTracksMayBeNeeded() {
    TagCleanUp cleanUp = new TagCleanUp(List.of(), Map.of(), 1, 0.4, TagCleanUp.Absent.REFUSED);
    // Two of five tracks.
    assertEquals(Set.of("funny", "sad", "travel"), cleanUp.of(TRACKS, Set.of()).after().keySet());
    assertEquals(
        "minimumShare=1.0 must be in [0, 1)",
        refused(() -> new TagCleanUp(List.of(), Map.of(), 1, 1.0, TagCleanUp.Absent.REFUSED)));
  }

  @Test
  void contradictionsAreRefused() {
    assertEquals(
        "merge: a: b must be a tag that is not merged itself",
        refused(() -> new TagCleanUp(List.of(), Map.of("a", "b", "b", "c"), 1)));
    assertEquals(
        "merge: a: b must not be under drop, too",
        refused(() -> new TagCleanUp(List.of("b"), Map.of("a", "b"), 1)));
    assertEquals(
        "minimumTracks=0 must be at least 1",
        refused(() -> new TagCleanUp(List.of(), Map.of(), 0)));
  }

  @Test
  void nothingLeftIsRefused() {
    TagCleanUp cleanUp = new TagCleanUp(List.of(), Map.of(), 99);
    assertEquals(
        "tags={fun=1, funny=2, heavy=1, sad=2, travel=2} must not all be cleaned away;"
            + " minimumTracks=99",
        refused(() -> cleanUp.of(TRACKS, Set.of())));
  }

  @Test
  void fullWeightMakesBothSidesOfATagEven() {
    List<Double> weights = PositiveWeights.of(List.of(20, 50, 0), 100, 1);
    assertEquals(List.of(4.0, 1.0, 1.0), weights);
    assertEquals(List.of(2.0, 1.0, 1.0), PositiveWeights.of(List.of(20, 50, 0), 100, 0.5));
  }

  private static String refused(org.junit.jupiter.api.function.Executable code) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, code).getMessage());
  }
}
