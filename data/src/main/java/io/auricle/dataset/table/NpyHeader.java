package io.auricle.dataset.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.auricle.dataset.DatasetException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The head of a {@code .npy} file, format versions 1 to 3, as numpy.lib.format defines it.
 *
 * @param type of the elements
 * @param shape sizes of the dimensions, the last varying fastest
 * @param length bytes of the head, after which the elements begin
 */
record NpyHeader(NpyType type, List<Long> shape, int length) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int ALIGNMENT = 64;
  private static final Pattern DESCRIPTION = Pattern.compile("'descr': *'([^']*)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order': *(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape': *\\(([0-9, ]*)\\)");

  NpyHeader {
    shape = List.copyOf(shape);
  }

  /** Number of elements. */
  long elementCount() {
    long count = 1;
    for (long size : shape) {
      count = Math.multiplyExact(count, size);
    }
    return count;
  }

  /** Reads the head and holds the file's size against it. */
  static NpyHeader read(Path file) throws DatasetException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(8);
      if (start.length < 8 || !ByteBuffer.wrap(start, 0, 6).equals(ByteBuffer.wrap(MAGIC))) {
        throw new DatasetException(file, "is not a .npy file");
      }
      int sizeBytes = start[6] == 1 ? 2 : 4;
      byte[] size = in.readNBytes(sizeBytes);
      if (size.length < sizeBytes) {
        throw new EOFException();
      }
      ByteBuffer buffer = ByteBuffer.wrap(size).order(ByteOrder.LITTLE_ENDIAN);
      int textLength = sizeBytes == 2 ? Short.toUnsignedInt(buffer.getShort()) : buffer.getInt();
      String text = new String(in.readNBytes(Math.max(0, textLength)), ISO_8859_1);
      NpyHeader header = parse(file, text, 8 + sizeBytes + textLength);
      long expected = header.length() + header.elementCount() * header.type().bytes();
      if (Files.size(file) != expected) {
        throw new DatasetException(
            file,
            "size=%d bytes must be %d for shape %s; was the file cut?"
                .formatted(Files.size(file), expected, header.shape()));
      }
      return header;
    } catch (IOException | ArithmeticException e) {
      throw DatasetException.unreadable(file, e);
    }
  }

  /** The bytes of the head of an array. */
  static byte[] bytes(NpyType type, List<Long> shape) {
    String sizes = shape.stream().map(size -> size + ",").collect(Collectors.joining(" "));
    String text =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }"
            .formatted(type.description(), shape.size() == 1 ? sizes : sizes.replaceAll(",$", ""));
    int unpadded = MAGIC.length + 4 + text.length() + 1;
    String padded = text + " ".repeat(Math.floorMod(-unpadded, ALIGNMENT)) + "\n";
    return ByteBuffer.allocate(MAGIC.length + 4 + padded.length())
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .put((byte) 1)
        .put((byte) 0)
        .putShort((short) padded.length())
        .put(padded.getBytes(ISO_8859_1))
        .array();
  }

  private static NpyHeader parse(Path file, String text, int length) throws DatasetException {
    Matcher description = DESCRIPTION.matcher(text);
    Matcher order = ORDER.matcher(text);
    Matcher shape = SHAPE.matcher(text);
    if (!description.find() || !order.find() || !shape.find()) {
      throw new DatasetException(file, "its head is not that of an array: " + text.strip());
    }
    if (order.group(1).equals("True")) {
      throw new DatasetException(file, "fortran_order=True must be False; save it in C order");
    }
    NpyType type =
        NpyType.of(description.group(1))
            .orElseThrow(
                () ->
                    new DatasetException(
                        file,
                        "descr=%s must be one of %s"
                            .formatted(
                                description.group(1),
                                Stream.of(NpyType.values()).map(NpyType::description).toList())));
    List<Long> sizes =
        Stream.of(shape.group(1).split(",", -1))
            .map(String::strip)
            .filter(size -> !size.isEmpty())
            .map(Long::parseLong)
            .toList();
    return new NpyHeader(type, sizes, length);
  }
}
