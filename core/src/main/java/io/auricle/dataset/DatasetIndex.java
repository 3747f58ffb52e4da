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
 * @param root where they were looked for
 * @param tracks the usable ones, ordered by id, each id once
 * @param findings what was left out, and why
 */
public record DatasetIndex(
    DatasetCard card, Path root, List<Track> tracks, List<Finding> findings) {
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

  /** How many tracks carry each label, ordered by label. */
  public Map<Label, Integer> labelCounts() {
    return labelCounts(tracks);
  }

  static Map<Label, Integer> labelCounts(Collection<Track> tracks) {
    Map<Label, Integer> counts = new TreeMap<>();
    for (Track track : tracks) {
      for (Label label : track.labels()) {
        counts.merge(label, 1, Integer::sum);
      }
    }
    return counts;
  }
}
