package io.auricle.spark.output;

import io.auricle.spark.input.CatalogueFile;
import io.auricle.spark.input.FileColumns;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * The files that an output holds already, by path, size and time. Held as 128 bits a file, so ten
 * million take 320 MB at most, and nothing has to be shuffled to leave them out.
 */
public final class KnownFiles implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int KEY_BYTES = 16;
  private static final int MOST = 1 << 26;

  private final long[] keys;
  private final int count;

  private KnownFiles(long[] keys, int count) {
    this.keys = keys;
    this.count = count;
  }

  public static KnownFiles none() {
    return new KnownFiles(new long[2], 0);
  }

  /**
   * Those of a table of results.
   *
   * @throws IllegalStateException if there are too many for a driver
   */
  static KnownFiles of(Dataset<Row> results) {
    FileColumns columns = FileColumns.of(results.schema());
    List<byte[]> parts =
        results
            .mapPartitions(
                (MapPartitionsFunction<Row, byte[]>) rows -> keys(rows, columns), Encoders.BINARY())
            .collectAsList();
    long all = parts.stream().mapToLong(part -> part.length / KEY_BYTES).sum();
    if (all > MOST) {
      throw new IllegalStateException(
          "the output holds %d rows; a driver takes %d: give shards outputs of their own"
              .formatted(all, MOST));
    }
    // Twice the room, so that chains stay short.
    int slots = Integer.highestOneBit((int) Math.max(1, all)) << 2;
    long[] keys = new long[2 * slots];
    int count = 0;
    for (byte[] part : parts) {
      ByteBuffer bytes = ByteBuffer.wrap(part);
      while (bytes.hasRemaining()) {
        count += put(keys, bytes.getLong(), bytes.getLong()) ? 1 : 0;
      }
    }
    return new KnownFiles(keys, count);
  }

  /** One array of all keys of a partition. */
  private static Iterator<byte[]> keys(Iterator<Row> rows, FileColumns columns) {
    ByteBuffer all = ByteBuffer.allocate(1 << 10);
    while (rows.hasNext()) {
      if (all.remaining() < KEY_BYTES) {
        all = ByteBuffer.allocate(2 * all.capacity()).put(all.flip());
      }
      all.put(key(columns.file(rows.next())));
    }
    return List.of(Arrays.copyOf(all.array(), all.position())).iterator();
  }

  private static byte[] key(CatalogueFile file) {
    try {
      MessageDigest hash = MessageDigest.getInstance("MD5");
      hash.update(file.path().getBytes(StandardCharsets.UTF_8));
      hash.update(
          ByteBuffer.allocate(2 * Long.BYTES)
              .putLong(file.size())
              .putLong(file.modifiedMillis())
              .flip());
      byte[] key = hash.digest();
      // Zeros mark what is free.
      key[0] |= 1;
      return key;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  private static boolean put(long[] keys, long first, long second) {
    int slot = slot(keys, first);
    while (keys[slot] != 0) {
      if (keys[slot] == first && keys[slot + 1] == second) {
        return false;
      }
      slot = (slot + 2) % keys.length;
    }
    keys[slot] = first;
    keys[slot + 1] = second;
    return true;
  }

  private static int slot(long[] keys, long first) {
    return 2 * Math.floorMod(first, keys.length / 2);
  }

  /** How many there are. */
  public int count() {
    return count;
  }

  /** Whether the output has rows of a file, as it is now. */
  public boolean has(CatalogueFile file) {
    if (count == 0) {
      return false;
    }
    ByteBuffer key = ByteBuffer.wrap(key(file));
    long first = key.getLong();
    long second = key.getLong();
    for (int slot = slot(keys, first); keys[slot] != 0; slot = (slot + 2) % keys.length) {
      if (keys[slot] == first && keys[slot + 1] == second) {
        return true;
      }
    }
    return false;
  }
}
