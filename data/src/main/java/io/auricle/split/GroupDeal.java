package io.auricle.split;

import io.auricle.dataset.Track;
import io.auricle.dataset.TrackId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Deals tracks to sides, groups in one piece: label by label where each track has one, otherwise by
 * {@link IterativeStratification}.
 */
final class GroupDeal {
  private final long seed;
  private final double[] shares;

  /** Whether each label begins at another side: for folds, which are all alike. */
  private final boolean turning;

  /**
   * @param shares of each side, 0 or more, adding up to 1
   */
  GroupDeal(long seed, double[] shares, boolean turning) {
    this.seed = seed;
    this.shares = shares.clone();
    this.turning = turning;
  }

  /** How tracks are dealt, for the origin of a split. */
  static String method(Collection<Track> tracks) {
    return hasOneLabelEach(tracks)
        ? "stratified by label"
        : "stratified by labels (iterative stratification)";
  }

  /** The tracks of each side. */
  List<SortedSet<TrackId>> deal(Collection<Track> tracks) {
    List<SortedSet<TrackId>> sides = new ArrayList<>();
    for (int side = 0; side < shares.length; side++) {
      sides.add(new TreeSet<>());
    }
    if (!hasOneLabelEach(tracks)) {
      List<List<Track>> groups = GroupOrder.groups(tracks, seed);
      put(groups, IterativeStratification.sides(groups, shares), 0, sides);
      return sides;
    }
    int first = 0;
    for (List<List<Track>> stratum : GroupOrder.strata(tracks, seed)) {
      put(stratum, GroupOrder.runs(stratum, shares), first, sides);
      // Labels of few tracks would otherwise all meet in the first fold.
      first += turning ? 1 : 0;
    }
    return sides;
  }

  private static boolean hasOneLabelEach(Collection<Track> tracks) {
    return tracks.stream().allMatch(track -> track.labels().size() == 1);
  }

  private static void put(
      List<List<Track>> groups, int[] runs, int first, List<SortedSet<TrackId>> sides) {
    for (int g = 0; g < runs.length; g++) {
      SortedSet<TrackId> side = sides.get((runs[g] + first) % sides.size());
      groups.get(g).forEach(track -> side.add(track.id()));
    }
  }
}
