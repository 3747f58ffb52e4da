package io.auricle.split;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.auricle.dataset.Track;
import io.auricle.dataset.TrackId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which tracks are for training, validation and test. A track is in one part at most; tracks in no
 * part are not used.
 *
 * @param name for reports
 * @param origin how it was made, one line
 * @param leaky whether pieces of one recording or artist may be on two sides, so that figures are
 *     better than the truth; every report has to say so
 * @param parts the tracks of each part
 */
public record Split(
    String name, String origin, boolean leaky, Map<Part, SortedSet<TrackId>> parts) {
  public Split {
    if (name.isBlank() || (name + origin).chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "name=%s and origin=%s must be lines of text".formatted(name, origin));
    }
    Map<Part, SortedSet<TrackId>> copy = new EnumMap<>(Part.class);
    Map<TrackId, Part> seen = new TreeMap<>();
    for (Part part : Part.values()) {
      SortedSet<TrackId> ids = new TreeSet<>(parts.getOrDefault(part, new TreeSet<>()));
      for (TrackId id : ids) {
        Part other = seen.put(id, part);
        if (other != null) {
          throw new IllegalArgumentException(
              "track %s must be on one side, it is in %s and %s"
                  .formatted(id, other.title(), part.title()));
        }
      }
      copy.put(part, Collections.unmodifiableSortedSet(ids));
    }
    parts = Collections.unmodifiableMap(copy);
  }

  /** The tracks of a part in their order; empty if it has none. */
  public SortedSet<TrackId> tracks(Part part) {
    return parts.getOrDefault(part, Collections.emptySortedSet());
  }

  /** The part of a track; empty if it is in none. */
  public Optional<Part> partOf(TrackId id) {
    return parts.entrySet().stream()
        .filter(entry -> entry.getValue().contains(id))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Those of the tracks that are in a part, in the order given. */
  public List<Track> select(Part part, Collection<Track> tracks) {
    SortedSet<TrackId> ids = tracks(part);
    return tracks.stream().filter(track -> ids.contains(track.id())).toList();
  }

  /**
   * A short name for the exact content: the first 16 hexadecimal digits of the SHA-256 of the leaky
   * mark and of the tracks of each part, whatever the split is called.
   */
  public String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(("leaky=" + leaky + "\n").getBytes(UTF_8));
      for (Part part : Part.values()) {
        digest.update(("[" + part.title() + "]\n").getBytes(UTF_8));
        for (TrackId id : tracks(part)) {
          digest.update((id + "\n").getBytes(UTF_8));
        }
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
