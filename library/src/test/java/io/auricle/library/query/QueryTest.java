package io.auricle.library.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.library.song.KnownModel;
import io.auricle.library.song.Song;
import io.auricle.library.song.SongReader;
import io.auricle.library.song.SongSelection;
import io.auricle.library.store.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries on a small library written by hand. */
final class QueryTest {
  private final Database database;

  QueryTest(@TempDir Path folder) throws Exception {
    database = Database.open(folder.resolve("library.db"));
  }

  @BeforeEach
  void fill() throws Exception {
    sql("INSERT INTO model VALUES (1, 'genre', 0, 'jazz' || char(10) || 'hiphop')");
    sql("INSERT INTO model VALUES (2, 'mood', 0, 'calm' || char(10) || 'angry')");
    sql("INSERT INTO model VALUES (3, 'themes', 1, 'film' || char(10) || 'party')");
    song(1, "/music/a.mp3", "Blå", "Björk", "Début", 1993, 200, "jazz", 0.8, true, "calm", -0.5);
    song(
        2,
        "/music/b.mp3",
        "So What",
        "Miles",
        "Kind of Blue",
        1959,
        562,
        "jazz",
        0.6,
        false,
        "calm",
        -0.2);
    song(
        3,
        "/music/100%_c.mp3",
        "Loud",
        "MC \"x\"",
        "Noise",
        2001,
        100,
        "hiphop",
        0.9,
        true,
        "angry",
        0.9);
    song(4, "/music/gone.mp3", "Gone", "Miles", "Lost", 1960, 100, "jazz", 0.9, true, "calm", 0);
    sql("UPDATE file SET removed = 5 WHERE id = 4");
    sql(
        "INSERT INTO file (id, path, path_key, bytes, modified, added, heard, models, fault_code,"
            + " fault_message) VALUES (5, '/music/bad.mp3', '/music/bad.mp3', 1, 1, 1, 1, '', 'CORRUPT', 'x')");
    sql("INSERT INTO score VALUES (1, 3, 'film', 0.7, 1), (1, 3, 'party', 0.6, 1)");
    sql("INSERT INTO score VALUES (1, 1, 'hiphop', 0.1, 0), (3, 1, 'hiphop', 0.9, 1)");
    sql(
        "UPDATE file SET tempo = 118.2, tempo_certainty = 0.9, music_key = 'Am', key_certainty = 0.4"
            + " WHERE id = 1");
    sql("UPDATE file SET tempo = 140, tempo_certainty = 0.3, music_key = 'F#' WHERE id = 2");
    sql("INSERT INTO tag VALUES (2, 'composer', 'Évans', 'evans')");
  }

  private void song(
      long id,
      String path,
      String title,
      String artist,
      String album,
      int year,
      double seconds,
      String genre,
      double score,
      boolean sure,
      String mood,
      double arousal)
      throws Exception {
    List<Object> values =
        List.of(
            id,
            path,
            path.toLowerCase(java.util.Locale.ROOT),
            title,
            key(title),
            artist,
            key(artist),
            album,
            key(album),
            year,
            seconds,
            arousal);
    sql(
        "INSERT INTO file (id, path, path_key, title, title_key, artist, artist_key, album,"
            + " album_key, year, duration, arousal, bytes, modified, added, heard, models)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 1, 1, 1, '')",
        values.toArray());
    sql("INSERT INTO verdict VALUES (?, 1, ?, ?, ?)", id, genre, score, sure);
    sql("INSERT INTO verdict VALUES (?, 2, ?, 0.5, 1)", id, mood);
  }

  private static String key(String text) {
    return io.auricle.library.song.Folded.of(text);
  }

