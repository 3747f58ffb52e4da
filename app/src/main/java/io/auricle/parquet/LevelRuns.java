package io.auricle.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Small numbers that are often the same in a row, as runs. */
final class LevelRuns {
  private final int most;
  private final ByteArrayOutputStream runs = new ByteArrayOutputStream();
  private int level;
  private int length;

  /**
   * @param most the highest level; of 0 nothing is written
   */
  LevelRuns(int most) {
    this.most = most;
  }

  void add(int next) {
    if (next != level || length == 0) {
      flush();
      level = next;
    }
    length++;
  }

  private void flush() {
    if (length > 0) {
      Thrift.varint(runs, (long) length << 1);
      // Levels are below 256, so a byte holds one.
      runs.write(level);
      length = 0;
    }
  }

  /** Writes them with their size before, and begins anew. */
  void writeTo(ByteArrayOutputStream page) {
    flush();
    if (most > 0) {
      page.writeBytes(
          ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(runs.size()).array());
      page.writeBytes(runs.toByteArray());
    }
    runs.reset();
  }
}
