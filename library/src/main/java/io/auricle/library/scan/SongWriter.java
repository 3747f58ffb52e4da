package io.auricle.library.scan;

import io.auricle.audio.ffmpeg.FileMetadata;
import io.auricle.library.song.Folded;
import io.auricle.library.song.TagRows;
import io.auricle.library.sound.SongKey;
import io.auricle.library.sound.SongTempo;
import io.auricle.library.sound.SoundFacts;
import io.auricle.predict.Classifier;
import io.auricle.predict.LabelScore;
import io.auricle.predict.TrackEmbedding;
import io.auricle.predict.TrackPrediction;
import io.auricle.predict.ValenceArousal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes what became of files into the tables, within a transaction. */
final class SongWriter {
  private static final String MEASURED =
      "valence, arousal, tempo, tempo_certainty, music_key, key_certainty";

  private final Connection connection;
  private final ScanModels models;
  private final String signature;
  private final long nowMillis;

  /**
   * @param signature of the models and of how much they hear
   */
  SongWriter(Connection connection, ScanModels models, String signature, long nowMillis) {
    this.connection = connection;
    this.models = models;
    this.signature = signature;
    this.nowMillis = nowMillis;
  }

  /** Makes the models known, and forgets what models of these names but other labels said. */
  void models() throws SQLException {
    for (Classifier model : models.all()) {
      update(
          "INSERT INTO model (name, tags, labels) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE"
              + " SET tags = excluded.tags, labels = excluded.labels",
          ScanModels.name(model),
          model.card().scores().tags(),
          String.join("\n", model.labels()));
    }
  }

  /** A file that was heard, or could not be. */
  void write(SongOutcome outcome) throws SQLException {
    long id = file(outcome.file());
    clear(id);
    facts(id, outcome);
    for (int i = 0; i < outcome.said().size(); i++) {
      Optional<TrackPrediction> said = outcome.said().get(i);
      if (said.isPresent()) {
        verdict(id, models.all().get(i), said.get());
      }
    }
    List<TrackPrediction> heard = outcome.said().stream().flatMap(Optional::stream).toList();
    if (!heard.isEmpty()) {
      update("UPDATE file SET duration = ? WHERE id = ?", heard.get(0).durationSeconds(), id);
    }
    if (outcome.facts() != null) {
      measured(id, outcome.facts());
    }
    Optional<ValenceArousal> mood =
        heard.stream().flatMap(said -> ValenceArousal.of(said.labels()).stream()).findFirst();
    if (mood.isPresent()) {
      update(
          "UPDATE file SET valence = ?, arousal = ? WHERE id = ?",
          mood.get().valence(),
          mood.get().arousal(),
          id);
    }
    Optional<TrackEmbedding> embedding =
        heard.stream().flatMap(said -> said.embedding().stream()).findFirst();
    if (embedding.isPresent()) {
      embedding(id, embedding.get());
    }
  }

  /** A file whose sound is that of another: it takes over what was heard in that. */
  void copy(SongOutcome outcome, long from) throws SQLException {
    long id = file(outcome.file());
    if (id != from) {
      clear(id);
      update(
          "UPDATE file SET (duration, heard, %1$s) = (SELECT duration, heard, %1$s FROM file"
                  .formatted(MEASURED)
              + " WHERE id = ?) WHERE id = ?",
          from,
          id);
      for (String table : List.of("verdict", "score")) {
        String columns =
            table.equals("verdict") ? "model, label, score, sure" : "model, label, score, given";
        update(
            "INSERT INTO %s (file, %s) SELECT ?, %s FROM %s WHERE file = ?"
                .formatted(table, columns, columns, table),
            id,
            from);
      }
      update(
          "INSERT INTO embedding (file, network, version, vector)"
              + " SELECT ?, network, version, vector FROM embedding WHERE file = ?",
          id,
          from);
      update(
          "INSERT INTO marks (file, moments) SELECT ?, moments FROM marks WHERE file = ?",
          id,
          from);
    }
    facts(id, outcome);
  }

