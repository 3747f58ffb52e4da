package io.auricle.library.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of a library: versions, damage, what is none. */
final class DatabaseTest {
  private final Path file;

  DatabaseTest(@TempDir Path folder) {
    this.file = folder.resolve("a b?c%20#").resolve("library.db");
  }

  private void sql(String... statements) throws IOException {
    try (Database database = Database.open(file)) {
      database.run(
          connection -> {
            execute(connection, statements);
            return true;
          });
    }
  }

  private static void execute(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private String refusal() {
    LibraryException e = assertThrows(LibraryException.class, () -> Database.existing(file));
    String message = String.valueOf(e.getMessage());
    assertTrue(message.startsWith(file + ": ") && message.lines().count() == 1, message);
    return message;
  }

  @Test
  void isMadeUnderItsOwnNameAndOpenedAgain() throws Exception {
    assertTrue(refusal().contains("no library there; make one with: auricle library scan"));
    sql("INSERT INTO folder VALUES ('/music')");
    assertTrue(Files.size(file) > 0);
    try (Database database = Database.existing(file)) {
      assertEquals(List.of(), database.faults());
      assertEquals("/music", database.run(c -> text(c, "SELECT path FROM folder")));
      assertEquals("wal", database.run(c -> text(c, "PRAGMA journal_mode")));
    }
  }

  private static String text(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.getString(1);
    }
  }

  @Test
  void earlierVersionsAreBroughtUpAndKeepWhatTheyHold() throws Exception {
    sql("INSERT INTO folder VALUES ('/music')");
    try (Database database = Database.open(file)) {
      int version = Schema.VERSION;
      List<List<String>> steps = new ArrayList<>();
      for (int i = 0; i < version; i++) {
        steps.add(List.of("A STEP THAT IS NOT TAKEN AGAIN"));
      }
      steps.add(List.of("ALTER TABLE folder ADD COLUMN watched INTEGER NOT NULL DEFAULT 1"));
      database.transaction(
          connection -> {
            Schema.migrate(connection, version, steps);
            return true;
          });
      assertEquals("1", database.run(c -> text(c, "SELECT watched FROM folder")));
      assertEquals(String.valueOf(version + 1), database.run(c -> text(c, "PRAGMA user_version")));
    }
    assertTrue(
        refusal()
            .contains("version=%d of the library must be at most".formatted(Schema.VERSION + 1)));
  }

  @Test
  void firstVersionGetsTheJournalOfTagsAndCorrections() throws Exception {
    forgetSpeed();
    sql(
        "INSERT INTO folder VALUES ('/music')",
        "DROP TABLE tag_change",
        "DROP TABLE correction",
        "DROP TABLE marks",
        "ALTER TABLE file DROP COLUMN tempo",
        "ALTER TABLE file DROP COLUMN tempo_certainty",
        "ALTER TABLE file DROP COLUMN music_key",
        "ALTER TABLE file DROP COLUMN key_certainty",
        "PRAGMA user_version = 1");
    try (Database database = Database.existing(file)) {
      assertEquals("0", database.run(c -> text(c, "SELECT COUNT(*) FROM tag_change")));
      assertEquals("/music", database.run(c -> text(c, "SELECT path FROM folder")));
      assertEquals("0", database.run(c -> text(c, "SELECT COUNT(*) FROM correction")));
      assertEquals("0", database.run(c -> text(c, "SELECT COUNT(tempo) FROM file")));
      assertEquals("0", database.run(c -> text(c, "SELECT COUNT(*) FROM marks")));
      assertEquals(
          String.valueOf(Schema.VERSION), database.run(c -> text(c, "PRAGMA user_version")));
    }
  }

  /** Takes away what only makes questions quick: indexes and triggers of version 5. */
  private void forgetSpeed() throws IOException {
    try (Database database = Database.open(file)) {
      database.run(
          connection -> {
            for (String sql : SpeedStep.STATEMENTS) {
              String[] words = sql.split(" ", 4);
              if (words[0].equals("CREATE")) {
                execute(connection, "DROP %s IF EXISTS %s".formatted(words[1], words[2]));
              }
            }
            return true;
          });
    }
  }

  @Test
  void migrationThatFailsLeavesTheVersionBefore() throws Exception {
    try (Database database = Database.open(file)) {
      List<List<String>> steps =
          List.of(List.of(), List.of("CREATE TABLE half (x)", "NO STATEMENT"));
      assertThrows(
          LibraryException.class,
          () ->
              database.transaction(
                  connection -> {
                    Schema.migrate(connection, 1, steps);
                    return true;
                  }));
      assertEquals(
          String.valueOf(Schema.VERSION), database.run(c -> text(c, "PRAGMA user_version")));
      assertThrows(LibraryException.class, () -> database.run(c -> text(c, "SELECT * FROM half")));
    }
  }

  @Test
  void newerVersionIsRefused() throws Exception {
    sql("PRAGMA user_version = 99");
    assertTrue(refusal().contains("version=99 of the library must be at most"));
  }

  @Test
  void databaseOfAnotherProgramIsRefusedAndLeftAlone() throws Exception {
    sql("PRAGMA application_id = 7", "PRAGMA user_version = 0");
    assertTrue(refusal().contains("of another program"));
  }

  @Test
  void whatIsNoDatabaseIsRefused() throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "Dear diary, ".repeat(500));
    assertTrue(refusal().contains("is no library of Auricle"));
    Files.writeString(file, "SQLite");
    assertTrue(refusal().contains("is damaged"));
    Files.delete(file);
    Files.createDirectory(file);
    assertTrue(refusal().contains("is no library of Auricle"));
  }

  @Test
  void cutFileIsRefused() throws Exception {
    sql("INSERT INTO folder VALUES ('/music')");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - 5_000);
    }
    assertTrue(refusal().contains("is damaged"));
  }

  @Test
  void pagesOfNoiseAreFound() throws Exception {
    sql("INSERT INTO folder VALUES ('/music')");
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 8_192; i < bytes.length; i++) {
      bytes[i] = 0x55;
    }
    Files.write(file, bytes);
    try (Database database = Database.existing(file)) {
      assertTrue(!database.faults().isEmpty());
    } catch (LibraryException e) {
      assertTrue(String.valueOf(e.getMessage()).contains("is damaged"), e.getMessage());
    }
  }

  @Test
  void twoWritersWaitForEachOther() throws Exception {
    try (Database one = Database.open(file);
        Database other = Database.open(file)) {
      one.transaction(c -> insert(c, "/a"));
      other.transaction(c -> insert(c, "/b"));
      assertEquals("2", one.run(c -> text(c, "SELECT COUNT(*) FROM folder")));
    }
  }

  private static boolean insert(Connection connection, String path) throws SQLException {
    execute(connection, "INSERT INTO folder VALUES ('%s')".formatted(path));
    return true;
  }

  @Test
  void placeIsTheUsersUnlessNamed() {
    Map<String, String> home = Map.of("HOME", "/home/a");
    assertEquals(
        Optional.of(Path.of("/home/a/.local/share/auricle/library.db")),
        LibraryPlace.file(home::get, name -> null));
    assertEquals(
        Optional.of(Path.of("/x/my.db")),
        LibraryPlace.file(
            Map.of("HOME", "/home/a", "AURICLE_LIBRARY", "/x/my.db")::get, name -> null));
    assertEquals(
        Optional.of(Path.of("/y.db")),
        LibraryPlace.file(home::get, Map.of(LibraryPlace.PROPERTY, "/y.db")::get));
  }
}
