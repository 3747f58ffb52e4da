package io.auricle.parquet;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table written as Parquet (format 1, plain values, packed by GZIP, which every reader knows). It
 * appears whole when it is {@linkplain #finish finished}, in place of one that is there. Used by
 * one thread.
 */
public final class ParquetFile implements Closeable {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int LIST = 3;
  private static final int REQUIRED = 0;
  private static final int OPTIONAL = 1;
  private static final int REPEATED = 2;

  /** Rows are written together until they come to this. */
  private static final long GROUP_BYTES = 32L << 20;

  private final Path file;
  private final Path part;
  private final List<ParquetField> fields;
  private final String maker;
  private final List<ColumnPage> pages = new ArrayList<>();
  private final List<RowGroup> groups = new ArrayList<>();
  private final CountedOutput out;
  private long waiting;
  private long rows;

  /** What was written together. */
  private record RowGroup(List<ColumnPage.Chunk> chunks, long rows) {}

  /**
   * Begins a table.
   *
   * @param maker program and version
   */
  public ParquetFile(Path file, List<ParquetField> fields, String maker) throws IOException {
    this.file = file;
    this.part = file.resolveSibling(file.getFileName() + ".part");
    this.fields = List.copyOf(fields);
    this.maker = maker;
    for (ParquetField field : fields) {
      addPages(field, List.of(), 0, 0);
    }
    this.out = new CountedOutput(new BufferedOutputStream(Files.newOutputStream(part)));
    out.write(MAGIC);
  }

  private void addPages(ParquetField field, List<String> above, int repeated, int defined) {
    List<String> path = new ArrayList<>(above);
    path.add(field.name());
    int own = defined + (field.required() ? 0 : 1);
    if (field instanceof ParquetField.Leaf leaf) {
      pages.add(new ColumnPage(path, leaf.type(), repeated, own));
    } else if (field instanceof ParquetField.Group group) {
      group.fields().forEach(inner -> addPages(inner, path, repeated, own));
    } else if (field instanceof ParquetField.Sequence list) {
      path.add("list");
      addPages(list.element(), path, repeated + 1, own + 1);
    }
  }

  /**
   * Adds a row.
   *
   * @param values one for each field, null where a field is empty
   */
  public void add(Object @Nullable [] values) throws IOException {
    if (values == null || values.length != fields.size()) {
      throw new IllegalArgumentException(
          "values.length=%s must be %d"
              .formatted(values == null ? null : values.length, fields.size()));
    }
    int column = 0;
    for (int i = 0; i < values.length; i++) {
      column = add(fields.get(i), values[i], column, 0, 0, 0);
    }
    waiting++;
    if (pages.stream().mapToLong(ColumnPage::size).sum() > GROUP_BYTES) {
      flush();
    }
  }

  /**
   * Adds a value to its columns.
   *
   * @param column the first of them
   * @param repetition of its first value
   * @param depth how many lists it is in
   * @return the column behind its last
   */
  private int add(
      ParquetField field,
      @Nullable Object value,
      int column,
      int repetition,
      int definition,
      int depth) {
    if (value == null) {
      if (field.required()) {
        throw new IllegalArgumentException(field.name() + " must not be null");
      }
      return addNothing(field, column, repetition, definition);
    }
    int own = definition + (field.required() ? 0 : 1);
    if (field instanceof ParquetField.Group group) {
      Object[] values = (Object[]) value;
      int next = column;
      for (int i = 0; i < values.length; i++) {
        next = add(group.fields().get(i), values[i], next, repetition, own, depth);
      }
      return next;
    }
    if (field instanceof ParquetField.Sequence list) {
      int next = addList(list, (List<?>) value, column, repetition, own, depth);
      return next < 0 ? addNothing(list.element(), column, repetition, own) : next;
    }
    pages.get(column).add(repetition, own, value);
    return column + 1;
  }

  private int addList(
      ParquetField.Sequence list,
      List<?> values,
      int column,
      int repetition,
      int definition,
      int depth) {
    int next = -1;
    for (Object value : values) {
      int first = next < 0 ? repetition : depth + 1;
      next = add(list.element(), value, column, first, definition + 1, depth + 1);
    }
    return next;
  }

  private int addNothing(ParquetField field, int column, int repetition, int definition) {
    if (field instanceof ParquetField.Group group) {
      int next = column;
      for (ParquetField inner : group.fields()) {
        next = addNothing(inner, next, repetition, definition);
      }
      return next;
    }
    if (field instanceof ParquetField.Sequence list) {
      return addNothing(list.element(), column, repetition, definition);
    }
    pages.get(column).add(repetition, definition, null);
    return column + 1;
  }

  private void flush() throws IOException {
    if (waiting == 0) {
      return;
    }
    List<ColumnPage.Chunk> chunks = new ArrayList<>();
    for (ColumnPage page : pages) {
      chunks.add(page.writeTo(out));
    }
    groups.add(new RowGroup(chunks, waiting));
    rows += waiting;
    waiting = 0;
  }

  /** All rows have come: the table takes its place. */
  public void finish() throws IOException {
    flush();
    byte[] end = description();
    out.write(end);
    out.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(end.length).array());
    out.write(MAGIC);
    out.close();
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private byte[] description() {
    Thrift end =
        new Thrift().number(1, 1).structs(2, 1 + fields.stream().mapToInt(ParquetFile::size).sum());
    end.begin().text(4, "auricle").number(5, fields.size()).end();
    fields.forEach(field -> describe(field, end));
    end.number(3, rows).structs(4, groups.size());
    for (RowGroup group : groups) {
      end.begin().structs(1, group.chunks().size());
      group.chunks().forEach(chunk -> chunk.describe(end));
      end.number(2, group.chunks().stream().mapToLong(ColumnPage.Chunk::plain).sum());
      end.number(3, group.rows()).end();
    }
    return end.text(6, maker).bytes();
  }

  /** How many elements of the schema a field is. */
  private static int size(ParquetField field) {
    if (field instanceof ParquetField.Group group) {
      return 1 + group.fields().stream().mapToInt(ParquetFile::size).sum();
    }
    return field instanceof ParquetField.Sequence list ? 2 + size(list.element()) : 1;
  }

  private static void describe(ParquetField field, Thrift end) {
    end.begin();
    int repetition = field.required() ? REQUIRED : OPTIONAL;
    if (field instanceof ParquetField.Leaf leaf) {
      end.number(1, leaf.type().number).number(3, repetition).text(4, leaf.name());
      if (leaf.type().meaning >= 0) {
        end.number(6, leaf.type().meaning);
      }
      end.end();
    } else if (field instanceof ParquetField.Group group) {
      end.number(3, repetition).text(4, group.name()).number(5, group.fields().size()).end();
      group.fields().forEach(inner -> describe(inner, end));
    } else if (field instanceof ParquetField.Sequence list) {
      end.number(3, repetition).text(4, list.name()).number(5, 1).number(6, LIST).end();
      end.begin().number(3, REPEATED).text(4, "list").number(5, 1).end();
      describe(list.element(), end);
    }
  }

  /** Drops what is not finished. */
  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(part);
  }
}
