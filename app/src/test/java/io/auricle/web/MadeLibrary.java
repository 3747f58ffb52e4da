package io.auricle.web;

import io.auricle.library.song.Folded;
import io.auricle.library.store.Database;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;

/**
 * Libraries of songs that nobody played: names of three word lists, a genre and a mood each, and an
 * embedding near to those of the same genre. The same each time.
 */
public final class MadeLibrary {
  public static final List<String> GENRES =
      List.of(
          "blues",
          "classical",
          "country",
          "disco",
          "hiphop",
          "jazz",
          "metal",
          "pop",
          "reggae",
          "rock",
          "electronic");
  private static final List<String> MOODS = List.of("happy", "angry", "sad", "calm");
  private static final List<String> TAGS = List.of("guitar", "piano", "vocal", "slow", "live");
  private static final List<String> FIRST =
      List.of("Blue", "Silver", "Quiet", "Wild", "Golden", "Broken", "Distant", "Paper", "Velvet");
  private static final List<String> SECOND =
      List.of("River", "Engine", "Garden", "Harbour", "Signal", "Winter", "Mirror", "Lantern");
  private static final int DIMENSIONS = 16;

  private final Connection connection;
  private final Random random = new Random(18);

  private MadeLibrary(Connection connection) {
    this.connection = connection;
  }

  /**
   * Makes one.
   *
   * @param folder of which the songs are said to be; it is one that was scanned
   * @param files the first songs are these, which can be played if they lie in the folder
   */
  public static Path make(Path database, Path folder, int songs, List<Path> files)
      throws IOException {
    try (Database open = Database.open(database)) {
      open.transaction(
          connection -> {
            new MadeLibrary(connection).fill(folder.toAbsolutePath().normalize(), songs, files);
            return true;
          });
    }
    return database;
  }

  private void fill(Path folder, int songs, List<Path> files) throws SQLException {
    sql("INSERT INTO model VALUES (1, 'genre', 0, ?)", String.join("\n", GENRES));
    sql("INSERT INTO model VALUES (2, 'mood', 0, ?)", String.join("\n", MOODS));
    sql("INSERT INTO model VALUES (3, 'tags', 1, ?)", String.join("\n", TAGS));
    sql("INSERT INTO folder VALUES (?)", folder.toString());
    double[][] centres = new double[GENRES.size()][DIMENSIONS];
    for (double[] centre : centres) {
      for (int d = 0; d < DIMENSIONS; d++) {
        centre[d] = random.nextGaussian();
      }
    }
    for (int i = 0; i < songs; i++) {
      Path file =
          i < files.size()
              ? files.get(i).toAbsolutePath().normalize()
              : folder.resolve("album %d/%05d.mp3".formatted(i / 12, i));
      song(i + 1, file.toString(), centres);
    }
    sql(
        "INSERT INTO file (id, path, path_key, bytes, modified, added, heard, models, fault_code,"
            + " fault_message) VALUES (?, ?, ?, 17, 1, 1, 1, '', 'CORRUPT', 'no frame of it fits')",
        songs + 1,
        folder.resolve("broken.mp3").toString(),
        folder.resolve("broken.mp3").toString());
  }

  private void song(int id, String path, double[][] centres) throws SQLException {
    int genre = random.nextInt(GENRES.size());
    int mood = (genre + (random.nextInt(3) == 0 ? 1 : 0)) % MOODS.size();
    String title = any(FIRST) + " " + any(SECOND);
    String artist = "The " + any(SECOND) + "s of " + any(FIRST);
    sql(
        "INSERT INTO file (id, path, path_key, bytes, modified, added, heard, models, sound, title,"
            + " title_key, artist, artist_key, album, album_key, year, duration, valence, arousal,"
            + " tempo, tempo_certainty, music_key, key_certainty)"
            + " VALUES (?, ?, ?, 4000000, 1600000000000, 1, ?, '', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            + " ?, ?, 0.873, ?, 0.41)",
        id,
        path,
        Folded.of(path),
        1000 + id,
        "%064x".formatted(id),
        title,
        Folded.of(title),
        artist,
        Folded.of(artist),
        any(FIRST),
        "album",
        1960 + random.nextInt(60),
        90 + 200 * random.nextDouble(),
        mood == 0 || mood == 3 ? 0.6 : -0.6,
        mood < 2 ? 0.6 : -0.6,
        60 + id % 120,
        id % 2 == 0 ? "C" : "F#m");
    sql("INSERT INTO tag VALUES (?, 'genre', ?, ?)", id, "Other", "other");
    double best = 0.4 + 0.58 * random.nextDouble();
    verdict(id, 1, GENRES, genre, best);
    verdict(id, 2, MOODS, mood, 0.4 + 0.5 * random.nextDouble());
    verdict(id, 3, TAGS, genre % TAGS.size(), 0.8);
    ByteBuffer vector =
        ByteBuffer.allocate(Float.BYTES * DIMENSIONS).order(ByteOrder.LITTLE_ENDIAN);
    for (int d = 0; d < DIMENSIONS; d++) {
      vector.putFloat((float) (centres[genre][d] + 0.45 * random.nextGaussian()));
    }
    sql("INSERT INTO embedding VALUES (?, 'made', '1', ?)", id, vector.array());
  }

  private void verdict(int id, int model, List<String> labels, int best, double score)
      throws SQLException {
    sql(
        "INSERT INTO verdict VALUES (?, ?, ?, ?, ?)",
        id,
        model,
        labels.get(best),
        score,
        score > 0.55 ? 1 : 0);
    for (int i = 0; i < labels.size(); i++) {
      double own = i == best ? score : (1 - score) / (labels.size() - 1);
      sql("INSERT INTO score VALUES (?, ?, ?, ?, ?)", id, model, labels.get(i), own, i == best);
    }
  }

  private String any(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  private void sql(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
