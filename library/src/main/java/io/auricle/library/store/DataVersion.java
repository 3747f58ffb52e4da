package io.auricle.library.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;

/** Tells whether others changed a library, at the cost of a look at its file's head. */
public final class DataVersion {
  private DataVersion() {}

  /**
   * A number that is another one after each change that was not made through this connection
   * (https://www.sqlite.org/pragma.html#pragma_data_version). Of two connections it says nothing.
   */
  public static long of(Database database) throws LibraryException {
    return database.run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement("PRAGMA data_version");
              ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0L;
          }
        });
  }
}
