package io.auricle.split;

import io.auricle.dataset.Track;
import java.util.Collection;
import java.util.List;

/** What a split keeps together. */
public enum Grouping {
  /** The tracks of an artist where artists are known, the recording where they are not. */
  ARTIST,
  /** The recording, with all its pieces; songs of one artist may be on two sides. */
  TRACK;

  /** The words for the origin of a split. */
  String origin() {
    return this == ARTIST ? "grouped by artist where known" : "by track";
  }

  /** Tracks whose {@link Track#group} is what is kept together. */
  List<Track> grouped(Collection<Track> tracks) {
    return this == ARTIST
        ? List.copyOf(tracks)
        : tracks.stream()
            .map(t -> new Track(t.id(), t.path(), t.labels(), null, t.album(), t.original()))
            .toList();
  }
}
