package io.auricle.split;

import io.auricle.dataset.Track;
import io.auricle.dataset.TrackId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What to do with files that are in a data set under several names. */
public final class Copies {
  private Copies() {}

  /**
   * The tracks, those with the same content in one group, and the artists with them.
   *
   * @param duplicates sets of tracks of the same content
   */
  public static List<Track> joined(Collection<Track> tracks, List<List<Track>> duplicates) {
    Map<String, String> joined = new HashMap<>();
    Map<TrackId, TrackId> originals = new HashMap<>();
    for (List<Track> set : duplicates) {
      Track first = set.get(0);
      for (Track copy : set.subList(1, set.size())) {
        originals.put(copy.id(), first.original() == null ? first.id() : first.original());
        String one = root(joined, first.group());
        joined.put(root(joined, copy.group()), one);
        joined.put(one, one);
      }
    }
    return tracks.stream().map(track -> joined(track, joined, originals)).toList();
  }

  private static Track joined(
      Track track, Map<String, String> joined, Map<TrackId, TrackId> originals) {
    String artist =
        joined.containsKey(track.group()) ? root(joined, track.group()) : track.artist();
    return new Track(
        track.id(),
        track.path(),
        track.labels(),
        artist,
        track.album(),
        originals.getOrDefault(track.id(), track.original()));
  }

  /** The name under which a group was joined with others. */
  private static String root(Map<String, String> joined, String group) {
    String name = group;
    for (String next = joined.get(name);
        next != null && !next.equals(name);
        next = joined.get(name)) {
      name = next;
    }
    return name;
  }

  /**
   * The split in which no content is on two sides: the test part keeps what it has, then the
   * validation part.
   *
   * @param duplicates sets of tracks of the same content
   */
  public static Split removed(Split split, List<List<Track>> duplicates) {
    Map<Part, SortedSet<TrackId>> parts = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      parts.put(part, new TreeSet<>(split.tracks(part)));
    }
    int removed = 0;
    for (List<Track> set : duplicates) {
      Optional<Part> keeps =
          set.stream().flatMap(track -> split.partOf(track.id()).stream()).max(Part::compareTo);
      for (Track track : set) {
        for (Part part : Part.values()) {
          if (keeps.isPresent() && part != keeps.get()) {
            removed += parts.getOrDefault(part, new TreeSet<>()).remove(track.id()) ? 1 : 0;
          }
        }
      }
    }
    return removed == 0
        ? split
        : new Split(
            split.name(),
            "%s; %d tracks left out, being copies of others".formatted(split.origin(), removed),
            split.leaky(),
            parts);
  }
}
