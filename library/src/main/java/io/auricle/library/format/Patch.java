package io.auricle.library.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A file as parts of another and bytes between them. The parts stand in the order in which they lie
 * in the other file, so that there is a way back.
 */
public final class Patch {
  private final List<Piece> pieces = new ArrayList<>();
  private long kept;

  /** A part of the other file, or bytes of its own if {@code from} is negative. */
  private static final class Piece {
    private final long from;
    private final long length;
    private final byte[] own;

    Piece(long from, long length, byte[] own) {
      this.from = from;
      this.length = length;
      this.own = own;
    }
  }

  /** Goes on with bytes of the other file, which lie behind all that was taken before. */
  Patch keep(long from, long length) {
    if (from < kept || length < 0) {
      throw new IllegalArgumentException(
          "from=%d, length=%d must lie behind %d".formatted(from, length, kept));
    }
    if (length == 0) {
      return this;
    }
    Piece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
    if (last != null && last.from >= 0 && last.from + last.length == from) {
      pieces.set(pieces.size() - 1, new Piece(last.from, last.length + length, last.own));
    } else {
      pieces.add(new Piece(from, length, new byte[0]));
    }
    kept = from + length;
    return this;
  }

  /** Goes on with bytes of its own. */
  Patch put(byte[] bytes) {
    if (bytes.length > 0) {
      pieces.add(new Piece(-1, bytes.length, bytes.clone()));
    }
    return this;
  }

  /** Goes on as another one does. */
  Patch then(Patch next) {
    for (Piece piece : next.pieces) {
      if (piece.from < 0) {
        put(piece.own);
      } else {
        keep(piece.from, piece.length);
      }
    }
    return this;
  }

  /** How long the file becomes. */
  public long length() {
    return pieces.stream().mapToLong(piece -> piece.length).sum();
  }

  /**
   * Writes the file.
   *
   * @param other the file whose parts it has
   * @throws TagException CHANGED if that is shorter than it was
   */
  public void write(FileChannel other, WritableByteChannel out) throws IOException, TagException {
    for (Piece piece : pieces) {
      if (piece.from < 0) {
        ByteBuffer own = ByteBuffer.wrap(piece.own);
        while (own.hasRemaining()) {
          out.write(own);
        }
        continue;
      }
      long done = 0;
      while (done < piece.length) {
        long count = other.transferTo(piece.from + done, piece.length - done, out);
        if (count <= 0) {
          throw new TagException(TagFault.CHANGED, "became shorter while it was copied");
        }
        done += count;
      }
    }
  }

  /**
   * The way back: the other file as parts of this one.
   *
   * @param other the file whose parts this one has
   */
  public Patch inverse(FileBytes other) throws IOException, TagException {
    Patch back = new Patch();
    long here = 0;
    long there = 0;
    for (Piece piece : pieces) {
      if (piece.from >= 0) {
        back.put(other.read(there, piece.from - there));
        back.keep(here, piece.length);
        there = piece.from + piece.length;
      }
      here += piece.length;
    }
    return back.put(other.read(there, other.size() - there));
  }

  /** As bytes, packed. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
      out.writeInt(pieces.size());
      for (Piece piece : pieces) {
        out.writeLong(piece.from);
        out.writeLong(piece.length);
        out.write(piece.own);
      }
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot be written", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Of bytes that {@link #toBytes} made.
   *
   * @throws IOException if they are none
   */
  public static Patch of(byte[] bytes) throws IOException {
    Patch patch = new Patch();
    try (DataInputStream in =
        new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        long from = in.readLong();
        long length = in.readLong();
        if (from >= 0) {
          patch.keep(from, length);
        } else {
          patch.put(in.readNBytes(Math.toIntExact(length)));
        }
      }
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new IOException("what is kept of the old tags is damaged", e);
    }
    return patch;
  }
}