  private void sql(String sql, Object... values) throws Exception {
    database.run(
        connection -> {
          try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
              statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
          }
        });
  }

  @AfterEach
  void close() throws Exception {
    database.close();
  }

  private String found(String query) throws Exception {
    SongReader reader = new SongReader(database);
    SongSelection which = Query.read(query, reader.models());
    return reader.read(which).stream()
        .map(Song::id)
        .map(String::valueOf)
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "``; 3 1 2",
        "genre:jazz; 1 2",
        "tempo:118..124 key:am; 1",
        "tempo>=118; 1 2",
        "key:\"a minor\",8b; 1",
        "key:gb; 2",
        "-key:am; 3 2",
        "tempo-certainty>0.5; 1",
        "key-certainty<0.5; 1",
        "sort:-tempo; 2 1 3",
        "-genre:jazz; 3",
        "genre:Hip-Hop; 3",
        "genre:jazz,hiphop sort:-year; 3 1 2",
        "genre:jazz score>0.7; 1",
        "score>0.7; 3 1",
        "score:..0.6; 2",
        "genre:jazz sure:no; 2",
        "mood:calm genre:jazz sure:yes; 1",
        "genre.hiphop<0.5; 1",
        "themes:film; 1",
        "themes:party,film; 1",
        "-themes:film; 3 2",
        "year:..1969; 2",
        "year:1993; 1",
        "year:1990..2000; 1",
        "year>=1993 sort:year; 1 3",
        "length>3:00 sort:length; 1 2",
        "length:1m40s..2m; 3",
        "bjork; 1",
        "BLÅ; 1",
        "artist:bj; 1",
        "artist=bj; ``",
        "artist=Björk; 1",
        "-artist:\"mc \\\"x\\\"\"; 1 2",
        "artist:\"bjork\",miles; 1 2",
        "\"kind of\"; 2",
        "kind blue; 2",
        "100%_; 3",
        "%; 3",
        "path:/music/; 3 1 2",
        "tag.composer:evans; 2",
        "-tag.composer:evans; 3 1",
        "arousal>0; 3",
        "sort:arousal; 1 2 3",
        "sort:-arousal limit:1; 3",
        "sort:genre.hiphop; 1 3 2",
        "sort:mood,-year; 3 1 2",
        "fault:yes; 5",
        "fault:corrupt; 5",
        "removed:yes; 4",
        "removed:yes miles; 4",
        "'; ``",
        "\"' OR 1=1 --\"; ``",
      })
  void meansTheseSongs(String query, String ids) throws Exception {
    assertEquals(ids, found(query));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "genre:jaz; 6; genre=jaz must be one of [jazz, hiphop]",
        "mood:calm gener:jazz; 10; field=gener must be one of",
        "year:abc; 5; year=abc must be a number",
        "year:..; 5; year=.. must be a number",
        "length>soon; 7; length=soon must be a number",
        "artist:\"open; 7; has no end",
        "artist:; 7; a value of artist is missing",
        "jazz -; 6; a text is missing",
        "genre:jazz,; 6; a value of genre is missing",
        "artist>b; 0; artist is a text",
        "genre>0.5; 0; genre is a label",
        "key:h; 4; key=h must be a key, such as am",
        "key>am; 0; key is a name",
        "genre.rock>0.5; 0; must be one of",
        "sure:maybe; 5; sure=maybe must be yes or no",
        "sort:colour; 5; field=colour",
        "limit:x; 6; limit=x must be",
        "--formt; 0; no option has this name",
      })
  void faultsHaveTheirPlace(String query, int place, String message) {
    QueryException e = assertThrows(QueryException.class, () -> found(query));
    assertEquals(place, e.place(), e.getMessage());
    assertTrue(String.valueOf(e.getMessage()).contains(message), e.getMessage());
  }

  @Test
  void withoutModelsNothingIsSaidOfScores() {
    List<KnownModel> none = List.of();
    assertThrows(QueryException.class, () -> Query.read("score>0.5", none));
    assertThrows(QueryException.class, () -> Query.read("genre:jazz", none));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1:60", "2x", "h", "-5"})
  void noTimes(String text) {
    assertTrue(Query.seconds(text).isEmpty() || text.equals("h"), text);
  }

  @ParameterizedTest
  @CsvSource({"200, 200", "3:20, 200", "1:00:00, 3600", "2h, 7200", "1h30m, 5400", "90s, 90"})
  void times(String text, double seconds) {
    assertEquals(seconds, Query.seconds(text).orElseThrow());
  }
}
