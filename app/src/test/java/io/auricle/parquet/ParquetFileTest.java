package io.auricle.parquet;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files are read back by a reader of its own, written from the format's description (apache/
 * parquet-format 2.10): what it reads is also what pyarrow 25.0.1 and Spark 3.5.9 and 4.2.0 read.
 */
final class ParquetFileTest {
  private static final List<ParquetField> FIELDS =
      List.of(
          ParquetField.of("path", ParquetType.TEXT),
          ParquetField.of("sure", ParquetType.BOOLEAN),
          new ParquetField.Sequence(
              "labels",
              new ParquetField.Group(
                  "element",
                  List.of(
                      ParquetField.always("label", ParquetType.TEXT),
                      ParquetField.always("score", ParquetType.DOUBLE)),
                  true),
              false),
          ParquetField.list("warnings", ParquetType.TEXT));

  /** A structure of Thrift: numbers, bytes and lists by their fields. */
  private static Map<Integer, Object> struct(ByteBuffer in) {
    Map<Integer, Object> fields = new TreeMap<>();
    int last = 0;
    for (int head = in.get() & 0xFF; head != 0; head = in.get() & 0xFF) {
      last += head >> 4;
      fields.put(last, value(in, head & 0xF));
    }
    return fields;
  }

  private static Object value(ByteBuffer in, int type) {
    return switch (type) {
      case 5, 6 -> {
        long zigzag = varint(in);
        yield (zigzag >>> 1) ^ -(zigzag & 1);
      }
      case 8 -> {
        byte[] bytes = new byte[(int) varint(in)];
        in.get(bytes);
        yield new String(bytes, US_ASCII);
      }
      case 9 -> {
        int head = in.get() & 0xFF;
        long size = head >> 4 == 15 ? varint(in) : head >> 4;
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
          all.add(value(in, head & 0xF));
        }
        yield all;
      }
      case 12 -> struct(in);
      default -> throw new AssertionError("type " + type);
    };
  }

  private static int number(Map<?, ?> of, int field) {
    return ((Long) Objects.requireNonNull(of.get(field))).intValue();
  }

  private static List<?> list(Object of, int field) {
    return (List<?>) Objects.requireNonNull(((Map<?, ?>) of).get(field));
  }

  private static Map<?, ?> inner(Object of, int field) {
    return (Map<?, ?>) Objects.requireNonNull(((Map<?, ?>) of).get(field));
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte b = in.get();
      value |= (b & 0x7FL) << shift;
      if (b >= 0) {
        return value;
      }
    }
  }

  /** What a column holds: its levels and values, as {@code r/d/value}. */
  private record Column(String path, long values, List<String> entries) {}

  private static List<Column> read(
      Path file, List<ParquetType> types, int[] repeated, int[] defined) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    assertEquals("PAR1", new String(in.array(), 0, 4, US_ASCII));
    assertEquals("PAR1", new String(in.array(), in.limit() - 4, 4, US_ASCII));
    int length = in.getInt(in.limit() - 8);
    in.position(in.limit() - 8 - length);
    Map<Integer, Object> end = struct(in);
    List<Column> columns = new ArrayList<>();
    for (Object group : list(end, 4)) {
      int i = 0;
      for (Object chunk : list(group, 1)) {
        Map<?, ?> about = inner(chunk, 3);
        in.position(number(about, 9));
        Map<Integer, Object> page = struct(in);
        byte[] packed = new byte[number(page, 3)];
        in.get(packed);
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
        assertEquals(plain.length, number(page, 2));
        int count = number(inner(page, 5), 1);
        assertEquals(number(about, 5), count);
        columns.add(
            new Column(
                String.valueOf(about.get(3)),
                count,
                entries(plain, count, types.get(i), repeated[i], defined[i])));
        i++;
      }
    }
    return columns;
  }

  private static List<String> entries(
      byte[] page, int count, ParquetType type, int repeated, int defined) {
    ByteBuffer in = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
    int[] repetitions = levels(in, count, repeated);
    int[] definitions = levels(in, count, defined);
    List<String> entries = new ArrayList<>();
    int bit = 0;
    for (int i = 0; i < count; i++) {
      String value = "";
      if (definitions[i] == defined) {
        switch (type) {
          case TEXT -> {
            byte[] text = new byte[in.getInt()];
            in.get(text);
            value = new String(text, US_ASCII);
          }
          case DOUBLE -> value = String.valueOf(in.getDouble());
          case BOOLEAN -> {
            value = String.valueOf((in.get(in.position() + bit / 8) >> bit % 8 & 1) == 1);
            bit++;
          }
          default -> throw new AssertionError(type);
        }
      }
      entries.add(repetitions[i] + "/" + definitions[i] + "/" + value);
    }
    return entries;
  }

  private static int[] levels(ByteBuffer in, int count, int most) {
    int[] levels = new int[count];
    if (most == 0) {
      return levels;
    }
    int end = in.getInt() + in.position();
    int filled = 0;
    while (in.position() < end) {
      int run = (int) varint(in) >> 1;
      Arrays.fill(levels, filled, filled + run, in.get());
      filled += run;
    }
    assertEquals(count, filled);
    return levels;
  }

  @Test
  void nestedRowsAreReadBack(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("t.parquet");
    try (ParquetFile table = new ParquetFile(file, FIELDS, "test")) {
      table.add(
          new Object[] {
            "a",
            true,
            List.of(new Object[] {"rock", 0.75}, new Object[] {"pop", 1 / 3.0}),
            List.of()
          });
      table.add(new Object[] {"b", null, null, null});
      table.add(
          new Object[] {
            null,
            false,
            List.of((Object) new Object[] {"jazz", -0.0}),
            List.of("cut", "damaged", "cut")
          });
      assertFalse(Files.exists(file), "a table appears when it is finished");
      table.finish();
    }
    ParquetType text = ParquetType.TEXT;
    List<Column> columns =
        read(
            file,
            List.of(text, ParquetType.BOOLEAN, text, ParquetType.DOUBLE, text),
            new int[] {0, 0, 1, 1, 1},
            new int[] {1, 1, 2, 2, 2});
    assertEquals(
        List.of(
            new Column("[path]", 3, List.of("0/1/a", "0/1/b", "0/0/")),
            new Column("[sure]", 3, List.of("0/1/true", "0/0/", "0/1/false")),
            new Column(
                "[labels, list, element, label]",
                4,
                List.of("0/2/rock", "1/2/pop", "0/0/", "0/2/jazz")),
            new Column(
                "[labels, list, element, score]",
                4,
                List.of("0/2/0.75", "1/2/0.3333333333333333", "0/0/", "0/2/-0.0")),
            new Column(
                "[warnings, list, element]",
                5,
                List.of("0/1/", "0/0/", "0/2/cut", "1/2/damaged", "1/2/cut"))),
        columns);
  }

  @Test
  void whatIsNotFinishedLeavesTheFormerTable(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("t.parquet"), "before");
    try (ParquetFile table = new ParquetFile(file, FIELDS, "test")) {
      table.add(new Object[] {"a", true, List.of(), List.of()});
    }
    assertEquals("before", Files.readString(file));
    try (var left = Files.list(folder)) {
      assertEquals(1, left.count());
    }
  }

  @Test
  void rowsHaveAValueForEachField(@TempDir Path folder) throws IOException {
    try (ParquetFile table = new ParquetFile(folder.resolve("t"), FIELDS, "test")) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> table.add(new Object[] {"a"}))
              .getMessage();
      assertEquals("values.length=1 must be 4", message);
    }
  }
}
