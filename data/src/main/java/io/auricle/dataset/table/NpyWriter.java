package io.auricle.dataset.table;

import io.auricle.dataset.DatasetException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a {@code .npy} file element after element in C order, of a shape known beforehand or of as
 * many rows as come. Not thread-safe. What was there is replaced.
 */
public final class NpyWriter implements AutoCloseable {
  private final Path file;
  private final NpyType type;
  private final OutputStream out;
  private final ByteBuffer element;
  private final List<Long> rowShape;
  private final boolean growing;
  private List<Long> shape;
  private long room;
  private long written;
  private boolean closed;

  private NpyWriter(Path file, NpyType type, List<Long> shape, boolean growing) throws IOException {
    this.file = file;
    this.type = type;
    this.shape = List.copyOf(shape);
    this.rowShape = shape.isEmpty() ? List.of() : this.shape.subList(1, shape.size());
    this.growing = growing;
    this.element = ByteBuffer.allocate(type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    this.room = growing ? Long.MAX_VALUE : new NpyHeader(type, shape, 0).elementCount();
    this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    out.write(NpyHeader.bytes(type, shape));
  }

  /**
   * Begins a file.
   *
   * @param shape sizes of the dimensions, 0 or more
   */
  public static NpyWriter create(Path file, NpyType type, List<Long> shape)
      throws DatasetException {
    return open(file, type, shape, false);
  }

  /**
   * Begins a file of as many rows as will be written: the first dimension is known at the end.
   *
   * @param rowShape sizes of the other dimensions, at least 1
   */
  public static NpyWriter growing(Path file, NpyType type, List<Long> rowShape)
      throws DatasetException {
    List<Long> shape = new ArrayList<>(List.of(0L));
    shape.addAll(rowShape);
    return open(file, type, shape, true);
  }

  private static NpyWriter open(Path file, NpyType type, List<Long> shape, boolean growing)
      throws DatasetException {
    if (shape.stream().anyMatch(size -> size < 0)) {
      throw new IllegalArgumentException("shape=" + shape + " must be 0 or more");
    }
    try {
      return new NpyWriter(file, type, shape, growing);
    } catch (IOException e) {
      throw DatasetException.unwritable(file, e);
    }
  }

  /** Sizes of the dimensions; the first is known once the file is closed if it grows. */
  public List<Long> shape() {
    return shape;
  }

  /**
   * Writes the next element, rounded towards zero for integer types.
   *
   * @throws IllegalStateException if the shape has no room for it
   */
  public void write(double value) throws DatasetException {
    if (written == room) {
      throw new IllegalStateException(file + ": more elements than the shape has room for");
    }
    element.clear();
    switch (type) {
      case UINT8 -> element.put((byte) (int) value);
      case INT32 -> element.putInt((int) value);
      case INT64 -> element.putLong((long) value);
      case FLOAT32 -> element.putFloat((float) value);
      case FLOAT64 -> element.putDouble(value);
    }
    try {
      out.write(element.array());
    } catch (IOException e) {
      throw DatasetException.unwritable(file, e);
    }
    written++;
  }

  /** Writes the next elements. */
  public void write(float[] values) throws DatasetException {
    for (float value : values) {
      write(value);
    }
  }

  /**
   * Ends the file. Closing it again does nothing.
   *
   * @throws DatasetException if fewer elements were written than the shape says, or no whole rows
   */
  @Override
  public void close() throws DatasetException {
    if (closed) {
      return;
    }
    abandon();
    if (growing) {
      room = rows() * new NpyHeader(type, rowShape, 0).elementCount();
      shape = new ArrayList<>(rowShape);
      shape.add(0, rows());
      shape = List.copyOf(shape);
      writeHead();
    }
    if (room > written) {
      throw new DatasetException(
          file, (room - written) + " elements of the shape were not written");
    }
  }

  /** Ends the writing of a file that is not wanted any more, as far as it is. */
  public void abandon() throws DatasetException {
    closed = true;
    try {
      out.close();
    } catch (IOException e) {
      throw DatasetException.unwritable(file, e);
    }
  }

  /** Rows begun. */
  private long rows() {
    long rowSize = Math.max(1, new NpyHeader(type, rowShape, 0).elementCount());
    return (written + rowSize - 1) / rowSize;
  }

  /** Heads are padded, so that one of more rows is as long. */
  private void writeHead() throws DatasetException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer head = ByteBuffer.wrap(NpyHeader.bytes(type, shape));
      while (head.hasRemaining()) {
        channel.write(head);
      }
    } catch (IOException e) {
      throw DatasetException.unwritable(file, e);
    }
  }
}
