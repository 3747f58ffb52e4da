package io.auricle.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.network.shape.TensorShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorFileTest {
  @SuppressWarnings("NullAway.Init") // set by JUnit
  @TempDir
  private Path folder;

  @Test
  void largeTensorsComeBackAsTheyWere() throws IOException {
    float[] values = new float[700_001];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sin(i);
    }
    Path file = folder.resolve("a.safetensors");
    Tensor small = Tensor.of(TensorShape.of(1, 2), new float[] {Float.NaN, -0f});
    Tensor large = Tensor.of(TensorShape.of(values.length), values);
    new TensorFile(Map.of("text", "ä\n"), Map.of("small", small, "large", large)).write(file);

    TensorFile read = TensorFile.read(file);
    assertEquals(Map.of("text", "ä\n"), read.texts());
    assertSame(large, read.tensors().get("large"));
    assertSame(small, read.tensors().get("small"));
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  private static void assertSame(Tensor expected, @Nullable Tensor actual) {
    assertNotNull(actual);
    assertEquals(expected.shape(), actual.shape());
    assertArrayEquals(expected.toArray(), actual.toArray());
  }

  @Test
  void everyCutIsRefusedWithTheFilesName() throws IOException {
    Path file = folder.resolve("a.safetensors");
    Tensor tensor = Tensor.of(TensorShape.of(3), new float[] {1, 2, 3});
    new TensorFile(Map.of(), Map.of("a", tensor)).write(file);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      Exception e = assertThrows(IOException.class, () -> TensorFile.read(file));
      assertTrue(String.valueOf(e.getMessage()).startsWith(file.toString()), e.getMessage());
    }
  }
}
