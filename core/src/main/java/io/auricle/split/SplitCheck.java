package io.auricle.split;

import io.auricle.dataset.Track;
import io.auricle.dataset.TrackId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds a split against the tracks it is used with. */
public final class SplitCheck {
  private static final int SHOWN = 5;

  private SplitCheck() {}

  /**
   * What is wrong with a split: tracks it names that are not there, a training or test part without
   * any track, artists on two sides. A leaky split may tear artists apart, that being its purpose.
   *
   * @return one line each, empty if all is well
   */
  public static List<String> problems(Split split, Collection<Track> tracks) {
    Map<TrackId, Track> byId = new TreeMap<>();
    tracks.forEach(track -> byId.put(track.id(), track));
    List<String> problems = new ArrayList<>();
    List<TrackId> unknown = new ArrayList<>();
    Map<String, Part> sides = new TreeMap<>();
    List<String> torn = new ArrayList<>();
    for (Part part : Part.values()) {
      for (TrackId id : split.tracks(part)) {
        Track track = byId.get(id);
        if (track == null) {
          unknown.add(id);
          continue;
        }
        Part other = sides.putIfAbsent(track.group(), part);
        if (other != null && other != part) {
          torn.add("%s in %s and %s".formatted(track.group(), other.title(), part.title()));
        }
      }
      if (part != Part.VALIDATION && split.tracks(part).isEmpty()) {
        problems.add("the " + part.title() + " part has no track");
      }
    }
    if (!unknown.isEmpty()) {
      problems.add(unknown.size() + " tracks are not in the data set: " + some(unknown));
    }
    if (!torn.isEmpty() && !split.leaky()) {
      List<String> distinct = torn.stream().distinct().toList();
      problems.add(distinct.size() + " artists are on two sides: " + some(distinct));
    }
    return problems;
  }

  /**
   * Does nothing with a good split.
   *
   * @throws IllegalArgumentException naming the split and all its problems
   */
  public static void require(Split split, Collection<Track> tracks) {
    List<String> problems = problems(split, tracks);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "split " + split.name() + ": " + String.join("; ", problems));
    }
  }

  private static String some(List<?> all) {
    String shown = String.join(", ", all.stream().limit(SHOWN).map(Object::toString).toList());
    return all.size() > SHOWN ? shown + " and others" : shown;
  }
}
