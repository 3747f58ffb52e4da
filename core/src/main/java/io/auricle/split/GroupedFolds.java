package io.auricle.split;

import io.auricle.dataset.Track;
import io.auricle.dataset.TrackId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Makes {@code k} splits for cross-validation: every track is in the test part of exactly one,
 * every label is spread evenly, and an artist is never torn apart.
 *
 * @param seed another seed, other folds
 * @param folds at least 2
 * @param validation whether the next fold of each is for validation; otherwise that part is empty
 */
public record GroupedFolds(long seed, int folds, boolean validation) {
  public GroupedFolds {
    if (folds < (validation ? 3 : 2)) {
      throw new IllegalArgumentException(
          "folds=%d must be at least %d".formatted(folds, validation ? 3 : 2));
    }
  }

  /**
   * Divides tracks; the splits are called {@code name-1} to {@code name-k}.
   *
   * @throws IllegalArgumentException if there are fewer tracks than folds
   */
  public List<Split> of(String name, Collection<Track> tracks) {
    if (tracks.size() < folds) {
      throw new IllegalArgumentException(
          "tracks=%d must be at least folds=%d".formatted(tracks.size(), folds));
    }
    List<SortedSet<TrackId>> sides = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      sides.add(new TreeSet<>());
    }
    double[] shares = new double[folds];
    Arrays.fill(shares, 1.0 / folds);
    int first = 0;
    for (List<List<Track>> stratum : GroupOrder.strata(tracks, seed)) {
      int[] runs = GroupOrder.runs(stratum, shares);
      for (int g = 0; g < runs.length; g++) {
        // Each label begins at another fold, or labels of few tracks would all meet in the first.
        SortedSet<TrackId> side = sides.get((runs[g] + first) % folds);
        stratum.get(g).forEach(track -> side.add(track.id()));
      }
      first++;
    }
    List<Split> splits = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      splits.add(split(name, fold, sides));
    }
    return splits;
  }

  private Split split(String name, int fold, List<SortedSet<TrackId>> sides) {
    Map<Part, SortedSet<TrackId>> parts = new EnumMap<>(Part.class);
    for (int side = 0; side < folds; side++) {
      Part part =
          side == fold
              ? Part.TEST
              : validation && side == (fold + 1) % folds ? Part.VALIDATION : Part.TRAIN;
      parts.computeIfAbsent(part, key -> new TreeSet<>()).addAll(sides.get(side));
    }
    return new Split(
        name + "-" + (fold + 1),
        "fold %d of %d, stratified by label, grouped by artist where known, seed %d"
            .formatted(fold + 1, folds, seed),
        false,
        parts);
  }
}
