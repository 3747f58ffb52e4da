package io.auricle.library.similar;

import io.auricle.library.song.Song;
import io.auricle.library.store.Database;
import io.auricle.library.store.LibraryException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A space in which songs that sound alike lie near to each other: the embedding of one network, or,
 * where models give none, the square roots of their scores, so that the cosine is the Bhattacharyya
 * coefficient of what they say. All points have length 1.
 */
public final class SongSpace {
  private final Database database;
  private final @Nullable String network;
  private final String version;

  private SongSpace(Database database, @Nullable String network, String version) {
    this.database = database;
    this.network = network;
    this.version = version;
  }

  /** Takes points one by one. */
  @FunctionalInterface
  interface Sink {
    /**
     * Takes one.
     *
     * @param song its number within the library
     * @param point of length 1; the sink may keep it
     */
    void take(long song, float[] point);
  }

  /** The space that a song lies in; nothing if no model spoke of it. */
  public static Optional<SongSpace> of(Database database, Song song) throws LibraryException {
    String sql = "SELECT network, version FROM embedding WHERE file = ?";
    return database.run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, song.id());
            try (ResultSet row = select.executeQuery()) {
              if (row.next()) {
                return Optional.of(new SongSpace(database, row.getString(1), row.getString(2)));
              }
            }
          }
          return song.verdicts().isEmpty()
              ? Optional.empty()
              : Optional.of(new SongSpace(database, null, ""));
        });
  }

  /** Whether points are of scores, since there is no embedding. */
  public boolean isOfScores() {
    return network == null;
  }

  /** Another text where points may be others. */
  String state() throws LibraryException {
    return "%s %s %s %s".formatted(PointChanges.of(database), network, version, database.file());
  }

  /** Bytes that the points of all songs take in memory, about. */
  long bytes() throws LibraryException {
    String sql =
        network == null
            ? "SELECT COUNT(*) * 4 * (SELECT COUNT(*) FROM score GROUP BY file LIMIT 1) FROM file"
            : "SELECT COUNT(*) * (SELECT LENGTH(vector) FROM embedding LIMIT 1) FROM file";
    return database.run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(sql);
              ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0L;
          }
        });
  }

  /** The point of one song, if it has one. */
  Optional<float[]> point(long song) throws LibraryException {
    Map<Long, float[]> found = new HashMap<>();
    database.run(
        connection -> {
          read(connection, " AND f.id = " + song, found::put);
          return true;
        });
    return Optional.ofNullable(found.get(song));
  }

  /** The points of all songs that are there. */
  void each(Sink sink) throws LibraryException {
    database.run(
        connection -> {
          read(connection, "", sink);
          return true;
        });
  }

  private void read(Connection connection, String which, Sink sink) throws SQLException {
    if (network == null) {
      scores(connection, which, sink);
    } else {
      embeddings(connection, network, which, sink);
    }
  }

  private void embeddings(Connection connection, String name, String which, Sink sink)
      throws SQLException {
    String sql =
        "SELECT e.file, e.vector FROM embedding e CROSS JOIN file f ON f.id = e.file"
            + " WHERE e.network = ? AND e.version = ? AND f.removed IS NULL"
            + which;
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, name);
      select.setString(2, version);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          ByteBuffer bytes = ByteBuffer.wrap(row.getBytes(2)).order(ByteOrder.LITTLE_ENDIAN);
          float[] point = new float[bytes.remaining() / Float.BYTES];
          bytes.asFloatBuffer().get(point);
          sink.take(row.getLong(1), unit(point));
        }
      }
    }
  }

  private static void scores(Connection connection, String which, Sink sink) throws SQLException {
    Map<String, Integer> places = new HashMap<>();
    try (PreparedStatement select =
            connection.prepareStatement("SELECT DISTINCT model, label FROM score ORDER BY 1, 2");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        places.put(row.getInt(1) + " " + row.getString(2), places.size());
      }
    }
    String sql =
        "SELECT s.file, s.model, s.label, s.score FROM score s JOIN file f ON f.id = s.file"
            + " WHERE f.removed IS NULL"
            + which
            + " ORDER BY s.file";
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      long song = -1;
      float[] point = new float[0];
      while (row.next()) {
        if (row.getLong(1) != song) {
          if (song >= 0) {
            sink.take(song, unit(point));
          }
          song = row.getLong(1);
          point = new float[places.size()];
        }
        int place = places.getOrDefault(row.getInt(2) + " " + row.getString(3), -1);
        if (place >= 0) {
          point[place] = (float) Math.sqrt(row.getDouble(4));
        }
      }
      if (song >= 0) {
        sink.take(song, unit(point));
      }
    }
  }

  /** The point at length 1; nought stays where it is. */
  private static float[] unit(float[] point) {
    double length = Math.sqrt(cosine(point, point));
    if (length > 0) {
      for (int i = 0; i < point.length; i++) {
        point[i] = (float) (point[i] / length);
      }
    }
    return point;
  }

  /** Of two points of length 1; in [-1, 1] up to rounding. */
  static double cosine(float[] one, float[] other) {
    double sum = 0;
    int length = Math.min(one.length, other.length);
    for (int i = 0; i < length; i++) {
      sum += (double) one[i] * other[i];
    }
    return sum;
  }
}
