package io.auricle.dataset.table;

import io.auricle.dataset.DatasetException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a {@code .npy} file of a shape known beforehand, element after element in C order. Not
 * thread-safe. What was there is replaced.
 */
public final class NpyWriter implements AutoCloseable {
  private final Path file;
  private final NpyType type;
  private final OutputStream out;
  private final ByteBuffer element;
  private long missing;

  private NpyWriter(Path file, NpyType type, OutputStream out, long count) {
    this.file = file;
    this.type = type;
    this.out = out;
    this.element = ByteBuffer.allocate(type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    this.missing = count;
  }

  /**
   * Begins a file.
   *
   * @param shape sizes of the dimensions, 0 or more
   */
  public static NpyWriter create(Path file, NpyType type, List<Long> shape)
      throws DatasetException {
    if (shape.stream().anyMatch(size -> size < 0)) {
      throw new IllegalArgumentException("shape=" + shape + " must be 0 or more");
    }
    try {
      OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
      out.write(NpyHeader.bytes(type, shape));
      return new NpyWriter(file, type, out, new NpyHeader(type, shape, 0).elementCount());
    } catch (IOException e) {
      throw DatasetException.unreadable(file, e);
    }
  }

  /**
   * Writes the next element, rounded towards zero for integer types.
   *
   * @throws IllegalStateException if the shape has no room for it
   */
  public void write(double value) throws DatasetException {
    if (missing == 0) {
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
      throw DatasetException.unreadable(file, e);
    }
    missing--;
  }

  /** Writes the next elements. */
  public void write(float[] values) throws DatasetException {
    for (float value : values) {
      write(value);
    }
  }

  /**
   * Ends the file.
   *
   * @throws DatasetException if fewer elements were written than the shape says
   */
  @Override
  public void close() throws DatasetException {
    try {
      out.close();
    } catch (IOException e) {
      throw DatasetException.unreadable(file, e);
    }
    if (missing > 0) {
      throw new DatasetException(file, missing + " elements of the shape were not written");
    }
  }
}
