package io.auricle.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TextFileTest {
  private Path folder;
  private Path file;

  @BeforeEach
  void file(@TempDir Path temporary) {
    folder = temporary;
    file = folder.resolve("list.txt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a\nb\r\nc", "\u00e9\u4e2d\ud83c\udfb5\n"})
  void textIsReadWithAndWithoutByteOrderMark(String text) throws IOException {
    Files.writeString(file, text);
    assertEquals(text, TextFile.read(file, 100));
    Files.writeString(file, "\ufeff" + text);
    assertEquals(text, TextFile.read(file, 100));
  }

  @ParameterizedTest
  @ValueSource(ints = {65_530, 65_534, 65_535, 65_536, 131_071})
  void charactersMayLieAcrossBlocks(int before) throws IOException {
    String text = "x".repeat(before) + "\ud83c\udfb5\u00e9\n";
    Files.writeString(file, text);
    assertEquals(text, TextFile.read(file, 1_000_000));
  }

  @ParameterizedTest
  @CsvSource({
    "'a\nb\nc\u00e9', 3",
    "'\u00e9', 1",
    "'a\r\nb\r\n\u00e9\r\n', 3",
    "'a\rb\r\u00e9', 3",
    "'a\n\n\n\u00e9\n', 4"
  })
  void latin1IsNamedWithItsLine(String text, int line) throws IOException {
    Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(
        file + ", line " + line + ": is not UTF-8 (byte 0xE9); save the file as UTF-8", fault(100));
  }

  @Test
  void faultFarBehindTheFirstBlockHasItsLine() throws IOException {
    Files.write(file, ("row\n".repeat(100_000) + "\u00e9").getBytes(StandardCharsets.ISO_8859_1));
    assertTrue(fault(1_000_000).contains(", line 100001: is not UTF-8"), fault(1_000_000));
  }

  @Test
  void characterThatIsCutAtTheEndIsNone() throws IOException {
    Files.write(file, new byte[] {'a', '\n', (byte) 0xe4, (byte) 0xb8});
    assertTrue(fault(100).contains(", line 2: is not UTF-8"), fault(100));
  }

  @Test
  void utf16IsNamed() throws IOException {
    Files.write(file, "\ufeffabc".getBytes(StandardCharsets.UTF_16LE));
    assertEquals(file + ", line 1: is not UTF-8 but UTF-16; save the file as UTF-8", fault(100));
    Files.write(file, "a\nbc".getBytes(StandardCharsets.UTF_16BE));
    assertTrue(fault(100).contains(": is not UTF-8 text: it holds a byte 0"), fault(100));
  }

  @Test
  void sizeIsLookedAtBeforeAnythingIsRead() throws IOException {
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(60_000_000);
    }
    assertEquals(
        file + ": has more than the 1 MB that such a file may have",
        fault(TextFile.MOST_BYTES_WRITTEN));
    Files.writeString(file, "12345");
    assertEquals("12345", TextFile.read(file, 5));
    assertEquals(file + ": has more than the 4 bytes that such a file may have", fault(4));
  }

  @Test
  void filesWithoutASizeAreReadNoFurther() {
    Path endless = Path.of("/proc/self/status");
    assumeTrue(Files.isRegularFile(endless), "only Linux has such files");
    assertThrows(TextFileException.class, () -> TextFile.read(endless, 10));
    assertThrows(TextFileException.class, () -> RegularFile.bytes(endless, 10));
  }

  @Test
  @Timeout(120)
  void pipesDevicesAndFoldersAreNotOpened() throws Exception {
    assertEquals(folder + ": is a folder, a file is needed here", fault(folder));
    Path pipe = folder.resolve("pipe");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no pipes");
    assertTrue(fault(pipe).startsWith(pipe + ": is a pipe or a device"), fault(pipe));
    Path zero = Path.of("/dev/zero");
    assertTrue(fault(zero).startsWith(zero + ": is a pipe or a device"), fault(zero));
    Path link = Files.createSymbolicLink(folder.resolve("link"), pipe);
    assertTrue(fault(link).startsWith(link + ": is a pipe or a device"), fault(link));
    Files.writeString(file, "a\nb");
    assertEquals(
        List.of("a", "b"),
        TextFile.lines(Files.createSymbolicLink(folder.resolve("good"), file), 10));
  }

  @Test
  void reasonsHaveNoWordsOfJava() {
    assertThrows(NoSuchFileException.class, () -> TextFile.read(file, 10));
    assertEquals("no such file or folder", FileFault.of(new NoSuchFileException("x")));
    assertEquals(
        "x: no permission to read or write it",
        FileFault.message(new java.nio.file.AccessDeniedException("x")));
    assertEquals(
        "x: no such file or folder",
        FileFault.message(new java.io.UncheckedIOException(new NoSuchFileException("x"))));
  }

  private String fault(Path path) {
    return String.valueOf(
        assertThrows(TextFileException.class, () -> TextFile.read(path, 1000)).getMessage());
  }

  private String fault(int mostBytes) {
    return String.valueOf(
        assertThrows(TextFileException.class, () -> TextFile.read(file, mostBytes)).getMessage());
  }
}
