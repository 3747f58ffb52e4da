package io.auricle.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The values of one column of some rows. A value that is missing has a definition level below the
 * highest; one that goes on with a list has a repetition level above 0 (the Dremel paper, VLDB
 * 2010, section 4).
 */
final class ColumnPage {
  private static final int DATA = 0;
  private static final int PLAIN = 0;
  private static final int RUNS = 3;
  private static final int GZIP = 2;

  private final List<String> path;
  private final ParquetType type;
  private final LevelRuns repetitions;
  private final LevelRuns definitions;
  private final ByteArrayOutputStream values = new ByteArrayOutputStream();
  private final byte[] bits = new byte[1];
  private long present;
  private int count;

  ColumnPage(List<String> path, ParquetType type, int mostRepeated, int mostDefined) {
    this.path = List.copyOf(path);
    this.type = type;
    this.repetitions = new LevelRuns(mostRepeated);
    this.definitions = new LevelRuns(mostDefined);
  }

  void add(int repetition, int definition, @Nullable Object value) {
    repetitions.add(repetition);
    definitions.add(definition);
    count++;
    if (value != null) {
      type.write(value, present++, values, bits);
    }
  }

  /** About how many bytes wait. */
  long size() {
    return values.size() + 2L * Byte.BYTES;
  }

  /** What the end of the file says of a column. */
  record Chunk(List<String> path, int type, int values, long offset, long plain, long packed) {
    Chunk {
      path = List.copyOf(path);
    }

    void describe(Thrift file) {
      file.begin().number(2, offset).begin(3);
      file.number(1, type).numbers(2, PLAIN, RUNS).texts(3, path.toArray(new String[0]));
      file.number(4, GZIP).number(5, (long) values).number(6, plain).number(7, packed);
      file.number(9, offset).end().end();
    }
  }

  /** Writes all that waits as a page, and begins anew. */
  Chunk writeTo(CountedOutput out) throws IOException {
    if (type == ParquetType.BOOLEAN && (present & 7) != 0) {
      values.write(bits[0]);
    }
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    repetitions.writeTo(page);
    definitions.writeTo(page);
    values.writeTo(page);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      page.writeTo(gzip);
    }
    Thrift header = new Thrift();
    header.number(1, DATA).number(2, page.size()).number(3, packed.size());
    header.begin(5).number(1, count).number(2, PLAIN).number(3, RUNS).number(4, RUNS).end();
    byte[] said = header.bytes();
    long offset = out.count();
    out.write(said);
    packed.writeTo(out);
    Chunk chunk =
        new Chunk(
            path,
            type.number,
            count,
            offset,
            (long) said.length + page.size(),
            (long) said.length + packed.size());
    values.reset();
    present = 0;
    count = 0;
    return chunk;
  }
}
