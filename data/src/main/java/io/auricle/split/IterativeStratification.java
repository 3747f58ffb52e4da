package io.auricle.split;

import io.auricle.dataset.Track;
import io.auricle.label.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Divides tracks with any number of labels so that each side gets its share of each label. The
 * rarest label is dealt first, and each group goes where that label is wanted most: K. Sechidis, G.
 * Tsoumakas, I. Vlahavas, On the stratification of multi-label data, ECML PKDD 2011,
 * doi:10.1007/978-3-642-23808-6_10, with groups in the place of single tracks.
 */
final class IterativeStratification {
  private final List<List<Track>> groups;
  private final List<Map<Label, Integer>> labels;
  private final int[] sideOf;
  private final List<Map<Label, Double>> wanted = new ArrayList<>();
  private final double[] wantedTracks;

  private IterativeStratification(List<List<Track>> groups, double[] shares) {
    this.groups = groups;
    this.labels = groups.stream().map(IterativeStratification::count).toList();
    this.sideOf = new int[groups.size()];
    Arrays.fill(sideOf, -1);
    Map<Label, Integer> all = count(groups.stream().flatMap(List::stream).toList());
    int tracks = groups.stream().mapToInt(List::size).sum();
    this.wantedTracks = Arrays.stream(shares).map(share -> share * tracks).toArray();
    for (double share : shares) {
      Map<Label, Double> side = new HashMap<>();
      // A side that is to be empty must not get even what rounding leaves.
      all.forEach((label, n) -> side.put(label, share > 0 ? share * n : Double.NEGATIVE_INFINITY));
      wanted.add(side);
    }
    for (int side = 0; side < shares.length; side++) {
      wantedTracks[side] = shares[side] > 0 ? wantedTracks[side] : Double.NEGATIVE_INFINITY;
    }
  }

  /**
   * Deals groups, which come in an order by chance.
   *
   * @param shares of each side, 0 or more, adding up to 1
   * @return for each group the number of its side
   */
  static int[] sides(List<List<Track>> groups, double[] shares) {
    IterativeStratification deal = new IterativeStratification(groups, shares);
    Map<Label, Integer> left = new TreeMap<>(count(groups.stream().flatMap(List::stream).toList()));
    while (!left.isEmpty()) {
      Label rarest =
          left.entrySet().stream()
              .min(
                  Map.Entry.<Label, Integer>comparingByValue()
                      .thenComparing(Map.Entry.comparingByKey()))
              .orElseThrow()
              .getKey();
      for (int group : deal.openWith(rarest)) {
        deal.put(group, deal.side(rarest));
        deal.labels.get(group).forEach((label, n) -> left.merge(label, -n, Integer::sum));
      }
      left.values().removeIf(n -> n <= 0);
    }
    for (int group = 0; group < groups.size(); group++) {
      if (deal.sideOf[group] < 0) {
        deal.put(group, deal.sideOfFewest());
      }
    }
    return deal.sideOf;
  }

  /** The groups with a label that are not dealt yet, those with most tracks of it first. */
  private List<Integer> openWith(Label label) {
    return IntStream.range(0, groups.size())
        .filter(group -> sideOf[group] < 0 && labels.get(group).containsKey(label))
        .boxed()
        .sorted(Comparator.comparing((Integer group) -> -labels.get(group).getOrDefault(label, 0)))
        .toList();
  }

  private int side(Label label) {
    return IntStream.range(0, wanted.size())
        .boxed()
        .max(
            Comparator.comparing((Integer side) -> wanted.get(side).getOrDefault(label, 0.0))
                .thenComparing(side -> wantedTracks[side])
                .thenComparing(Comparator.reverseOrder()))
        .orElseThrow();
  }

  private int sideOfFewest() {
    return IntStream.range(0, wanted.size())
        .boxed()
        .max(
            Comparator.comparing((Integer side) -> wantedTracks[side])
                .thenComparing(Comparator.reverseOrder()))
        .orElseThrow();
  }

  private void put(int group, int side) {
    sideOf[group] = side;
    wantedTracks[side] -= groups.get(group).size();
    labels
        .get(group)
        .forEach((label, n) -> wanted.get(side).merge(label, (double) -n, Double::sum));
  }

  private static Map<Label, Integer> count(List<Track> tracks) {
    Map<Label, Integer> counts = new HashMap<>();
    tracks.forEach(track -> track.labels().forEach(label -> counts.merge(label, 1, Integer::sum)));
    return counts;
  }
}
