package io.auricle.split;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.auricle.dataset.Track;
import io.auricle.label.Label;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Groups of tracks that stay together (those of an artist, or a single track), sorted into strata
 * by label and, within a stratum, in an order that looks random and depends on nothing but the seed
 * and the names. A group's place among the others does not change when tracks are added.
 */
final class GroupOrder {
  private GroupOrder() {}

  /** The groups of each stratum; a group belongs to the label that most of its tracks have. */
  static List<List<List<Track>>> strata(Collection<Track> tracks, long seed) {
    Map<String, List<List<Track>>> strata = new TreeMap<>();
    for (List<Track> group : groups(tracks, seed)) {
      strata.computeIfAbsent(stratum(group), key -> new ArrayList<>()).add(group);
    }
    return List.copyOf(strata.values());
  }

  /** All groups in their order. */
  static List<List<Track>> groups(Collection<Track> tracks, long seed) {
    Map<String, List<Track>> groups = new TreeMap<>();
    tracks.stream()
        .sorted(Comparator.comparing(Track::id))
        .forEach(
            track -> groups.computeIfAbsent(track.group(), key -> new ArrayList<>()).add(track));
    Map<Long, List<Track>> ordered = new TreeMap<>();
    groups.forEach((name, group) -> ordered.put(place(seed, name), group));
    return List.copyOf(ordered.values());
  }

  /**
   * Cuts a row of groups into consecutive runs whose sizes in tracks come near to the shares. Where
   * there are enough groups, every run with a share above 0 gets at least one.
   *
   * @param shares of each run, 0 or more, adding up to 1
   * @return for each group the number of its run
   */
  static int[] runs(List<List<Track>> groups, double[] shares) {
    int[] wanted = IntStream.range(0, shares.length).filter(run -> shares[run] > 0).toArray();
    int[] ends = ends(groups, shares, wanted);
    if (groups.size() >= wanted.length) {
      keepApart(ends, groups.size());
    }
    int[] runs = new int[groups.size()];
    int run = 0;
    for (int g = 0; g < runs.length; g++) {
      while (g >= ends[run]) {
        run++;
      }
      runs[g] = wanted[run];
    }
    return runs;
  }

  /** For each wanted run the number of groups up to its end: those whose middle is within. */
  private static int[] ends(List<List<Track>> groups, double[] shares, int[] wanted) {
    int[] ends = new int[wanted.length];
    int tracks = groups.stream().mapToInt(List::size).sum();
    double before = 0;
    double share = 0;
    int g = 0;
    for (int r = 0; r < wanted.length - 1; r++) {
      share += shares[wanted[r]];
      while (g < groups.size() && before + groups.get(g).size() / 2.0 <= share * tracks) {
        before += groups.get(g).size();
        g++;
      }
      ends[r] = g;
    }
    ends[wanted.length - 1] = groups.size();
    return ends;
  }

  /** Moves the ends by as little as leaves no run empty. */
  private static void keepApart(int[] ends, int groups) {
    for (int r = 0; r < ends.length; r++) {
      ends[r] = Math.max(ends[r], r == 0 ? 1 : ends[r - 1] + 1);
    }
    for (int r = ends.length - 1; r >= 0; r--) {
      ends[r] = Math.min(ends[r], r == ends.length - 1 ? groups : ends[r + 1] - 1);
    }
  }

  private static String stratum(List<Track> group) {
    Map<Label, Integer> counts = new TreeMap<>();
    for (Track track : group) {
      track.labels().forEach(label -> counts.merge(label, 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .max(Map.Entry.<Label, Integer>comparingByValue().thenComparing(byName().reversed()))
        .map(entry -> entry.getKey().name())
        .orElse("");
  }

  private static Comparator<Map.Entry<Label, Integer>> byName() {
    return Map.Entry.comparingByKey();
  }

  private static long place(long seed, String group) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest((seed + "\n" + group).getBytes(UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
