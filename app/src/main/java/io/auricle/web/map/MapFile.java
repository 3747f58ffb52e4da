package io.auricle.web.map;

import io.auricle.folder.WholeFile;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A map beside its library, in {@code library.db.map}, so that it is not laid out again by the next
 * server. It may be deleted at any time.
 */
public final class MapFile {
  private static final long MAGIC = 0x4175726D61700001L;
  private static final int SONG_BYTES = Long.BYTES + Integer.BYTES + 2 * Short.BYTES + 1;

  private MapFile() {}

  /** The file of a library's map. */
  public static Path beside(Path library) {
    return library.resolveSibling(library.getFileName() + ".map");
  }

  /** Writes a map, in place of one that is there. */
  public static void write(Path file, SongMap map) throws IOException {
    WholeFile.write(
        file,
        stream -> {
          DataOutputStream out = new DataOutputStream(new BufferedOutputStream(stream, 1 << 16));
          out.writeLong(MAGIC);
          out.writeInt(map.size());
          for (int i = 0; i < map.size(); i++) {
            out.writeLong(map.id(i));
            out.writeInt(map.mark(i));
            out.writeShort(map.x(i));
            out.writeShort(map.y(i));
            out.writeBoolean(map.isAnchor(i));
          }
          out.flush();
        });
  }

  /** Reads a map; nothing if there is none, or what is there is no whole map. */
  public static Optional<SongMap> read(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      if (in.readLong() != MAGIC) {
        return Optional.empty();
      }
      int size = in.readInt();
      long bytes = Long.BYTES + Integer.BYTES + (long) size * SONG_BYTES;
      if (size < 0 || Files.size(file) != bytes) {
        return Optional.empty();
      }
      return Optional.of(songs(in, size));
    } catch (IOException e) {
      return Optional.empty(); // it is made again
    }
  }

  private static SongMap songs(DataInputStream in, int size) throws IOException {
    long[] ids = new long[size];
    int[] marks = new int[size];
    int[] x = new int[size];
    int[] y = new int[size];
    boolean[] anchors = new boolean[size];
    for (int i = 0; i < size; i++) {
      ids[i] = in.readLong();
      marks[i] = in.readInt();
      x[i] = in.readUnsignedShort();
      y[i] = in.readUnsignedShort();
      anchors[i] = in.readBoolean();
    }
    return new SongMap(ids, marks, x, y, anchors);
  }
}
