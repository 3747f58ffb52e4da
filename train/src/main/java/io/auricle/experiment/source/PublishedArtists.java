package io.auricle.experiment.source;

import io.auricle.dataset.DatasetException;
import io.auricle.dataset.Track;
import io.auricle.dataset.TrackId;
import io.auricle.split.PublishedList;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who plays the tracks of a data set that does not say so itself.
 *
 * @param artists name or number by track
 */
record PublishedArtists(Map<TrackId, String> artists) {
  PublishedArtists {
    artists = Map.copyOf(artists);
  }

  /**
   * Reads published lists: a clip, a tab and its artist.
   *
   * @throws DatasetException if a file is bad
   */
  static PublishedArtists read(List<String> files) throws DatasetException {
    Map<TrackId, String> artists = new HashMap<>();
    for (String file : files) {
      artists.putAll(PublishedList.read(Path.of(file)));
    }
    return new PublishedArtists(artists);
  }

  /** The tracks with their artists; those that no list names as they are. */
  List<Track> of(List<Track> tracks) {
    return tracks.stream()
        .map(
            track ->
                new Track(
                    track.id(),
                    track.path(),
                    track.labels(),
                    artists.getOrDefault(track.id(), track.artist()),
                    track.album(),
                    track.original()))
        .toList();
  }
}
