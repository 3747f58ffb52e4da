package io.auricle.extract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpillTest {
  @Test
  void bytesComeBackInOrderHoweverMany(@TempDir Path folder) throws Exception {
    Random random = new Random(5);
    for (int pieces : new int[] {0, 1, 3, 40}) {
      ByteArrayOutputStream expected = new ByteArrayOutputStream();
      try (Spill spill = new Spill(folder, 250)) {
        for (int i = 0; i < pieces; i++) {
          byte[] bytes = new byte[100];
          random.nextBytes(bytes);
          expected.write(bytes);
          spill.write(bytes);
        }
        try (InputStream in = spill.read()) {
          assertArrayEquals(expected.toByteArray(), in.readAllBytes());
        }
      }
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(), left.toList());
    }
  }
}
