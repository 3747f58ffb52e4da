package io.auricle.tag;

import io.auricle.yaml.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which tags of a collection are learned: some are dropped, then synonyms merged, then those of too
 * few tracks dropped.
 *
 * @param drop tags that are left out; none if left out
 * @param merge tags that count as another one, by name; none if left out
 * @param minimumTracks number of tracks that a tag needs after merging, at least 1; 1 if left out
 * @param minimumShare share of all tracks that it needs, in [0, 1); 0 if left out
 * @param absent what becomes of a tag to be dropped or merged that the collection does not know;
 *     refused if left out
 */
public record TagCleanUp(
    List<String> drop,
    Map<String, String> merge,
    Integer minimumTracks,
    Double minimumShare,
    Absent absent) {
  /** What becomes of tags that are not there. */
  public enum Absent {
    /** An error that names the nearest tag: they may be misspelt. */
    REFUSED,
    /** They are said and skipped: a part of a collection may be without them. */
    SKIPPED
  }

  /** All tags as they are. */
  public static final TagCleanUp NONE = new TagCleanUp(List.of(), Map.of(), 1);

  public TagCleanUp {
    drop = drop == null ? List.of() : List.copyOf(drop);
    merge = merge == null ? Map.of() : Map.copyOf(merge);
    minimumTracks = minimumTracks == null ? 1 : minimumTracks;
    minimumShare = minimumShare == null ? 0.0 : minimumShare;
    absent = absent == null ? Absent.REFUSED : absent;
    if (!(minimumShare >= 0 && minimumShare < 1)) {
      throw new IllegalArgumentException("minimumShare=" + minimumShare + " must be in [0, 1)");
    }
    if (minimumTracks < 1) {
      throw new IllegalArgumentException("minimumTracks=" + minimumTracks + " must be at least 1");
    }
    for (Map.Entry<String, String> pair : merge.entrySet()) {
      if (drop.contains(pair.getKey()) || drop.contains(pair.getValue())) {
        throw new IllegalArgumentException(
            "merge: %s: %s must not be under drop, too".formatted(pair.getKey(), pair.getValue()));
      }
      if (merge.containsKey(pair.getValue())) {
        throw new IllegalArgumentException(
            "merge: %s: %s must be a tag that is not merged itself"
                .formatted(pair.getKey(), pair.getValue()));
      }
    }
  }

  /** With a number of tracks alone; tags that are not there are refused. */
  public TagCleanUp(List<String> drop, Map<String, String> merge, Integer minimumTracks) {
    this(drop, merge, minimumTracks, 0.0, Absent.REFUSED);
  }

  /**
   * Cleans up the tags of a collection.
   *
   * @param tracks the tags of each track
   * @param known all tags that the collection could have, those of the tracks among them or not
   * @throws IllegalArgumentException if a tag to be dropped or merged is none of them, naming the
   *     nearest one, and that is refused, or if no tag is left
   */
  public CleanTags of(Collection<? extends Set<String>> tracks, Collection<String> known) {
    Map<String, Integer> before = new TreeMap<>();
    tracks.forEach(tags -> tags.forEach(tag -> before.merge(tag, 1, Integer::sum)));
    Set<String> names = new TreeSet<>(known);
    names.addAll(before.keySet());
    List<String> missing = missing(names);
    Map<String, Integer> after = new TreeMap<>();
    tracks.forEach(tags -> merged(tags).forEach(tag -> after.merge(tag, 1, Integer::sum)));
    List<String> rare = new ArrayList<>();
    double fewest = Math.max(minimumTracks, minimumShare * tracks.size());
    after.forEach((tag, count) -> addIf(count < fewest, tag, rare));
    after.keySet().removeAll(rare);
    if (after.isEmpty()) {
      throw new IllegalArgumentException(
          "tags=%s must not all be cleaned away; minimumTracks=%d%s"
              .formatted(
                  before, minimumTracks, minimumShare > 0 ? " minimumShare=" + minimumShare : ""));
    }
    return new CleanTags(this, before, after, rare, missing);
  }

  /** Those that are to be dropped or merged and are not there, unless that is refused. */
  private List<String> missing(Set<String> names) {
    if (absent == Absent.REFUSED) {
      drop.forEach(tag -> require("drop", tag, names));
      merge.forEach(
          (tag, other) -> {
            require("merge", tag, names);
            require("merge: " + tag, other, names);
          });
    }
    Set<String> missing = new TreeSet<>(drop);
    missing.addAll(merge.keySet());
    missing.removeAll(names);
    return List.copyOf(missing);
  }

  /** Tags of one track, without those dropped by name and with merged names. */
  Set<String> merged(Set<String> tags) {
    Set<String> merged = new TreeSet<>();
    for (String tag : tags) {
      addIf(!drop.contains(tag), merge.getOrDefault(tag, tag), merged);
    }
    return merged;
  }

  private static void addIf(boolean condition, String tag, Collection<String> tags) {
    if (condition) {
      tags.add(tag);
    }
  }

  private static void require(String where, String tag, Set<String> names) {
    if (!names.contains(tag)) {
      throw new IllegalArgumentException(
          "%s: %s is none of the %d tags; did you mean %s?"
              .formatted(where, tag, names.size(), Nearest.of(tag, names)));
    }
  }
}
