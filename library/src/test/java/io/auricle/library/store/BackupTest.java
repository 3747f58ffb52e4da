package io.auricle.library.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A torn library and its way back. */
final class BackupTest {
  private final Path file;

  BackupTest(@TempDir Path folder) {
    this.file = folder.resolve("library.db");
  }

  private void write(String folder) throws IOException {
    try (Database database = Database.open(file)) {
      database.run(
          connection -> {
            try (Statement statement = connection.createStatement()) {
              return statement.execute("INSERT INTO folder VALUES ('" + folder + "')");
            }
          });
    }
  }

  @Test
  void tornLibraryComesBackAndIsKeptAside() throws Exception {
    assertThrows(LibraryException.class, () -> Backup.restore(file));
    write("/one");
    assertTrue(Backup.isDue(file));
    try (Database database = Database.open(file)) {
      Backup.make(database);
      Backup.make(database);
    }
    assertFalse(Backup.isDue(file));
    write("/two");
    byte[] torn = java.util.Arrays.copyOf(Files.readAllBytes(file), 5000);
    Files.write(file, torn);
    LibraryException e = assertThrows(LibraryException.class, () -> Database.existing(file));
    assertTrue(String.valueOf(e.getMessage()).contains("library check --restore"), e.getMessage());
    Path aside = Backup.restore(file);
    assertEquals(5000, Files.size(aside));
    try (Database database = Database.existing(file)) {
      assertTrue(database.faults().isEmpty());
      long folders =
          database.run(
              connection -> {
                try (Statement statement = connection.createStatement();
                    var row = statement.executeQuery("SELECT COUNT(*) FROM folder")) {
                  return row.getLong(1);
                }
              });
      assertEquals(1, folders);
    }
  }

  @Test
  void damagedBackupChangesNothing() throws Exception {
    write("/one");
    byte[] before = Files.readAllBytes(file);
    Files.writeString(Backup.of(file), "no database");
    assertThrows(LibraryException.class, () -> Backup.restore(file));
    assertEquals(before.length, Files.size(file));
    try (var left = Files.list(file.resolveSibling(""))) {
      assertTrue(left.noneMatch(path -> path.toString().contains(".restored")));
    }
  }
}
