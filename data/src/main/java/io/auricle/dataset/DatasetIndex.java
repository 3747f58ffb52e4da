package io.auricle.dataset;

import io.auricle.label.Label;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The tracks of a data set as found on disk.
 *
 * @param card whose tracks
 * @param target what they are labelled with
 * @param root where they were looked for
 * @param tracks ordered by id, each id once
 * @param findings what was left out or has no audio, and why
 */
public record DatasetIndex(
    DatasetCard card, Target target, Path root, List<Track> tracks, List<Finding> findings) {
  public DatasetIndex {
    tracks = tracks.stream().sorted(Comparator.comparing(Track::id)).toList();
    findings = List.copyOf(findings);
    Set<TrackId> ids = new HashSet<>();
    for (Track track : tracks) {
      if (!ids.add(track.id())) {
        throw new IllegalArgumentException("track " + track.id() + " must be there only once");
      }
    }
  }

  /**
   * The index of the tracks that have audio.
   *
   * @throws DatasetException if there is none
   */
  public DatasetIndex withAudio() throws DatasetException {
    List<Track> audible = tracks.stream().filter(track -> track.path() != null).toList();
    if (audible.isEmpty()) {
      throw new DatasetException(
          root, "no audio of %s here; expected:\n%s".formatted(card.name(), card.tree()));
    }
    return new DatasetIndex(card, target, root, audible, findings);
  }

  /** How many tracks carry each label, ordered by label; labels that no track carries have 0. */
  public Map<Label, Integer> labelCounts() {
    return labelCounts(target, tracks);
  }

  public static Map<Label, Integer> labelCounts(Target target, Collection<Track> tracks) {
    Map<Label, Integer> counts = new TreeMap<>();
    target.labels().forEach(label -> counts.put(label, 0));
    for (Track track : tracks) {
      for (Label label : track.labels()) {
        counts.merge(label, 1, Integer::sum);
      }
    }
    return counts;
  }
}
