package io.auricle.library.similar;

import io.auricle.library.store.Database;
import io.auricle.library.store.LibraryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.PreparedStatement;
import java.sql.ResultSet;

/** Tells by one row whether the points of songs may have changed, whoever changed them. */
final class PointChanges {
  private PointChanges() {}

  /**
   * Another text after each change; the library's tables count them, and the file's key tells one
   * that took the place of another.
   */
  static String of(Database database) throws LibraryException {
    long number =
        database.run(
            connection -> {
              try (PreparedStatement select =
                      connection.prepareStatement(
                          "SELECT number FROM change WHERE what = 'points'");
                  ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0L;
              }
            });
    try {
      Object key = Files.readAttributes(database.file(), BasicFileAttributes.class).fileKey();
      return number + " " + key;
    } catch (IOException e) {
      return number + " gone";
    }
  }
}
