package io.auricle.library.store;

import java.sql.Statement;

/** More memory for a connection that is asked again and again. */
public final class PageCache {
  private static final int KIBIBYTES = 48 * 1024;

  private PageCache() {}

  /**
   * Keeps up to 48 MiB of a library's pages in memory, where SQLite would keep two: at 100,000
   * songs a query then reads each page of their table once.
   */
  public static void enlarge(Database database) throws LibraryException {
    database.run(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            return statement.execute("PRAGMA cache_size = -" + KIBIBYTES);
          }
        });
  }
}
