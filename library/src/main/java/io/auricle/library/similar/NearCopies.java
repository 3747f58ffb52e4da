package io.auricle.library.similar;

import io.auricle.library.song.Song;
import io.auricle.library.song.SongReader;
import io.auricle.library.song.SongSelection;
import io.auricle.library.sound.SoundMarks;
import io.auricle.library.store.Database;
import io.auricle.library.store.LibraryException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The same recordings in other encodings or cuts. Two songs are candidates if what the models'
 * network makes of them is alike, and copies if their {@link SoundMarks} agree when laid beside
 * each other, which those of two takes of a song do not.
 *
 * <p>Each pair of songs is looked at, but most by 128 bits alone: on which side of random planes
 * through the mean both lie (Charikar 2002, doi:10.1145/509907.509965).
 */
public final class NearCopies {
  /** Of embeddings less their mean; measured in docs/results/library.md. */
  private static final double LEAST_COSINE = 0.6;

  /** Of equal marks; measured in docs/results/library.md. */
  private static final double LEAST_SHARE = 0.66;

  /** How much may be cut off, in seconds. */
  private static final double REACH_SECONDS = 15;

  private static final int PLANES = 128;

  /** At the least cosine 38 bits differ on average, by 5 give or take. */
  private static final int MOST_BITS = 55;

  private NearCopies() {}

  /**
   * A copy of the first song of a group.
   *
   * @param share of marks that agree with those of the first, 1 for the first
   * @param seconds that the first begins later in it; above 0 where this one has more in front
   */
  public record Copy(Song song, double share, double seconds) {}

  /**
   * A song with its point.
   *
   * @param side of each plane, a bit each
   */
  @SuppressWarnings("ArrayRecordComponent") // one of many for a moment, never compared
  private record Place(long id, float[] point, long[] side) {}

  /** All groups of at least two, the longest recordings first in each, by their first paths. */
  public static List<List<Copy>> all(Database database) throws LibraryException {
    Map<Long, SoundMarks> marks = database.run(NearCopies::marks);
    Map<Long, Long> groups = groups(database, marks);
    Map<Long, Song> songs = new HashMap<>();
    for (Song song : new SongReader(database).read(SongSelection.where("f.removed IS NULL"))) {
      if (groups.containsKey(song.id())) {
        songs.put(song.id(), song);
      }
    }
    return copies(groups, songs, marks);
  }

  private static Map<Long, Long> groups(Database database, Map<Long, SoundMarks> marks)
      throws LibraryException {
    Map<Long, Long> parents = new HashMap<>();
    for (List<Place> space : database.run(NearCopies::spaces)) {
      for (int i = 0; i < space.size(); i++) {
        Place one = space.get(i);
        for (int j = i + 1; j < space.size(); j++) {
          Place other = space.get(j);
          int apart =
              Long.bitCount(one.side()[0] ^ other.side()[0])
                  + Long.bitCount(one.side()[1] ^ other.side()[1]);
          if (apart <= MOST_BITS
              && SongSpace.cosine(one.point(), other.point()) >= LEAST_COSINE
              && root(parents, one.id()) != root(parents, other.id())) {
            @Nullable SoundMarks mine = marks.get(one.id());
            @Nullable SoundMarks theirs = marks.get(other.id());
            if (mine != null
                && theirs != null
                && mine.match(theirs, REACH_SECONDS).share() >= LEAST_SHARE) {
              parents.put(root(parents, other.id()), root(parents, one.id()));
            }
          }
        }
      }
    }
    Map<Long, Long> groups = new HashMap<>();
    for (Map.Entry<Long, Long> entry : parents.entrySet()) {
      groups.put(entry.getKey(), root(parents, entry.getKey()));
      groups.put(root(parents, entry.getKey()), root(parents, entry.getKey()));
    }
    return groups;
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

  /** The songs of each network, as far from their mean as it makes them. */
  private static List<List<Place>> spaces(Connection connection) throws SQLException {
    String sql =
        "SELECT e.network || ' ' || e.version, e.file, e.vector FROM embedding e"
            + " JOIN file f ON f.id = e.file WHERE f.removed IS NULL ORDER BY e.file";
    Map<String, Map<Long, float[]>> networks = new LinkedHashMap<>();
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        ByteBuffer bytes = ByteBuffer.wrap(row.getBytes(3)).order(ByteOrder.LITTLE_ENDIAN);
        float[] point = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(point);
        networks
            .computeIfAbsent(row.getString(1), none -> new LinkedHashMap<>())
            .put(row.getLong(2), SongSpace.unit(point));
      }
    }
    List<List<Place>> spaces = new ArrayList<>();
    networks.values().forEach(points -> spaces.add(places(points)));
    return spaces;
  }

  private static List<Place> places(Map<Long, float[]> points) {
    int size = points.values().iterator().next().length;
    double[] mean = new double[size];
    for (float[] point : points.values()) {
      for (int i = 0; i < size; i++) {
        mean[i] += point[i] / points.size();
      }
    }
    // Of few songs the mean is too near to each of them to say what is usual.
    double weight = points.size() >= FEW ? 1 : 0;
    float[][] planes = planes(size);
    List<Place> places = new ArrayList<>();
    points.forEach(
        (id, point) -> {
          for (int i = 0; i < size; i++) {
            point[i] -= (float) (weight * mean[i]);
          }
          float[] unit = SongSpace.unit(point);
          long[] side = new long[2];
          for (int plane = 0; plane < PLANES; plane++) {
            if (SongSpace.cosine(unit, planes[plane]) > 0) {
              side[plane / 64] |= 1L << plane % 64;
            }
          }
          places.add(new Place(id, unit, side));
        });
    return places;
  }

  private static final int FEW = 20;

  private static float[][] planes(int size) {
    Random random = new Random(1);
    float[][] planes = new float[PLANES][size];
    for (float[] plane : planes) {
      for (int i = 0; i < size; i++) {
        plane[i] = (float) random.nextGaussian();
      }
    }
    return planes;
  }
}
