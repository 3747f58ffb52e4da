package io.auricle.dataset.table;

import io.auricle.dataset.DatasetException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * An array in a {@code .npy} file, mapped into memory: opening it reads nothing but the head, and
 * it may be larger than memory. Elements are counted in C order, the last dimension fastest.
 * Thread-safe. The mapping ends when the object is collected.
 */
public final class NpyArray {
  private static final long WINDOW_BYTES = 1L << 30;

  private final NpyHeader header;
  private final List<MappedByteBuffer> windows;

  private NpyArray(NpyHeader header, List<MappedByteBuffer> windows) {
    this.header = header;
    this.windows = windows;
  }

  /**
   * Opens a file.
   *
   * @throws DatasetException if it is not an array of a type of {@link NpyType} in C order, or is
   *     shorter or longer than its shape says
   */
  public static NpyArray open(Path file) throws DatasetException {
    NpyHeader header = NpyHeader.read(file);
    List<MappedByteBuffer> windows = new ArrayList<>();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      for (long at = header.length(); at < channel.size(); at += WINDOW_BYTES) {
        MappedByteBuffer window =
            channel.map(
                FileChannel.MapMode.READ_ONLY, at, Math.min(WINDOW_BYTES, channel.size() - at));
        window.order(ByteOrder.LITTLE_ENDIAN);
        windows.add(window);
      }
    } catch (IOException e) {
      throw DatasetException.unreadable(file, e);
    }
    return new NpyArray(header, windows);
  }

  public NpyType type() {
    return header.type();
  }

  /** Sizes of the dimensions. */
  public List<Long> shape() {
    return header.shape();
  }

  /** Number of elements. */
  public long elementCount() {
    return header.elementCount();
  }

  /** An element as a double; 64-bit integers beyond 2^53 are rounded. */
  public double at(long element) {
    long at = element * header.type().bytes();
    MappedByteBuffer window = windows.get((int) (at / WINDOW_BYTES));
    int offset = (int) (at % WINDOW_BYTES);
    return switch (header.type()) {
      case UINT8 -> Byte.toUnsignedInt(window.get(offset));
      case INT32 -> window.getInt(offset);
      case INT64 -> window.getLong(offset);
      case FLOAT32 -> window.getFloat(offset);
      case FLOAT64 -> window.getDouble(offset);
    };
  }

  /** Copies {@code count} elements from {@code first} on into {@code target} at {@code offset}. */
  public void copyTo(long first, float[] target, int offset, int count) {
    for (int i = 0; i < count; i++) {
      target[offset + i] = (float) at(first + i);
    }
  }
}
