package io.auricle.tag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.tag.TagSampling.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TagSamplingTest {
  private static final int TAGS = 6;

  @ParameterizedTest
  @ValueSource(doubles = {0.25, 0.5, 0.75, 1})
  void oversamplingRaisesEachTagToItsShareOfTheMostFrequent(double size) {
    List<Set<Integer>> tracks = tracks(400, 1);
    int[] before = counts(tracks, List.of());
    List<Integer> times = new TagSampling(Kind.OVER, size).times(tracks, TAGS, 3);
    int[] after = counts(tracks, times);
    for (int tag = 0; tag < TAGS; tag++) {
      assertTrue(after[tag] >= Math.max(before[tag], Math.round(size * before[0])), "tag=" + tag);
    }
    assertTrue(times.stream().allMatch(n -> n >= 1));
  }

  /** Tag 1 is alone on some tracks and with the frequent tag 0 on others: the former are taken. */
  @Test
  void oversamplingDoesNotRaiseWhatIsFrequentAlready() {
    List<Set<Integer>> tracks = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      tracks.add(i < 90 ? Set.of(0) : i < 95 ? Set.of(0, 1) : Set.of(1));
    }
    List<Integer> times = new TagSampling(Kind.OVER, 0.5).times(tracks, 2, 1);
    int[] after = counts(tracks, times);
    assertEquals(95, after[0]);
    assertEquals(48, after[1]);
    // All of them about equally often.
    assertTrue(times.subList(95, 100).stream().allMatch(n -> n >= 8 && n <= 9), times.toString());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.25, 0.5, 0.75, 1})
  void undersamplingTakesFromFrequentTagsWithoutHurtingRareOnes(double size) {
    List<Set<Integer>> tracks = tracks(400, 2);
    int[] before = counts(tracks, List.of());
    List<Integer> times = new TagSampling(Kind.UNDER, size).times(tracks, TAGS, 3);
    int[] after = counts(tracks, times);
    int rarest = before[TAGS - 1];
    for (int tag = 0; tag < TAGS; tag++) {
      assertTrue(after[tag] >= before[tag] - size * (before[tag] - rarest), "tag=" + tag);
    }
    assertEquals(rarest, after[TAGS - 1]);
    assertTrue(after[0] < before[0] - 0.2 * size * (before[0] - rarest), "after=" + after[0]);
    assertTrue(times.stream().allMatch(n -> n == 0 || n == 1));
  }

  @Test
  void sameSeedDrawsTheSame() {
    TagSampling sampling = new TagSampling(Kind.OVER, 1);
    List<Set<Integer>> tracks = tracks(100, 4);
    assertEquals(sampling.times(tracks, TAGS, 5), sampling.times(tracks, TAGS, 5));
  }

  @Test
  void tagThatNobodyHasIsLeftAlone() {
    List<Set<Integer>> tracks = List.of(Set.of(0), Set.of(0), Set.of(1), Set.of());
    assertEquals(List.of(1, 1, 2, 1), new TagSampling(Kind.OVER, 1).times(tracks, 3, 1));
  }

  @Test
  void sizeIsAShare() {
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> new TagSampling(Kind.UNDER, 1.5));
    assertEquals("size=1.5 must be in (0, 1]", e.getMessage());
  }

  /** Tag 0 on most tracks, each further one on half as many; several on many tracks. */
  private static List<Set<Integer>> tracks(int count, long seed) {
    Random random = new Random(seed);
    List<Set<Integer>> tracks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Set<Integer> tags = new HashSet<>();
      for (int tag = 0; tag < TAGS; tag++) {
        if (random.nextDouble() < 0.7 / (1 << tag)) {
          tags.add(tag);
        }
      }
      tracks.add(tags);
    }
    return tracks;
  }

  private static int[] counts(List<Set<Integer>> tracks, List<Integer> times) {
    int[] counts = new int[TAGS];
    for (int i = 0; i < tracks.size(); i++) {
      for (int tag : tracks.get(i)) {
        counts[tag] += times.isEmpty() ? 1 : times.get(i);
      }
    }
    return counts;
  }
}