  /** Gives a song the name under which it was found again. */
  void move(long id, FoundFile to) throws SQLException {
    update("DELETE FROM file WHERE path = ? AND id <> ?", to.name(), id);
    update(
        "UPDATE file SET path = ?, path_key = ? WHERE id = ?", to.name(), Folded.of(to.name()), id);
  }

  /** The row of a file, made if need be. */
  private long file(FoundFile file) throws SQLException {
    update(
        "INSERT INTO file (path, path_key, bytes, modified, added, heard, models)"
            + " VALUES (?, ?, 0, 0, ?, ?, '') ON CONFLICT (path) DO NOTHING",
        file.name(),
        Folded.of(file.name()),
        nowMillis,
        nowMillis);
    try (PreparedStatement select =
        connection.prepareStatement("SELECT id FROM file WHERE path = ?")) {
      select.setString(1, file.name());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("the row of " + file.name() + " was removed by another program");
        }
        return row.getLong(1);
      }
    }
  }

  /** Takes away what was heard before. */
  private void clear(long id) throws SQLException {
    for (String table : List.of("verdict", "score", "embedding", "marks")) {
      update("DELETE FROM " + table + " WHERE file = ?", id);
    }
    update(
        "UPDATE file SET duration = NULL, heard = ?, (%s) = (NULL, NULL, NULL, NULL, NULL, NULL)"
                .formatted(MEASURED)
            + " WHERE id = ?",
        nowMillis,
        id);
  }

  /** What is known of a file without hearing it. */
  private void facts(long id, SongOutcome outcome) throws SQLException {
    @Nullable FileMetadata metadata = outcome.metadata();
    update(
        "UPDATE file SET bytes = ?, modified = ?, sound = ?, models = ?, removed = NULL,"
            + " fault_code = ?, fault_message = ? WHERE id = ?",
        outcome.file().bytes(),
        outcome.file().modifiedMillis(),
        metadata == null ? null : metadata.soundHash(),
        signature,
        outcome.fault() == null ? null : outcome.fault().code().name(),
        outcome.fault() == null ? null : outcome.fault().reason(),
        id);
    TagRows.write(connection, id, metadata == null ? Map.of() : metadata.tags());
  }

  private void verdict(long id, Classifier model, TrackPrediction said) throws SQLException {
    String of = "(SELECT id FROM model WHERE name = ?)";
    String name = ScanModels.name(model);
    boolean sure = model.card().scores().tags() ? said.best().given() : said.sure();
    update(
        "INSERT INTO verdict (file, model, label, score, sure) VALUES (?, " + of + ", ?, ?, ?)",
        id,
        name,
        said.best().label(),
        said.best().score(),
        sure);
    for (LabelScore label : said.labels()) {
      update(
          "INSERT INTO score (file, model, label, score, given) VALUES (?, " + of + ", ?, ?, ?)",
          id,
          name,
          label.label(),
          label.score(),
          label.given());
    }
  }

  private void measured(long id, SoundFacts facts) throws SQLException {
    @Nullable SongTempo tempo = facts.tempo().orElse(null);
    @Nullable SongKey key = facts.key().orElse(null);
    update(
        "UPDATE file SET tempo = ?, tempo_certainty = ?, music_key = ?, key_certainty = ?"
            + " WHERE id = ?",
        tempo == null ? null : tempo.bpm(),
        tempo == null ? null : tempo.certainty(),
        key == null ? null : key.key().name(),
        key == null ? null : key.certainty(),
        id);
    if (facts.marks().size() > 0) {
      update("INSERT INTO marks (file, moments) VALUES (?, ?)", id, facts.marks().bytes());
    }
  }

  /** As floats of four bytes, the lowest first. */
  private void embedding(long id, TrackEmbedding embedding) throws SQLException {
    ByteBuffer vector =
        ByteBuffer.allocate(Float.BYTES * embedding.values().size()).order(ByteOrder.LITTLE_ENDIAN);
    embedding.values().forEach(value -> vector.putFloat(value.floatValue()));
    update(
        "INSERT INTO embedding (file, network, version, vector) VALUES (?, ?, ?, ?)",
        id,
        embedding.model(),
        embedding.version(),
        vector.array());
  }

  private void update(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        update.setObject(i + 1, values[i]);
      }
      update.executeUpdate();
    }
  }
}
