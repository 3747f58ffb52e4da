package io.auricle.library.similar;

import io.auricle.library.song.Folded;
import io.auricle.library.song.Song;
import io.auricle.library.store.LibraryException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A way from one song to the next that sounds alike: each step goes to the nearest song that was
 * not played yet, of another artist than the last one where there is such a song. It stays among
 * the songs nearest to the first, so that it does not wander off.
 */
public final class SongWalk {
  private static final int NEAR = 1_000;

  private SongWalk() {}

  /**
   * Walks.
   *
   * @param start the first song; it comes along if it is among the others
   * @param among where the way may lead
   * @param seconds how long the songs last together at least, if there are enough
   */
  public static List<Song> of(SongSpace space, Song start, List<Song> among, double seconds)
      throws LibraryException {
    Map<Long, Song> songs = new LinkedHashMap<>();
    among.forEach(song -> songs.put(song.id(), song));
    Map<Long, Song> rest = new LinkedHashMap<>();
    for (NearSong near : SimilarSongs.nearest(space, start, NEAR, songs::containsKey)) {
      @Nullable Song song = songs.get(near.id());
      if (song != null) {
        rest.put(near.id(), song);
      }
    }
    Map<Long, float[]> points =
        SimilarSongs.points(space, id -> id == start.id() || rest.containsKey(id));
    List<Song> walk = new ArrayList<>();
    double length = 0;
    Song last = start;
    if (songs.containsKey(start.id())) {
      walk.add(start);
      length += length(start);
    }
    while (length < seconds && !rest.isEmpty()) {
      last = next(last, rest, points);
      rest.remove(last.id());
      walk.add(last);
      length += length(last);
    }
    return walk;
  }

  private static double length(Song song) {
    return song.seconds() == null ? 0 : song.seconds();
  }

  private static Song next(Song last, Map<Long, Song> rest, Map<Long, float[]> points) {
    float[] from = point(points, last);
    @Nullable Song best = null;
    double nearest = Double.NEGATIVE_INFINITY;
    for (Song song : rest.values()) {
      // Farther than any other artist's, nearer than nothing.
      double cosine =
          SongSpace.cosine(from, point(points, song)) - (sameArtist(last, song) ? 4 : 0);
      if (best == null || cosine > nearest) {
        best = song;
        nearest = cosine;
      }
    }
    return best == null ? last : best;
  }

  private static float[] point(Map<Long, float[]> points, Song song) {
    return points.getOrDefault(song.id(), new float[0]);
  }

  private static boolean sameArtist(Song one, Song other) {
    return one.artist() != null
        && other.artist() != null
        && Folded.of(one.artist()).equals(Folded.of(other.artist()));
  }
}
