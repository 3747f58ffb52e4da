package io.auricle.library.song;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.library.query.Query;
import io.auricle.library.similar.SongPoints;
import io.auricle.library.store.DataVersion;
import io.auricle.library.store.Database;
import io.auricle.library.store.PageCache;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of all songs at once is what is read of them one by one. */
final class SongNumbersTest {
  private static final int SONGS = 3_000;

  private final Path file;
  private final Database database;

  SongNumbersTest(@TempDir Path folder) throws Exception {
    file = folder.resolve("library.db");
    database = Database.open(file);
  }

  @BeforeEach
  void fill() throws Exception {
    PageCache.enlarge(database);
    sql(database, "INSERT INTO model VALUES (1, 'genre', 0, 'jazz' || char(10) || 'rock')");
    sql(
        database,
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)"
                .formatted(SONGS)
            + " INSERT INTO file (id, path, path_key, bytes, modified, added, heard, models, year)"
            + " SELECT i, '/music/' || (i * 7919 % 3001), '/music/' || (i * 7919 % 3001), 1, 1, 1,"
            + " i, '', 1950 + i % 70 FROM n");
    sql(
        database,
        "INSERT INTO verdict SELECT id, 1, CASE id % 3 WHEN 0 THEN 'jazz' ELSE 'rock' END,"
            + " 0.6 + id % 7 / 100.0, id % 2 FROM file WHERE id % 100 <> 50");
    sql(
        database,
        "INSERT INTO score SELECT file, model, 'jazz', id % 11 / 11.0, 0 FROM verdict JOIN file"
            + " ON id = file");
    sql(
        database,
        "INSERT INTO embedding SELECT id, 'net', CASE WHEN id < 10 THEN '1' ELSE '2' END,"
            + " x'0000803f00000000' FROM file");
    sql(database, "UPDATE file SET removed = 5 WHERE id = 20");
  }

  private static void sql(Database to, String sql) throws Exception {
    to.run(
        connection -> {
          try (var statement = connection.prepareStatement(sql)) {
            return statement.executeUpdate();
          }
        });
  }

  @AfterEach
  void close() throws Exception {
    database.close();
  }

  @Test
  void orderIsThatOfTheSongs() throws Exception {
    SongReader reader = new SongReader(database);
    for (String query :
        List.of(
            "",
            "genre:jazz",
            "sort:-year",
            "sort:year,path limit:50",
            "7 sort:genre",
            "sort:-genre limit:40",
            "sort:score,-year",
            "sort:-score genre:rock",
            "sort:genre.jazz",
            "sort:-genre.jazz,genre",
            "sort:year,-genre",
            "removed:yes sort:-genre,title")) {
      SongSelection which = Query.read(query, reader.models());
      List<Long> songs = reader.read(plain(which)).stream().map(Song::id).toList();
      assertFalse(songs.isEmpty(), query);
      assertEquals(songs, LongStream.of(SongNumbers.of(database, which)).boxed().toList(), query);
    }
  }

  /** The same in SQL alone. */
  private static SongSelection plain(SongSelection which) {
    return new SongSelection(
        which.condition(), which.values(), which.order(), which.orderValues(), which.limit());
  }

  @Test
  void correctionsAreSortedLikeWhatIsHeard() throws Exception {
    SongReader reader = new SongReader(database);
    for (int id : new int[] {7, 8, 9, 2_000}) {
      Song song = reader.ofIds(id).get(0);
      new Corrections(database).set(song, "genre", List.of(id < 9 ? "jazz" : "blues"));
    }
    orderIsThatOfTheSongs();
  }

  /** Sorting all songs reads an index from end to end, and nothing besides. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sort:title",
        "sort:artist",
        "sort:album",
        "sort:year",
        "sort:length",
        "sort:tempo",
        "sort:arousal"
      })
  void allSongsLieSortedInAnIndex(String query) throws Exception {
    SongSelection which = Query.read(query, new SongReader(database).models());
    String sql =
        "EXPLAIN QUERY PLAN SELECT f.id FROM file f WHERE %s ORDER BY %s"
            .formatted(which.condition(), which.order());
    List<String> plan = new ArrayList<>();
    database.run(
        connection -> {
          try (var statement = connection.prepareStatement(sql);
              var row = statement.executeQuery()) {
            while (row.next()) {
              plan.add(row.getString("detail"));
            }
            return true;
          }
        });
    assertEquals(1, plan.size(), plan.toString());
    assertTrue(plan.get(0).startsWith("SCAN f USING"), plan.toString());
    assertTrue(plan.get(0).contains("INDEX file_"), plan.toString());
  }

  @Test
  void verdictsAreThoseOfTheSongs() throws Exception {
    SongReader reader = new SongReader(database);
    Song song = reader.read(SongSelection.where("f.id = 7")).get(0);
    new Corrections(database).set(song, "genre", List.of("jazz"));
    Map<Long, Verdict> verdicts = SongVerdicts.of(database, reader.models().get(0));
    for (Song one : reader.read(SongSelection.where("f.id < 50"))) {
      assertEquals(one.verdicts().get("genre"), verdicts.get(one.id()));
    }
    assertEquals(new Verdict("jazz", 1, true, true), verdicts.get(7L));
    assertEquals(SONGS - SONGS / 100, verdicts.size());
  }

  @Test
  void pointsAreOfTheLargestSpaceAndOfSongsThatAreThere() throws Exception {
    List<Long> ids = new ArrayList<>();
    SongPoints points = SongPoints.of(database).orElseThrow();
    points.each(
        (id, point) -> {
          assertEquals(2, point.length);
          ids.add(id);
        });
    assertEquals(SONGS - 10, ids.size());
    assertFalse(ids.contains(3L) || ids.contains(20L));
    String state = SongPoints.state(database);
    sql(database, "UPDATE file SET year = 1 WHERE id = 30");
    assertEquals(state, SongPoints.state(database));
    for (String change :
        List.of(
            "UPDATE embedding SET vector = x'000000000000803f' WHERE file = 30",
            "UPDATE file SET removed = 6 WHERE id = 31",
            "DELETE FROM file WHERE id = 32")) {
      sql(database, change);
      assertNotEquals(state, SongPoints.state(database), change);
      state = SongPoints.state(database);
    }
  }

  @Test
  void emptyLibraryHasNoPoints(@TempDir Path folder) throws Exception {
    try (Database empty = Database.open(folder.resolve("empty.db"))) {
      assertFalse(SongPoints.of(empty).isPresent());
      assertEquals(0, SongNumbers.of(empty, SongSelection.where("1")).length);
    }
  }

  @Test
  void versionChangesWithTheWritesOfOthersAlone() throws Exception {
    long before = DataVersion.of(database);
    sql(database, "UPDATE file SET year = 1 WHERE id = 1");
    assertEquals(before, DataVersion.of(database));
    try (Database other = Database.existing(file)) {
      assertEquals(before, DataVersion.of(database), "to open it changes nothing");
      sql(other, "UPDATE file SET year = 2 WHERE id = 1");
    }
    assertNotEquals(before, DataVersion.of(database));
  }
}
