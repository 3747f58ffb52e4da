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
 * @param by what is kept together
 */
public record GroupedFolds(long seed, int folds, boolean validation, Grouping by) {
  public GroupedFolds {
    if (folds < (validation ? 3 : 2)) {
      throw new IllegalArgumentException(
          "folds=%d must be at least %d".formatted(folds, validation ? 3 : 2));
    }
  }

  /** Folds that keep artists together. */
  public GroupedFolds(long seed, int folds, boolean validation) {
    this(seed, folds, validation, Grouping.ARTIST);
  }

  /**
   * Divides tracks; the splits are called {@code name-1} to {@code name-k}. By track, those that
   * tear artists apart are marked as leaky.
   *
   * @throws IllegalArgumentException if there are fewer tracks than folds
   */
  public List<Split> of(String name, Collection<Track> tracks) {
    if (tracks.size() < folds) {
      throw new IllegalArgumentException(
          "tracks=%d must be at least folds=%d".formatted(tracks.size(), folds));
    }
    double[] shares = new double[folds];
    Arrays.fill(shares, 1.0 / folds);
    List<SortedSet<TrackId>> sides = new GroupDeal(seed, shares, true).deal(by.grouped(tracks));
    List<Split> splits = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      String origin =
          "fold %d of %d, %s, %s, seed %d"
              .formatted(fold + 1, folds, GroupDeal.method(tracks), by.origin(), seed);
      Map<Part, SortedSet<TrackId>> parts = parts(fold, sides);
      Split split = new Split(name + "-" + (fold + 1), origin, false, parts);
      boolean torn = !SplitCheck.torn(split, tracks).isEmpty();
      splits.add(torn ? new Split(split.name(), origin, true, parts) : split);
    }
    return splits;
  }

  private Map<Part, SortedSet<TrackId>> parts(int fold, List<SortedSet<TrackId>> sides) {
    Map<Part, SortedSet<TrackId>> parts = new EnumMap<>(Part.class);
    for (int side = 0; side < folds; side++) {
      Part part =
          side == fold
              ? Part.TEST
              : validation && side == (fold + 1) % folds ? Part.VALIDATION : Part.TRAIN;
      parts.computeIfAbsent(part, key -> new TreeSet<>()).addAll(sides.get(side));
    }
    return parts;
  }
}
