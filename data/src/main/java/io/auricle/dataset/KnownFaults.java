package io.auricle.dataset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known to be wrong with a published collection.
 *
 * @param bad tracks that loaders leave out, each with the reason
 * @param copies tracks that are recordings of other tracks, each with the first of them; splits
 *     keep them together
 * @param notes what else one must know
 */
public record KnownFaults(Map<TrackId, String> bad, Map<TrackId, TrackId> copies, String notes) {
  /** Nothing. */
  public static final KnownFaults NONE = new KnownFaults(Map.of(), Map.of(), "");

  public KnownFaults {
    bad = Map.copyOf(bad);
    copies = Map.copyOf(copies);
  }

  /** Of sets of the same recording, whose first track is what the others are copies of. */
  public static Map<TrackId, TrackId> copies(List<List<TrackId>> sets) {
    Map<TrackId, TrackId> copies = new HashMap<>();
    for (List<TrackId> same : sets) {
      same.subList(1, same.size()).forEach(copy -> copies.put(copy, same.get(0)));
    }
    return copies;
  }
}
