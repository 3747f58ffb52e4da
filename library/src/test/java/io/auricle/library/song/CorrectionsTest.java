package io.auricle.library.song;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.library.query.Query;
import io.auricle.library.store.Database;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the user says wins over what was heard, in whatever is asked. */
final class CorrectionsTest {
  private final Database database;
  private final SongReader reader;
  private final Corrections corrections;

  CorrectionsTest(@TempDir Path folder) throws Exception {
    database = Database.open(folder.resolve("library.db"));
    reader = new SongReader(database);
    corrections = new Corrections(database);
  }

  @BeforeEach
  void fill() throws Exception {
    sql("INSERT INTO model VALUES (1, 'genre', 0, 'jazz' || char(10) || 'rock')");
    sql("INSERT INTO model VALUES (2, 'themes', 1, 'film' || char(10) || 'party')");
    file(1, "a", "one", "rock", 0.8, true);
    file(2, "b", "one", "rock", 0.8, true);
    file(3, "c", "two", "jazz", 0.4, false);
    file(4, "d", null, "rock", 0.3, false);
    sql("INSERT INTO score VALUES (3, 2, 'film', 0.9, 1)");
    sql("INSERT INTO tag VALUES (1, 'genre', 'Rock', 'rock'), (3, 'genre', 'Jazz', 'jazz')");
  }

  private void file(
      int id, String name, @Nullable String sound, String genre, double score, boolean sure)
      throws Exception {
    String quoted = sound == null ? "NULL" : "'" + sound + "'";
    sql(
        ("INSERT INTO file (id, path, path_key, bytes, modified, sound, added, heard, models)"
                + " VALUES (%d, '%s', '%s', 1, 1, %s, 1, 1, '')")
            .formatted(id, name, name, quoted));
    sql("INSERT INTO verdict VALUES (%d, 1, '%s', %s, %b)".formatted(id, genre, score, sure));
    sql("INSERT INTO score VALUES (%d, 1, '%s', %s, 1)".formatted(id, genre, score));
  }

  private void sql(String sql) throws Exception {
    database.run(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
          }
        });
  }

  @AfterEach
  void close() throws Exception {
    database.close();
  }

  private Song song(long id) throws Exception {
    return reader.ofIds(id).get(0);
  }

  private String found(String query) throws Exception {
    return String.join(
        "", reader.read(Query.read(query, reader.models())).stream().map(Song::path).toList());
  }

  @Test
  void correctionHoldsForTheSoundUnderAllItsNames() throws Exception {
    corrections.set(song(1), "genre", List.of("jazz"));
    assertEquals(new Verdict("jazz", 1, true, true), song(1).verdicts().get("genre"));
    assertEquals(new Verdict("jazz", 1, true, true), song(2).verdicts().get("genre"));
    assertFalse(Objects.requireNonNull(song(3).verdicts().get("genre")).corrected());
    sql("UPDATE file SET sound = 'three' WHERE id = 2");
    assertEquals(new Verdict("rock", 0.8, true), song(2).verdicts().get("genre"));
    assertEquals(
        List.of(new Corrections.Correction("a", "genre", List.of("jazz"))), corrections.all());
    assertEquals(Map.of("rock", 0.8), reader.scores(song(1)).get("genre"));
  }

  @Test
  void fileWithoutAKnownSoundIsCorrectedByItsPath() throws Exception {
    corrections.set(song(4), "genre", List.of("jazz"));
    assertEquals("cd", found("genre:jazz"));
  }

  @Test
  void queriesGoByCorrections() throws Exception {
    assertEquals("ab", found("genre:rock score>0.7"));
    corrections.set(song(1), "genre", List.of("jazz"));
    corrections.set(song(4), "genre", List.of("jazz"));
    assertEquals("abcd", found("genre:jazz"));
    assertEquals("", found("genre:rock"));
    assertEquals("abcd", found("-genre:rock"));
    assertEquals("abd", found("genre:jazz score>0.7"));
    assertEquals("", found("score:0.8"));
    assertEquals("abd", found("sure:yes"));
    assertEquals("c", found("sure:no"));
    assertEquals("abd", found("genre.jazz:1"));
    assertEquals("abd", found("genre.rock<0.1"));
    assertEquals("cabd", found("sort:genre.jazz"));
    assertEquals("abdc", found("sort:-score"));
    corrections.set(song(3), "genre", List.of("rock"));
    assertEquals("abdc", found("sort:genre"));
  }

  @Test
  void correctionsAreTakenBackAndReplaced() throws Exception {
    corrections.set(song(1), "genre", List.of("jazz"));
    corrections.set(song(2), "genre", List.of("rock"));
    assertEquals(List.of("rock"), corrections.of(song(1)).get(0).labels());
    assertTrue(corrections.remove(song(1), "genre"));
    assertFalse(corrections.remove(song(1), "genre"));
    assertEquals("ab", found("genre:rock score:0.8"));
    assertEquals(2, reader.models().size());
  }

  @Test
  void fieldsAndLabelsOfTheUsersOwnAreAskedLikeModels() throws Exception {
    corrections.set(song(1), "dance", List.of("salsa"));
    corrections.set(song(3), "genre", List.of("dub"));
    assertEquals("ab", found("dance:salsa"));
    assertEquals("c", found("genre:DUB"));
    assertEquals(List.of("jazz", "rock", "dub"), reader.models().get(0).labels());
    assertTrue(corrections.remove(song(1), "dance"));
    assertEquals(2, reader.models().size());
  }

  @Test
  void tagsThatTheUserGaveStandInPlaceOfThoseHeard() throws Exception {
    assertEquals(Map.of("themes", List.of("film")), reader.given(song(3)));
    corrections.set(song(3), "themes", List.of("party", "film"));
    assertEquals("c", found("themes:party"));
    corrections.set(song(3), "themes", List.of("party"));
    assertEquals("", found("themes:film"));
    assertEquals(List.of("party"), reader.given(song(3)).get("themes"));
  }

  @Test
  void tagsAreWrongByCorrectionsBeforeEars() throws Exception {
    sql("INSERT INTO tag VALUES (2, 'genre', 'Jazz', 'jazz')");
    assertEquals(List.of("b"), WrongTag.all(database).stream().map(WrongTag::path).toList());
    corrections.set(song(1), "genre", List.of("jazz"));
    corrections.set(song(3), "genre", List.of("rock"));
    List<WrongTag> wrong = WrongTag.all(database);
    assertEquals(List.of("a", "c"), wrong.stream().map(WrongTag::path).toList());
    assertEquals("jazz", wrong.get(0).heard().label());
    assertTrue(wrong.get(0).heard().corrected());
  }

  @Test
  void figuresCountCorrections() throws Exception {
    corrections.set(song(1), "genre", List.of("jazz"));
    assertEquals(Map.of("jazz", 2L, "", 2L), LibraryCounts.of(database).labels().get("genre"));
  }
}
