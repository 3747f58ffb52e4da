package io.auricle.library.song;

import io.auricle.file.FileName;
import io.auricle.library.sound.MusicKey;
import io.auricle.library.sound.SongKey;
import io.auricle.library.sound.SongTempo;
import io.auricle.library.store.Database;
import io.auricle.library.store.LibraryException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Reads songs from a library. */
public final class SongReader {
  private static final String COLUMNS =
      "f.id, f.path, f.bytes, f.modified, f.removed IS NOT NULL, f.sound, f.duration, f.title,"
          + " f.artist, f.album, f.year, g.value, f.valence, f.arousal, f.fault_code,"
          + " f.fault_message, f.tempo, f.tempo_certainty, f.music_key, f.key_certainty, "
          + Corrections.SOUND;
  private static final int TEMPO = 17;
  private static final int KEY = 19;
  private static final int SOUND = 21;
  private static final int FIRST_VERDICT = 22;

  /** So many songs are read by one statement. */
  private static final int AT_ONCE = 500;

  private final Database database;

  public SongReader(Database database) {
    this.database = database;
  }

  /** The models whose verdicts songs have. */
  public List<KnownModel> models() throws LibraryException {
    return database.run(KnownModel::all);
  }

  /** The songs of a selection, in its order. */
  public List<Song> read(SongSelection selection) throws LibraryException {
    return database.run(
        connection -> {
          if (selection.quick() != null) {
            return ofIds(connection, SongNumbers.of(connection, selection));
          }
          List<KnownModel> models = KnownModel.all(connection);
          return read(connection, selection, models, Corrections.labels(connection));
        });
  }

  /** The songs of these numbers, in their order; those that are gone are left out. */
  public List<Song> ofIds(long... ids) throws LibraryException {
    return database.run(connection -> ofIds(connection, ids));
  }

  private static List<Song> ofIds(Connection connection, long... ids) throws SQLException {
    List<KnownModel> models = KnownModel.all(connection);
    Corrections.Labels corrections = Corrections.labels(connection);
    List<Song> songs = new ArrayList<>(ids.length);
    for (int from = 0; from < ids.length; from += AT_ONCE) {
      long[] some = Arrays.copyOfRange(ids, from, Math.min(ids.length, from + AT_ONCE));
      String list = LongStream.of(some).mapToObj(Long::toString).collect(Collectors.joining(","));
      SongSelection which =
          new SongSelection("f.id IN (" + list + ")", List.of(), "1", List.of(), AT_ONCE);
      Map<Long, Song> found = new HashMap<>();
      for (Song song : read(connection, which, models, corrections)) {
        found.put(song.id(), song);
      }
      for (long id : some) {
        @Nullable Song song = found.get(id);
        if (song != null) {
          songs.add(song);
        }
      }
    }
    return songs;
  }

