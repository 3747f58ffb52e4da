package io.auricle.split;

import io.auricle.dataset.Track;
import io.auricle.dataset.TrackId;
import io.auricle.label.Label;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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
    Set<TrackId> known = new TreeSet<>();
    tracks.forEach(track -> known.add(track.id()));
    List<String> problems = new ArrayList<>();
    List<TrackId> unknown = new ArrayList<>();
    for (Part part : Part.values()) {
      split.tracks(part).stream().filter(id -> !known.contains(id)).forEach(unknown::add);
      if (part != Part.VALIDATION && split.tracks(part).isEmpty()) {
        problems.add("the " + part.title() + " part has no track");
      }
    }
    if (!unknown.isEmpty()) {
      problems.add(unknown.size() + " tracks are not in the data set: " + some(unknown));
    }
    if (!split.leaky()) {
      problems.addAll(leaks(split, tracks, List.of()));
    }
    return problems;
  }

  /**
   * What of a split is on two sides.
   *
   * @param duplicates sets of tracks of the same content
   * @return one line for artists, one for recordings; empty if nothing is
   */
  public static List<String> leaks(
      Split split, Collection<Track> tracks, List<List<Track>> duplicates) {
    List<String> leaks = new ArrayList<>();
    List<String> torn = torn(split, tracks);
    if (!torn.isEmpty()) {
      leaks.add(torn.size() + " artists are on two sides: " + some(torn));
    }
    List<String> copies = new ArrayList<>();
    for (List<Track> set : duplicates) {
      if (parts(split, set).size() > 1) {
        List<String> sides =
            set.stream()
                .flatMap(
                    track ->
                        split.partOf(track.id()).stream()
                            .map(part -> track.id() + " in " + part.title()))
                .toList();
        copies.add(String.join(" is ", sides));
      }
    }
    if (!copies.isEmpty()) {
      leaks.add(copies.size() + " files are on two sides: " + some(copies));
    }
    return leaks;
  }

  /** The groups of tracks that are on two sides, each with its first two. */
  static List<String> torn(Split split, Collection<Track> tracks) {
    Map<String, List<Track>> groups = new TreeMap<>();
    tracks.forEach(
        track -> groups.computeIfAbsent(track.group(), key -> new ArrayList<>()).add(track));
    List<String> torn = new ArrayList<>();
    groups.forEach(
        (name, group) -> {
          List<String> parts = parts(split, group).stream().map(Part::title).toList();
          if (parts.size() > 1) {
            torn.add("%s in %s".formatted(name, String.join(" and ", parts)));
          }
        });
    return torn;
  }

  /**
   * Labels that some track has, but none of a part that has tracks.
   *
   * @return one line for each part, empty if all is well
   */
  public static List<String> emptyLabels(Split split, Collection<Track> tracks) {
    Set<Label> all = labels(tracks);
    List<String> problems = new ArrayList<>();
    for (Part part : Part.values()) {
      List<Track> chosen = split.select(part, tracks);
      Set<Label> missing = new TreeSet<>(all);
      missing.removeAll(labels(chosen));
      if (!chosen.isEmpty() && !missing.isEmpty()) {
        problems.add(
            "the %s part has no track of %s".formatted(part.title(), some(List.copyOf(missing))));
      }
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

  private static Set<Part> parts(Split split, List<Track> tracks) {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    tracks.forEach(track -> split.partOf(track.id()).ifPresent(parts::add));
    return parts;
  }

  private static Set<Label> labels(Collection<Track> tracks) {
    Set<Label> labels = new TreeSet<>();
    tracks.forEach(track -> labels.addAll(track.labels()));
    return labels;
  }

  private static String some(List<?> all) {
    String shown = String.join(", ", all.stream().limit(SHOWN).map(Object::toString).toList());
    return all.size() > SHOWN ? shown + " and others" : shown;
  }
}
