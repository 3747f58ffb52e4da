package io.auricle.library.scan;

import io.auricle.audio.DecodeException;
import io.auricle.audio.DecodeLimits;
import io.auricle.audio.ErrorCode;
import io.auricle.audio.Excerpts;
import io.auricle.audio.ffmpeg.FileMetadata;
import io.auricle.file.FileName;
import io.auricle.library.sound.SongSound;
import io.auricle.library.store.Database;
import io.auricle.library.store.LibraryException;
import io.auricle.predict.TrackPrediction;
import io.auricle.work.FileAnswers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Brings a library to what is in folders: {@link #begin} finds out which files are new or changed,
 * {@link #hear} listens to one of them on any thread, {@link #record} takes what came of it on a
 * single one, {@link #finish} marks what is gone.
 *
 * <p>A file is unchanged if its size and time are those that the library knows and the same models
 * spoke of it. One that failed is not tried again before it changes, unless the fault was the
 * program's. A sound that is known, by its {@linkplain FileMetadata packets}, is not heard again: a
 * file that was moved keeps its row, one with new tags gets those.
 *
 * <p>What was recorded is written in transactions of {@value #BATCH} files or {@value
 * #BATCH_MILLIS} ms, so that a kill loses no more than that, and other programs wait no longer than
 * one of them.
 */
public final class LibraryScan {
  static final int BATCH = 32;

  /** Behind the names of models that heard all of a file. */
  private static final String WHOLE = ", whole";

  static final long BATCH_MILLIS = 2_000;

  private final Database database;
  private final ScanModels models;
  private final FoundFiles found;
  private final boolean whole;
  private final Map<String, KnownFile> rows = new HashMap<>();

  /** Songs by their sounds, of files that did not change: theirs is still what was heard. */
  private final Map<String, Long> sounds = new ConcurrentHashMap<>();

  /** What changed files held before, by their names: often only the tags are others. */
  private final Map<String, KnownFile> before = new HashMap<>();

  private final List<FoundFile> changed = new ArrayList<>();
  private final List<KnownFile> back = new ArrayList<>();
  private final List<SongOutcome> waiting = new ArrayList<>();
  private final FileAnswers answers;
  private long lastWritten = System.nanoTime();
  private int heard;
  private int known;
  private int unchanged;
  private int faulty;
  private int failed;
  private int left;

  private LibraryScan(
      Database database, ScanModels models, FoundFiles found, boolean whole, FileAnswers answers) {
    this.database = database;
    this.answers = answers;
    this.models = models;
    this.found = found;
    this.whole = whole;
  }

  /**
   * Compares what was found with what a library knows.
   *
   * @param retry whether files that failed are tried again
   * @param whole whether long files are heard whole, too, where {@link Excerpts#USUAL} would do;
   *     what was heard by those before is then heard again
   * @param answers how long is waited for files that do not answer
   */
  public static LibraryScan begin(
      Database database,
      ScanModels models,
      FoundFiles found,
      boolean retry,
      boolean whole,
      FileAnswers answers)
      throws LibraryException {
    LibraryScan scan = new LibraryScan(database, models, found, whole, answers);
    database.transaction(
        connection -> {
          scan.writer(connection).models();
          // Now, so that what a scan that is broken off has heard is below a folder that is known.
          scan.remember(connection);
          scan.read(connection);
          return true;
        });
    scan.compare(retry);
    return scan;
  }

  private void read(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT id, path, bytes, modified, sound, models, fault_code, removed FROM file");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        KnownFile one =
            new KnownFile(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8) != null);
        rows.put(one.path(), one);
      }
    }
  }

  private void compare(boolean retry) {
    for (KnownFile row : rows.values()) {
      if (row.sound() != null && row.fault() == null && isHeard(row)) {
        @Nullable FoundFile file = found.files().get(row.path());
        if (file == null || row.isOf(file)) {
          sounds.put(row.sound(), row.id());
        } else {
          before.put(row.path(), row);
        }
      }
    }
    for (FoundFile file : found.files().values()) {
      @Nullable KnownFile row = rows.get(file.name());
      if (row == null || !row.isOf(file)) {
        changed.add(file);
      } else if (row.fault() != null) {
        if (retry || row.fault().equals(ErrorCode.INTERNAL.name())) {
          changed.add(file);
        } else {
          faulty++;
          comesBack(row);
        }
      } else if (isHeard(row)) {
        unchanged++;
        comesBack(row);
      } else {
        changed.add(file);
      }
    }
  }

  /** Whether the same models heard as much of it. */
  private boolean isHeard(KnownFile row) {
    return row.models().equals(models.signature() + WHOLE)
        || (!whole && row.models().equals(models.signature()));
  }

  private SongWriter writer(Connection connection) {
    return new SongWriter(
        connection, models, models.signature() + (whole ? WHOLE : ""), System.currentTimeMillis());
  }

  private void comesBack(KnownFile row) {
    if (row.removed()) {
      back.add(row);
    }
  }

  /** The files to hear, in their order. */
  public List<FoundFile> changed() {
    return List.copyOf(changed);
  }

  /**
   * Listens to a file, unless its sound is known. Thread-safe.
   *
   * @throws java.util.concurrent.CancellationException if the thread is interrupted; it stays so
   */
  public SongOutcome hear(FoundFile file) {
    @Nullable FileMetadata metadata = null;
    try {
      metadata = FileMetadata.read(file.path(), DecodeLimits.DEFAULT);
      if (songOf(file, metadata) != null) {
        return new SongOutcome(file, metadata, List.of(), null, null);
      }
    } catch (DecodeException e) {
      // Whoever decodes it says better what is wrong, or finds that nothing is.
      metadata = null;
    }
    try {
      return heard(file, metadata);
    } catch (DecodeException e) {
      return new SongOutcome(file, metadata, List.of(), null, e);
    }
  }

  private SongOutcome heard(FoundFile file, @Nullable FileMetadata metadata)
      throws DecodeException {
    OptionalDouble seconds = metadata == null ? OptionalDouble.empty() : metadata.seconds();
    if (!whole && Excerpts.USUAL.suit(seconds)) {
      try {
        SongSound sound = SongSound.ofExcerpts(Excerpts.USUAL, seconds.getAsDouble());
        List<Optional<TrackPrediction>> said =
            models.together().predict(file.path(), Excerpts.USUAL, seconds.getAsDouble(), sound);
        return new SongOutcome(file, metadata, said, sound.facts(), null);
      } catch (DecodeException e) {
        // Shorter than it says, or damaged there: what is wrong shows when all of it is heard.
      }
    }
    SongSound sound = SongSound.ofWhole(seconds);
    List<Optional<TrackPrediction>> said = models.together().predict(file.path(), sound);
    return new SongOutcome(file, metadata, said, sound.facts(), null);
  }

  /** The song whose sound a file has. */
  private @Nullable Long songOf(FoundFile file, FileMetadata metadata) {
    @Nullable KnownFile own = before.get(file.name());
    return own != null && metadata.soundHash().equals(own.sound())
        ? Long.valueOf(own.id())
        : sounds.get(metadata.soundHash());
  }

  /** Takes what came of a file; on one thread. */
  public void record(SongOutcome outcome) throws LibraryException {
    waiting.add(outcome);
    if (waiting.size() >= BATCH || System.nanoTime() - lastWritten > BATCH_MILLIS * 1_000_000) {
      write();
    }
  }

  /** Counts a file that did not answer; what the library knows of it stays as it is. */
  void leave() {
    left++;
  }

  /** Writes what waits: at the end, and when a scan is broken off. */
  public void write() throws LibraryException {
    if (waiting.isEmpty()) {
      return;
    }
    database.transaction(
        connection -> {
          SongWriter writer = writer(connection);
          for (SongOutcome outcome : waiting) {
            write(connection, writer, outcome);
          }
          return true;
        });
    waiting.clear();
    lastWritten = System.nanoTime();
  }

  private void write(Connection connection, SongWriter writer, SongOutcome outcome)
      throws SQLException {
    @Nullable FileMetadata metadata = outcome.metadata();
    if (outcome.isKnown() && metadata != null) {
      @Nullable Long from = songOf(outcome.file(), metadata);
      if (from != null) {
        @Nullable String old = path(connection, from);
        if (old != null && !old.equals(outcome.file().name()) && isGone(old)) {
          writer.move(from, outcome.file());
        }
        writer.copy(outcome, from);
        known++;
      }
      return;
    }
    writer.write(outcome);
    if (outcome.fault() != null) {
      failed++;
      return;
    }
    heard++;
    if (metadata != null) {
      @Nullable Long id = id(connection, outcome.file().name());
      if (id != null) {
        sounds.putIfAbsent(metadata.soundHash(), id);
      }
    }
  }

  /** Whether a file that the library knows is surely not there. */
  private boolean isGone(String name) {
    if (found.files().containsKey(name)) {
      return false;
    }
    Path path = FileName.path(name);
    try {
      return answers.of(path, () -> Files.notExists(path));
    } catch (IOException e) {
      return false;
    }
  }

  private static @Nullable String path(Connection connection, long id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT path FROM file WHERE id = ?")) {
      select.setLong(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getString(1) : null;
      }
    }
  }

  private static @Nullable Long id(Connection connection, String path) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT id FROM file WHERE path = ?")) {
      select.setString(1, path);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : null;
      }
    }
  }

  /** Writes what waits, and marks files that are gone or came back. */
  public ScanCounts finish() throws LibraryException {
    write();
    int removed =
        database.transaction(
            connection -> {
              for (KnownFile row : back) {
                mark(connection, row.path(), null);
              }
              int gone = 0;
              for (KnownFile row : rows.values()) {
                boolean missing =
                    !row.removed()
                        && !found.files().containsKey(row.path())
                        && found.covers(FileName.path(row.path()));
                if (missing) {
                  // A file that was moved has another name by now.
                  gone += mark(connection, row.path(), System.currentTimeMillis());
                }
              }
              remember(connection);
              return gone;
            });
    return new ScanCounts(heard, known, unchanged, faulty, failed, left, removed);
  }

  private static int mark(Connection connection, String path, @Nullable Long removed)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE file SET removed = ? WHERE path = ?")) {
      update.setObject(1, removed);
      update.setString(2, path);
      return update.executeUpdate();
    }
  }

  private void remember(Connection connection) throws SQLException {
    for (Path folder : found.folders()) {
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT OR IGNORE INTO folder (path) VALUES (?)")) {
        insert.setString(1, FileName.text(folder));
        insert.executeUpdate();
      }
    }
  }

  /** The folders that were scanned before, for a scan that names none. */
  public static List<Path> folders(Database database) throws LibraryException {
    return database.run(
        connection -> {
          List<Path> folders = new ArrayList<>();
          try (PreparedStatement select =
                  connection.prepareStatement("SELECT path FROM folder ORDER BY path");
              ResultSet row = select.executeQuery()) {
            while (row.next()) {
              folders.add(FileName.path(row.getString(1)));
            }
          }
          return folders;
        });
  }
}
