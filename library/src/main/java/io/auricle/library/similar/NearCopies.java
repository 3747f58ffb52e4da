package io.auricle.library.similar;

import io.auricle.library.song.Song;
import io.auricle.library.song.SongReader;
import io.auricle.library.song.SongSelection;
import io.auricle.library.sound.SoundMarks;
import io.auricle.library.store.Database;
import io.auricle.library.store.LibraryException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The same recordings in other encodings or cuts, by their {@link SoundMarks}: two songs that have
 * some pairs of moments in common are laid beside each other, and are copies if nearly all of their
 * marks agree, which those of two takes of a song do not.
 *
 * <p>Embeddings would not do to find candidates: what a network hears of MP3 at 32 kbit/s, which
 * has no treble, is far from what it hears of the original.
 */
public final class NearCopies {
  /** Of equal marks; measured in docs/results/library.md. */
  private static final double LEAST_SHARE = 0.8;

  /** How much may be cut off, in seconds. */
  private static final double REACH_SECONDS = 15;

  /** Pairs of moments that two songs must have in common to be laid beside each other. */
  private static final int LEAST_COMMON = 2;

  /** What more songs have is a tone or a silence, and says nothing. */
  private static final int MOST_SONGS = 50;

  /** Of more songs only every fourth pair of moments is looked at, which are enough. */
  private static final int MANY = 20_000;

  /** Spreads numbers that are near to each other (Knuth's multiplicative hash). */
  private static final int SPREAD = 0x9E3779B9;

  private static final long LOW = 0xFFFF_FFFFL;

  private NearCopies() {}

  /**
   * A copy of the first song of a group.
   *
   * @param share of marks that agree with those of the first, 1 for the first
   * @param seconds that the first begins later in it; above 0 where this one has more in front
   */
  public record Copy(Song song, double share, double seconds) {}

  /** All groups of at least two, the longest recordings first in each, by their first paths. */
  public static List<List<Copy>> all(Database database) throws LibraryException {
    Map<Long, SoundMarks> marks = database.run(NearCopies::marks);
    Map<Long, Long> groups = groups(marks);
    Map<Long, Song> songs = new HashMap<>();
    if (!groups.isEmpty()) {
      for (Song song : new SongReader(database).read(SongSelection.where("f.removed IS NULL"))) {
        if (groups.containsKey(song.id())) {
          songs.put(song.id(), song);
        }
      }
    }
    return copies(groups, songs, marks);
  }

  private static Map<Long, Long> groups(Map<Long, SoundMarks> marks) {
    Map<Long, Long> parents = new HashMap<>();
    for (long[] pair : candidates(marks)) {
      SoundMarks mine = marks.getOrDefault(pair[0], SoundMarks.NONE);
      SoundMarks theirs = marks.getOrDefault(pair[1], SoundMarks.NONE);
      if (root(parents, pair[0]) != root(parents, pair[1])
          && mine.match(theirs, REACH_SECONDS).share() >= LEAST_SHARE) {
        parents.put(root(parents, pair[1]), root(parents, pair[0]));
      }
    }
    Map<Long, Long> groups = new HashMap<>();
    for (Map.Entry<Long, Long> entry : parents.entrySet()) {
      groups.put(entry.getKey(), root(parents, entry.getKey()));
      groups.put(root(parents, entry.getKey()), root(parents, entry.getKey()));
    }
    return groups;
  }

  /** Pairs of songs with some pairs of moments in common. */
  private static List<long[]> candidates(Map<Long, SoundMarks> marks) {
    long[] ids = marks.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
    int every = ids.length > MANY ? 4 : 1;
    LongStream.Builder all = LongStream.builder();
    for (int song = 0; song < ids.length; song++) {
      long place = song;
      marks
          .getOrDefault(ids[song], SoundMarks.NONE)
          .pairs()
          .filter(pair -> ((pair * SPREAD) >>> 8) % every == 0)
          .forEach(pair -> all.add(((long) pair << 32) | place));
    }
    long[] places = all.build().sorted().toArray();
    Map<Long, Integer> common = new HashMap<>();
    int start = 0;
    for (int end = 1; end <= places.length; end++) {
      if (end == places.length || places[end] >>> 32 != places[start] >>> 32) {
        count(Arrays.stream(places, start, end).distinct().toArray(), common);
        start = end;
      }
    }
    List<long[]> pairs = new ArrayList<>();
    common.forEach(
        (pair, times) -> {
          if (times >= LEAST_COMMON) {
            pairs.add(new long[] {ids[(int) (pair >>> 32)], ids[pair.intValue()]});
          }
        });
    pairs.sort(
        Comparator.<long[]>comparingLong(pair -> pair[0]).thenComparingLong(pair -> pair[1]));
    return pairs;
  }

  private static void count(long[] songs, Map<Long, Integer> common) {
    if (songs.length > MOST_SONGS) {
      return;
    }
    for (int i = 0; i < songs.length; i++) {
      for (int j = i + 1; j < songs.length; j++) {
        common.merge(((songs[i] & LOW) << 32) | (songs[j] & LOW), 1, Integer::sum);
      }
    }
  }

  private static long root(Map<Long, Long> parents, long id) {
    long at = id;
    @Nullable Long parent = parents.get(at);
    while (parent != null && parent != at) {
      at = parent;
      parent = parents.get(at);
    }
    return at;
  }

  private static List<List<Copy>> copies(
      Map<Long, Long> groups, Map<Long, Song> songs, Map<Long, SoundMarks> marks) {
    Map<Long, List<Song>> byRoots = new LinkedHashMap<>();
    groups.forEach(
        (id, root) -> {
          @Nullable Song song = songs.get(id);
          if (song != null) {
            byRoots.computeIfAbsent(root, none -> new ArrayList<>()).add(song);
          }
        });
    List<List<Copy>> all = new ArrayList<>();
    for (List<Song> group : byRoots.values()) {
      group.sort(
          Comparator.comparingDouble((Song s) -> s.seconds() == null ? 0 : -s.seconds())
              .thenComparing(Song::path));
      List<Copy> copies = new ArrayList<>();
      @Nullable SoundMarks first = marks.get(group.get(0).id());
      for (Song song : group) {
        @Nullable SoundMarks own = marks.get(song.id());
        SoundMarks.Match match =
            copies.isEmpty() || first == null || own == null
                ? new SoundMarks.Match(1, 0)
                : first.match(own, REACH_SECONDS);
        copies.add(new Copy(song, match.share(), match.seconds()));
      }
      all.add(List.copyOf(copies));
    }
    all.sort(Comparator.comparing(group -> group.get(0).song().path()));
    return all;
  }

  private static Map<Long, SoundMarks> marks(Connection connection) throws SQLException {
    String sql =
        "SELECT m.file, m.moments FROM marks m JOIN file f ON f.id = m.file"
            + " WHERE f.removed IS NULL";
    Map<Long, SoundMarks> marks = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        marks.put(row.getLong(1), SoundMarks.of(row.getBytes(2)));
      }
    }
    return marks;
  }
}
