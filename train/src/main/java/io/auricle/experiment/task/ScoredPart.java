package io.auricle.experiment.task;

import io.auricle.split.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The scored tracks of one part of a data set.
 *
 * @param dataset name of the data set
 * @param part which part
 * @param tracks at least one
 */
public record ScoredPart(String dataset, Part part, List<Scored> tracks) {
  /** Groups tracks by data set and part; what has no track is left out. */
  public static List<ScoredPart> of(List<Scored> tracks) {
    List<ScoredPart> all = new ArrayList<>();
    for (String dataset : new TreeSet<>(tracks.stream().map(Scored::dataset).toList())) {
      for (Part part : Part.values()) {
        List<Scored> own =
            tracks.stream()
                .filter(track -> track.dataset().equals(dataset) && track.part() == part)
                .toList();
        if (!own.isEmpty()) {
          all.add(new ScoredPart(dataset, part, own));
        }
      }
    }
    return all;
  }
}
