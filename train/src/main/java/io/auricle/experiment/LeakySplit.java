package io.auricle.experiment;

import io.auricle.dataset.Track;
import io.auricle.split.Split;
import io.auricle.split.StratifiedSplit;
import java.util.Collection;
import java.util.List;

/** The split that flatters: what belongs together is torn apart as chance will have it. */
final class LeakySplit {
  private LeakySplit() {}

  static Split of(StratifiedSplit shares, Collection<Track> tracks) {
    List<Track> alone =
        tracks.stream().map(t -> new Track(t.id(), t.path(), t.labels(), null)).toList();
    Split split = shares.of("leaky-random", alone);
    String origin =
        "stratified by label, nothing kept together, seed %d, %s %s %s"
            .formatted(shares.seed(), shares.train(), shares.validation(), shares.test());
    return new Split(split.name(), origin, true, split.parts());
  }
}
