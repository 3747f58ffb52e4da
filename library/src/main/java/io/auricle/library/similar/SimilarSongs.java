package io.auricle.library.similar;

import io.auricle.library.song.Song;
import io.auricle.library.store.LibraryException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.LongPredicate;

/** The songs nearest to one, by the cosine of their points; every song is looked at. */
public final class SimilarSongs {
  /** The best first; of equal ones the earlier in the library. */
  static final Comparator<NearSong> NEAREST =
      Comparator.comparingDouble(NearSong::cosine).reversed().thenComparingLong(NearSong::id);

  private SimilarSongs() {}

  /**
   * The nearest songs.
   *
   * @param song that they are near to; not among them
   * @param count how many at most
   * @param among which songs may be
   * @return nearest first; empty if the song has no point in the space
   */
  public static List<NearSong> nearest(SongSpace space, Song song, int count, LongPredicate among)
      throws LibraryException {
    float[] point = space.point(song.id()).orElse(new float[0]);
    PriorityQueue<NearSong> best = new PriorityQueue<>(NEAREST.reversed());
    if (point.length > 0) {
      space.each(
          (id, other) -> {
            if (id != song.id() && among.test(id)) {
              best.add(new NearSong(id, SongSpace.cosine(point, other)));
              if (best.size() > count) {
                best.remove();
              }
            }
          });
    }
    List<NearSong> nearest = new ArrayList<>(best);
    nearest.sort(NEAREST);
    return nearest;
  }

  /** The points of some songs, by their numbers. */
  static Map<Long, float[]> points(SongSpace space, LongPredicate wanted) throws LibraryException {
    Map<Long, float[]> points = new HashMap<>();
    space.each(
        (id, point) -> {
          if (wanted.test(id)) {
            points.put(id, point);
          }
        });
    return points;
  }
}
