package io.auricle.dataset.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.auricle.dataset.DatasetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NpyTest {
  private final Path file;

  NpyTest(@TempDir Path folder) {
    file = folder.resolve("a.npy");
  }

  @ParameterizedTest
  @EnumSource(NpyType.class)
  void writtenElementsAreReadAgain(NpyType type) throws Exception {
    try (NpyWriter writer = NpyWriter.create(file, type, List.of(2L, 3L))) {
      writer.write(new float[] {0, 1, 2, 127, 128, 255});
    }
    NpyArray array = NpyArray.open(file);
    assertEquals(type, array.type());
    assertEquals(List.of(2L, 3L), array.shape());
    float[] row = new float[3];
    array.copyTo(3, row, 0, 3);
    assertArrayEquals(new float[] {127, 128, 255}, row);
  }

  @Test
  void growingArrayHasAsManyRowsAsCame() throws Exception {
    NpyWriter writer = NpyWriter.growing(file, NpyType.FLOAT32, List.of(2L, 3L));
    for (int row = 0; row < 1200; row++) {
      writer.write(new float[] {row, 1, 2, 3, 4, 5});
    }
    writer.close();
    writer.close();
    assertEquals(List.of(1200L, 2L, 3L), writer.shape());
    NpyArray array = NpyArray.open(file);
    assertEquals(List.of(1200L, 2L, 3L), array.shape());
    assertEquals(1199, array.at(1199 * 6));

    NpyWriter uneven = NpyWriter.growing(file, NpyType.FLOAT32, List.of(2L));
    uneven.write(3);
    DatasetException error = assertThrows(DatasetException.class, uneven::close);
    assertEquals(file + ": 1 elements of the shape were not written", error.getMessage());
  }

  /** The bytes that {@code numpy.save} 2.4 writes for {@code numpy.arange(3, dtype="<i4")}. */
  @Test
  void headIsThatOfNumpy() throws Exception {
    try (NpyWriter writer = NpyWriter.create(file, NpyType.INT32, List.of(3L))) {
      writer.write(new float[] {0, 1, 2});
    }
    String head = "{'descr': '<i4', 'fortran_order': False, 'shape': (3,), }";
    byte[] bytes = Files.readAllBytes(file);
    assertEquals(128 + 12, bytes.length);
    assertEquals(
        head + " ".repeat(128 - 10 - head.length() - 1) + "\n",
        new String(bytes, 10, 118, StandardCharsets.ISO_8859_1));
    assertArrayEquals(
        new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0}, Arrays.copyOf(bytes, 10));
  }

  @Test
  void cutFileIsAnError() throws Exception {
    try (NpyWriter writer = NpyWriter.create(file, NpyType.UINT8, List.of(4L))) {
      writer.write(new float[4]);
    }
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 130));
    assertError(": size=130 bytes must be 132 for shape [4]; was the file cut?");
  }

  @Test
  void otherTypesOrdersAndFilesAreErrors() throws Exception {
    writeHead("{'descr': '<c8', 'fortran_order': False, 'shape': (), }");
    assertError(": descr=<c8 must be one of [|u1, <i4, <i8, <f4, <f8]");
    writeHead("{'descr': '<f4', 'fortran_order': True, 'shape': (), }");
    assertError(": fortran_order=True must be False; save it in C order");
    Files.writeString(file, "not an array at all");
    assertError(": is not a .npy file");
  }

  @Test
  void missingElementsAreAnErrorWhenClosed() {
    DatasetException error =
        assertThrows(
            DatasetException.class,
            () -> NpyWriter.create(file, NpyType.FLOAT32, List.of(2L)).close());
    assertEquals(file + ": 2 elements of the shape were not written", error.getMessage());
  }

  private void writeHead(String text) throws Exception {
    String head = "\u0093NUMPY\u0001\u0000" + (char) text.length() + "\u0000" + text;
    Files.writeString(file, head, StandardCharsets.ISO_8859_1);
  }

  private void assertError(String message) {
    assertEquals(
        file + message,
        assertThrows(DatasetException.class, () -> NpyArray.open(file)).getMessage());
  }
}
