package io.auricle.library.similar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.library.song.Song;
import io.auricle.library.song.SongReader;
import io.auricle.library.store.Database;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Neighbours out of memory are those that a look at every row finds, also after changes. */
final class KnownPointsTest {
  /** Not a multiple of what is compared at once. */
  private static final int SONGS = 1_003;

  private static final int DIMENSIONS = 37;

  private final Database database;
  private final KnownPoints points = new KnownPoints();

  KnownPointsTest(@TempDir Path folder) throws Exception {
    database = Database.open(folder.resolve("library.db"));
  }

  @BeforeEach
  void fill() throws Exception {
    Random random = new Random(1);
    database.transaction(
        connection -> {
          try (var file =
                  connection.prepareStatement(
                      "INSERT INTO file (id, path, path_key, bytes, modified, added, heard, models)"
                          + " VALUES (?, ?, '', 1, 1, 1, 1, '')");
              var embedding =
                  connection.prepareStatement("INSERT INTO embedding VALUES (?, 'net', '1', ?)")) {
            for (int id = 1; id <= SONGS; id++) {
              file.setInt(1, id);
              file.setString(2, "/" + id);
              file.executeUpdate();
              embedding.setInt(1, id);
              embedding.setBytes(2, vector(random, 0.1));
              embedding.executeUpdate();
            }
          }
          return true;
        });
  }

  @AfterEach
  void close() throws Exception {
    database.close();
  }

  private static byte[] vector(Random random, double middle) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * DIMENSIONS).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < DIMENSIONS; i++) {
      bytes.putFloat((float) (middle + random.nextGaussian()));
    }
    return bytes.array();
  }

  private int sql(String sql) throws Exception {
    return database.run(
        connection -> {
          try (var statement = connection.prepareStatement(sql)) {
            return statement.executeUpdate();
          }
        });
  }

  /** Asks both ways. */
  private List<NearSong> nearest(long id, int count) throws Exception {
    Song song = new SongReader(database).ofIds(id).get(0);
    SongSpace space = SongSpace.of(database, song).orElseThrow();
    List<NearSong> known = points.nearest(space, song, count);
    assertEquals(SimilarSongs.nearest(space, song, count, other -> true), known);
    return known;
  }

  @Test
  void areThoseThatEveryRowGives() throws Exception {
    for (long id : new long[] {1, 256, 257, 777, SONGS}) {
      assertEquals(12, nearest(id, 12).size());
    }
    List<NearSong> all = nearest(5, SONGS + 10);
    assertEquals(SONGS - 1, all.size());
    assertTrue(all.get(0).cosine() > all.get(SONGS - 2).cosine());
  }

  @Test
  void changesAreSeen() throws Exception {
    NearSong first = nearest(9, 1).get(0);
    sql("UPDATE file SET removed = 1 WHERE id = " + first.id());
    NearSong second = nearest(9, 1).get(0);
    assertNotEquals(first, second);
    sql("UPDATE file SET removed = NULL WHERE id = " + first.id());
    assertEquals(first, nearest(9, 1).get(0));
    sql(
        "UPDATE embedding SET vector = (SELECT vector FROM embedding WHERE file = 9)"
            + " WHERE file = 500");
    assertEquals(500, nearest(9, 1).get(0).id());
    sql("DELETE FROM embedding WHERE file = 500");
    assertEquals(first, nearest(9, 1).get(0));
  }

  @Test
  void equalOnesComeInTheOrderOfTheLibrary() throws Exception {
    sql(
        "UPDATE embedding SET vector = (SELECT vector FROM embedding WHERE file = 9)"
            + " WHERE file % 10 = 0");
    assertEquals(List.of(10L, 20L, 30L), nearest(9, 3).stream().map(NearSong::id).toList());
  }

  @Test
  void songsOfAnotherNetworkAreNoNeighbours() throws Exception {
    sql("UPDATE embedding SET version = '2' WHERE file <= 300");
    assertTrue(nearest(5, 2_000).stream().allMatch(near -> near.id() <= 300));
    assertTrue(nearest(400, 2_000).stream().allMatch(near -> near.id() > 300));
  }

  @Test
  void scoresStandInForEmbeddings() throws Exception {
    sql("DELETE FROM embedding");
    sql("INSERT INTO model VALUES (1, 'genre', 0, 'jazz')");
    sql("INSERT INTO verdict SELECT id, 1, 'jazz', 0.5, 1 FROM file");
    sql("INSERT INTO score SELECT id, 1, 'jazz', id / 2000.0, 0 FROM file");
    sql("INSERT INTO score SELECT id, 1, 'rock', 1 - id / 2000.0, 0 FROM file");
    assertEquals(List.of(499L, 501L), nearest(500, 2).stream().map(NearSong::id).sorted().toList());
  }
}
