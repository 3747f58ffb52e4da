package io.auricle.library.similar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.auricle.library.sound.SongSound;
import io.auricle.library.store.Database;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is a copy of whom, by marks of noisy recordings. */
final class NearCopiesTest {
  private static byte[] marks(long recording, long noise) {
    Random random = new Random(recording);
    Random own = new Random(noise);
    SongSound sound = SongSound.ofWhole(OptionalDouble.empty());
    sound.begin(8_000);
    float[] block = new float[2_000];
    for (int i = 0; i < 20 * 4; i++) {
      double hz = 300 * Math.pow(2, 3 * random.nextDouble());
      for (int n = 0; n < block.length; n++) {
        double tone = Math.sin(2 * Math.PI * hz * n / 8_000);
        block[n] = (float) (0.3 * tone + 0.01 * own.nextGaussian());
      }
      sound.take(block, block.length);
    }
    return sound.facts().marks().bytes();
  }

  private static void song(Database database, int id, long recording) throws Exception {
    database.run(
        connection -> {
          try (PreparedStatement file =
                  connection.prepareStatement(
                      "INSERT INTO file (id, path, path_key, bytes, modified, added, heard, models,"
                          + " duration) VALUES (?, ?, '', 1, 1, 1, 1, '', ?)");
              PreparedStatement marks =
                  connection.prepareStatement("INSERT INTO marks VALUES (?, ?)")) {
            file.setInt(1, id);
            file.setString(2, "/" + id);
            file.setInt(3, 100 - id);
            file.executeUpdate();
            marks.setInt(1, id);
            marks.setBytes(2, marks(recording, id));
            marks.executeUpdate();
          }
          return true;
        });
  }

  @Test
  void eachRecordingIsAGroup(@TempDir Path folder) throws Exception {
    try (Database database = Database.open(folder.resolve("library.db"))) {
      song(database, 1, 21);
      song(database, 2, 22);
      song(database, 4, 21);
      song(database, 5, 23);
      song(database, 6, 23);
      song(database, 7, 23);
      List<List<String>> paths =
          NearCopies.all(database).stream()
              .map(group -> group.stream().map(copy -> copy.song().path()).toList())
              .toList();
      assertEquals(List.of(List.of("/1", "/4"), List.of("/5", "/6", "/7")), paths);
    }
  }
}
