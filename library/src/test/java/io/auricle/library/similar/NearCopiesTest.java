package io.auricle.library.similar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.auricle.library.sound.SongSound;
import io.auricle.library.store.Database;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is a copy of whom: alike to the network, and the same recording by its marks. */
final class NearCopiesTest {
  private static final int SIZE = 32;

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

  private static void song(Database database, int id, long point, long recording) throws Exception {
    Random random = new Random(point);
    Random own = new Random(id);
    ByteBuffer vector = ByteBuffer.allocate(4 * SIZE).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < SIZE; i++) {
      vector.putFloat((float) (random.nextGaussian() + 0.1 * own.nextGaussian()));
    }
    database.run(
        connection -> {
          try (PreparedStatement file =
                  connection.prepareStatement(
                      "INSERT INTO file (id, path, path_key, bytes, modified, added, heard, models,"
                          + " duration) VALUES (?, ?, '', 1, 1, 1, 1, '', ?)");
              PreparedStatement embedding =
                  connection.prepareStatement("INSERT INTO embedding VALUES (?, 'n', '1', ?)");
              PreparedStatement marks =
                  connection.prepareStatement("INSERT INTO marks VALUES (?, ?)")) {
            file.setInt(1, id);
            file.setString(2, "/" + id);
            file.setInt(3, 100 - id);
            file.executeUpdate();
            embedding.setInt(1, id);
            embedding.setBytes(2, vector.array());
            embedding.executeUpdate();
            marks.setInt(1, id);
            marks.setBytes(2, marks(recording, id));
            marks.executeUpdate();
          }
          return true;
        });
  }

  @Test
  void copiesAreAlikeInBoth(@TempDir Path folder) throws Exception {
    try (Database database = Database.open(folder.resolve("library.db"))) {
      song(database, 1, 11, 21);
      song(database, 2, 11, 22);
      song(database, 3, 12, 21);
      song(database, 4, 11, 21);
      song(database, 5, 13, 23);
      song(database, 6, 13, 23);
      song(database, 7, 13, 23);
      List<List<String>> paths =
          NearCopies.all(database).stream()
              .map(group -> group.stream().map(copy -> copy.song().path()).toList())
              .toList();
      assertEquals(List.of(List.of("/1", "/4"), List.of("/5", "/6", "/7")), paths);
    }
  }
}