  private static List<Song> read(
      Connection connection,
      SongSelection selection,
      List<KnownModel> models,
      Corrections.Labels corrections)
      throws SQLException {
    StringBuilder sql = new StringBuilder("SELECT " + COLUMNS);
    StringBuilder from =
        new StringBuilder(" FROM file f LEFT JOIN tag g ON g.file = f.id AND g.name = 'genre'");
    for (KnownModel model : models) {
      String v = "v" + model.id();
      sql.append(", %s.label, %s.score, %s.sure".formatted(v, v, v));
      from.append(" LEFT JOIN verdict %s ON %s.file = f.id".formatted(v, v));
      from.append(" AND %s.model = %d".formatted(v, model.id()));
    }
    sql.append(from).append(" WHERE ").append(selection.condition());
    sql.append(" ORDER BY ").append(selection.order()).append(" LIMIT ?");
    List<Song> songs = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql.toString())) {
      int place = 1;
      for (Object value : selection.parameters()) {
        select.setObject(place++, value);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          songs.add(song(row, models, corrections));
        }
      }
    }
    return songs;
  }

  private static Song song(ResultSet row, List<KnownModel> models, Corrections.Labels corrections)
      throws SQLException {
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    int column = FIRST_VERDICT;
    for (KnownModel model : models) {
      @Nullable String label = row.getString(column);
      Optional<Verdict> said = corrections.verdict(row.getString(SOUND), model);
      if (said.isPresent()) {
        verdicts.put(model.name(), said.get());
      } else if (label != null) {
        verdicts.put(
            model.name(),
            new Verdict(label, row.getDouble(column + 1), row.getBoolean(column + 2)));
      }
      column += 3;
    }
    @Nullable String fault = row.getString(15);
    @Nullable Double year = number(row, 11);
    return new Song(
        row.getLong(1),
        row.getString(2),
        row.getLong(3),
        row.getLong(4),
        row.getBoolean(5),
        row.getString(6),
        number(row, 7),
        row.getString(8),
        row.getString(9),
        row.getString(10),
        year == null ? null : year.intValue(),
        row.getString(12),
        verdicts,
        number(row, 13),
        number(row, 14),
        tempo(row),
        key(row),
        fault == null ? null : new SongFault(fault, row.getString(16)));
  }

  private static @Nullable Double number(ResultSet row, int column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }

  /** The song of a file, if the library knows it. */
  public Optional<Song> find(Path file) throws LibraryException {
    String path = FileName.text(file.toAbsolutePath().normalize());
    return read(SongSelection.where("f.path = ?", path)).stream().findFirst();
  }

  private static @Nullable SongTempo tempo(ResultSet row) throws SQLException {
    @Nullable Double bpm = number(row, TEMPO);
    return bpm == null ? null : new SongTempo(bpm, row.getDouble(TEMPO + 1));
  }

  private static @Nullable SongKey key(ResultSet row) throws SQLException {
    @Nullable String name = row.getString(KEY);
    if (name == null) {
      return null;
    }
    double certainty = row.getDouble(KEY + 1);
    return MusicKey.of(name).map(key -> new SongKey(key, certainty)).orElse(null);
  }

  /** All scores of a song as it was heard: by models, of each the labels with the best first. */
  public Map<String, Map<String, Double>> scores(Song song) throws LibraryException {
    String sql =
        "SELECT m.name, s.label, s.score FROM score s JOIN model m ON m.id = s.model"
            + " WHERE s.file = ? ORDER BY m.id, s.score DESC";
    return database.run(
        connection -> {
          Map<String, Map<String, Double>> scores = new LinkedHashMap<>();
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, song.id());
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                scores
                    .computeIfAbsent(row.getString(1), name -> new LinkedHashMap<>())
                    .put(row.getString(2), row.getDouble(3));
              }
            }
          }
          return scores;
        });
  }

  /** The labels that are given, by models of tags, or that the user gave; the best first. */
  public Map<String, List<String>> given(Song song) throws LibraryException {
    String sql =
        "SELECT m.name, s.label FROM score s JOIN model m ON m.id = s.model"
            + " WHERE s.file = ? AND s.given AND m.tags ORDER BY m.id, s.score DESC";
    List<Corrections.Correction> corrections = new Corrections(database).of(song);
    return database.run(
        connection -> {
          Map<String, List<String>> given = new LinkedHashMap<>();
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, song.id());
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                given
                    .computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                    .add(row.getString(2));
              }
            }
          }
          corrections.forEach(said -> given.put(said.field(), said.labels()));
          return given;
        });
  }

  /** All tags of a song's file, by their names. */
  public Map<String, String> tags(Song song) throws LibraryException {
    return database.run(
        connection -> {
          Map<String, String> tags = new LinkedHashMap<>();
          try (PreparedStatement select =
              connection.prepareStatement("SELECT name, value FROM tag WHERE file = ?")) {
            select.setLong(1, song.id());
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                tags.put(row.getString(1), row.getString(2));
              }
            }
          }
          return tags;
        });
  }
}
