package io.auricle.split;

import io.auricle.dataset.Track;
import io.auricle.dataset.TrackId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * Makes splits in which every label has the same shares of training, validation and test, as far as
 * its tracks can be divided without tearing an artist apart; tracks may have several labels. The
 * order of the tracks does not matter, and few tracks change sides when others are added.
 *
 * @param seed another seed, another split
 * @param train share in [0, 1]
 * @param validation share in [0, 1]
 * @param test share in [0, 1]; the three add up to 1
 * @param by what is kept together; the artist if null
 */
public record StratifiedSplit(
    long seed, double train, double validation, double test, Grouping by) {
  /** By which leaky splits are known everywhere. */
  public static final String LEAKY = "leaky-random";

  public StratifiedSplit {
    by = by == null ? Grouping.ARTIST : by;
    requireShare("train", train);
    requireShare("validation", validation);
    requireShare("test", test);
    if (Math.abs(train + validation + test - 1) > 1e-9) {
      throw new IllegalArgumentException(
          "train=%s validation=%s test=%s must add up to 1".formatted(train, validation, test));
    }
  }

  /** A split that keeps artists together. */
  public StratifiedSplit(long seed, double train, double validation, double test) {
    this(seed, train, validation, test, Grouping.ARTIST);
  }

  /**
   * Divides tracks. By track, the split is marked as leaky if it tears artists apart.
   *
   * @throws IllegalArgumentException if there is no track
   */
  public Split of(String name, Collection<Track> tracks) {
    Split split = dealt(name, by.grouped(tracks), by.origin());
    return SplitCheck.torn(split, tracks).isEmpty()
        ? split
        : new Split(name, split.origin(), true, split.parts());
  }

  /**
   * The split that flatters: what belongs together is torn apart as chance will have it, pieces of
   * a track if the tracks given are pieces.
   *
   * @throws IllegalArgumentException if there is no track
   */
  public Split leaky(Collection<Track> tracks) {
    List<Track> alone =
        tracks.stream().map(t -> new Track(t.id(), t.path(), t.labels(), null)).toList();
    Split split = dealt(LEAKY, alone, "nothing kept together");
    return new Split(LEAKY, split.origin(), true, split.parts());
  }

  private Split dealt(String name, List<Track> tracks, String kept) {
    if (tracks.isEmpty()) {
      throw new IllegalArgumentException("tracks=[] must be at least one");
    }
    List<SortedSet<TrackId>> sides =
        new GroupDeal(seed, new double[] {train, validation, test}, false).deal(tracks);
    String origin =
        "%s, %s, seed %d, %s %s %s"
            .formatted(GroupDeal.method(tracks), kept, seed, train, validation, test);
    return new Split(
        name,
        origin,
        false,
        Map.of(Part.TRAIN, sides.get(0), Part.VALIDATION, sides.get(1), Part.TEST, sides.get(2)));
  }

  private static void requireShare(String name, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(name + "=" + share + " must be in [0, 1]");
    }
  }
}
