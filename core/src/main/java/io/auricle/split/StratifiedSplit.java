package io.auricle.split;

import io.auricle.dataset.Track;
import io.auricle.dataset.TrackId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Makes splits in which every label has the same shares of training, validation and test, as far as
 * its tracks can be divided without tearing an artist apart. The order of the tracks does not
 * matter, and few tracks change sides when others are added.
 *
 * @param seed another seed, another split
 * @param train share in [0, 1]
 * @param validation share in [0, 1]
 * @param test share in [0, 1]; the three add up to 1
 */
public record StratifiedSplit(long seed, double train, double validation, double test) {
  /** In the order of the shares. */
  private static final List<Part> PARTS = List.of(Part.TRAIN, Part.VALIDATION, Part.TEST);

  public StratifiedSplit {
    requireShare("train", train);
    requireShare("validation", validation);
    requireShare("test", test);
    if (Math.abs(train + validation + test - 1) > 1e-9) {
      throw new IllegalArgumentException(
          "train=%s validation=%s test=%s must add up to 1".formatted(train, validation, test));
    }
  }

  /**
   * Divides tracks.
   *
   * @throws IllegalArgumentException if there is no track
   */
  public Split of(String name, Collection<Track> tracks) {
    if (tracks.isEmpty()) {
      throw new IllegalArgumentException("tracks=[] must be at least one");
    }
    Map<Part, SortedSet<TrackId>> parts = new EnumMap<>(Part.class);
    for (List<List<Track>> stratum : GroupOrder.strata(tracks, seed)) {
      int[] runs = GroupOrder.runs(stratum, new double[] {train, validation, test});
      for (int g = 0; g < runs.length; g++) {
        SortedSet<TrackId> part = parts.computeIfAbsent(PARTS.get(runs[g]), key -> new TreeSet<>());
        stratum.get(g).forEach(track -> part.add(track.id()));
      }
    }
    return new Split(name, origin(), false, parts);
  }

  private String origin() {
    return "stratified by label, grouped by artist where known, seed %d, %s %s %s"
        .formatted(seed, train, validation, test);
  }

  private static void requireShare(String name, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(name + "=" + share + " must be in [0, 1]");
    }
  }
}
