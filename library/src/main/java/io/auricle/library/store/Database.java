package io.auricle.library.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteException;

/**
 * The file of a library, open. Several processes may have it open at once: who writes waits for
 * others that do. Used by one thread at a time.
 */
public final class Database implements AutoCloseable {
  private static final int WAIT_MILLIS = 30_000;

  private final Path file;
  private final Connection connection;

  private Database(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /** Works on the tables. */
  @FunctionalInterface
  public interface Work<T extends @Nullable Object> {
    T of(Connection connection) throws SQLException;
  }

  /** Opens a library, and makes it if it is not there. */
  public static Database open(Path file) throws IOException {
    Path whole = file.toAbsolutePath();
    if (whole.getParent() != null && !Files.exists(whole.getParent())) {
      Files.createDirectories(whole.getParent());
    }
    return connect(file);
  }

  /**
   * Opens a library that is there.
   *
   * @throws LibraryException if it is not, is torn, of a newer version or no library
   */
  public static Database existing(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new LibraryException(file, "no library there; make one with: auricle library scan DIR");
    }
    return connect(file);
  }

  private static Database connect(Path file) throws IOException {
    DatabaseHeader.check(file);
    SqliteStart.prepare();
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(WAIT_MILLIS);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    Connection connection;
    try {
      // As an address, since a name may hold a question mark.
      connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath().toUri());
    } catch (SQLException e) {
      throw fault(file, e);
    }
    Database database = new Database(file, connection);
    boolean ready = false;
    try {
      database.transaction(
          open -> {
            database.prepare();
            return true;
          });
      ready = true;
      return database;
    } finally {
      if (!ready) {
        database.close();
      }
    }
  }

  private void prepare() throws SQLException {
    int version = number("PRAGMA user_version");
    boolean empty = number("SELECT COUNT(*) FROM sqlite_schema") == 0;
    if (!empty && number("PRAGMA application_id") != Schema.APPLICATION) {
      throw new Refused("is the database of another program; name another file with --database");
    }
    if (version > Schema.VERSION) {
      throw new Refused(
          ("version=%d of the library must be at most %d: a newer Auricle made it; use that one, or"
                  + " name another file with --database")
              .formatted(version, Schema.VERSION));
    }
    if (version < Schema.VERSION) {
      Schema.migrate(connection, version);
    }
  }

  /** A reason of our own among those of the driver. */
  private static final class Refused extends SQLException {
    private static final long serialVersionUID = 1L;

    Refused(String reason) {
      super(reason);
    }
  }

  /** The number that a statement gives. */
  private int number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getInt(1) : 0;
    }
  }

  public Path file() {
    return file;
  }

  /** Reads, or writes by single statements. */
  public synchronized <T extends @Nullable Object> T run(Work<T> work) throws LibraryException {
    try {
      return work.of(connection);
    } catch (SQLException e) {
      throw fault(file, e);
    }
  }

  /** Writes: all of it is done, or nothing, whatever stops the program. */
  public synchronized <T extends @Nullable Object> T transaction(Work<T> work)
      throws LibraryException {
    return run(
        open -> {
          open.setAutoCommit(false);
          try {
            T result = work.of(open);
            open.commit();
            return result;
          } catch (SQLException | RuntimeException e) {
            open.rollback();
            throw e;
          } finally {
            open.setAutoCommit(true);
          }
        });
  }

  /**
   * Reads every page and index.
   *
   * @return what is wrong; nothing if all is well
   */
  public List<String> faults() throws LibraryException {
    return run(
        open -> {
          try (Statement statement = open.createStatement();
              ResultSet rows = statement.executeQuery("PRAGMA integrity_check(20)")) {
            List<String> faults = new ArrayList<>();
            while (rows.next()) {
              faults.add(rows.getString(1));
            }
            faults.removeIf("ok"::equals);
            return faults;
          }
        });
  }

  private static LibraryException fault(Path file, SQLException e) {
    if (e instanceof Refused) {
      return new LibraryException(file, String.valueOf(e.getMessage()));
    }
    if (!(e instanceof SQLiteException sqlite)) {
      return new LibraryException(file, "cannot be used: " + e.getMessage(), e);
    }
    // The low byte is the kind, the others say more of it.
    String reason =
        switch (sqlite.getResultCode().code & 0xFF) {
          case 5, 6 ->
              "is in use by another program for over %d s; try again when that is done"
                  .formatted(WAIT_MILLIS / 1000);
          case 8 -> "may not be written; name another file with --database";
          case 10 -> "cannot be read or written: " + e.getMessage();
          case 11 -> DatabaseHeader.TORN;
          case 13 -> "the disk is full; what was there before is kept";
          case 14 -> "cannot be opened or made there; name another file with --database";
          case 26 -> DatabaseHeader.FOREIGN;
          default -> "cannot be used: " + e.getMessage();
        };
    return new LibraryException(file, reason, e);
  }

  @Override
  public void close() throws LibraryException {
    run(
        open -> {
          open.close();
          return true;
        });
  }
}
