package io.auricle.library.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * WAV and AIFF: a chunk with an ID3v2 block. A WAV names its genre in the list INFO, too, which is
 * all that some programs read. Every other chunk stays.
 */
final class ChunkTags implements TagFormat {
  private static final int HEAD = 8;
  private static final int FORM_HEAD = 12;
  private static final String INFO_GENRE = "IGNR";

  private final FileBytes file;
  private final ByteOrder order;
  private final String name;
  private final List<Chunk> chunks = new ArrayList<>();
  private final long end;
  private final Id3Block block;

  /**
   * A chunk.
   *
   * @param at where its header lies
   * @param length without header and the byte that makes it even
   */
  private record Chunk(String id, long at, long length) {
    /** Where the next one begins. */
    long end() {
      return at + HEAD + length + length % 2;
    }
  }

  private ChunkTags(FileBytes file, ByteOrder order, String name) throws IOException, TagException {
    this.file = file;
    this.order = order;
    this.name = name;
    long size = Numbers.of(file.read(4, 4), 0, order);
    this.end = HEAD + size;
    if (end > file.size() || size < 4) {
      throw TagException.corrupt("size=%d in its header is not that of the file".formatted(size));
    }
    long at = FORM_HEAD;
    while (at <= end - HEAD) {
      byte[] head = file.read(at, HEAD);
      Chunk chunk = new Chunk(new String(head, 0, 4, ISO_8859_1), at, Numbers.of(head, 4, order));
      // The byte that makes the last one even is often forgotten.
      if (chunk.end() > end + 1 || chunk.at() + HEAD + chunk.length() > end) {
        throw TagException.corrupt("a chunk at byte %d goes beyond its end".formatted(at));
      }
      chunks.add(chunk);
      at = chunk.end();
    }
    @Nullable Chunk held = tags();
    this.block = held == null ? Id3Block.of(List.of()) : read(held);
  }

  static ChunkTags wav(FileBytes file) throws IOException, TagException {
    return new ChunkTags(file, ByteOrder.LITTLE_ENDIAN, "id3 ");
  }

  static ChunkTags aiff(FileBytes file) throws IOException, TagException {
    return new ChunkTags(file, ByteOrder.BIG_ENDIAN, "ID3 ");
  }

  private Id3Block read(Chunk held) throws IOException, TagException {
    long at = held.at() + HEAD;
    int length = Id3Block.length(file, at);
    if (length == 0 || length > held.length()) {
      throw TagException.corrupt("its chunk of ID3 tags holds none");
    }
    return Id3Block.read(file.read(at, length));
  }

  private @Nullable Chunk tags() throws TagException {
    List<Chunk> held =
        chunks.stream().filter(c -> c.id().toLowerCase(Locale.ROOT).equals("id3 ")).toList();
    if (held.size() > 1) {
      throw TagException.corrupt("it has several chunks of ID3 tags");
    }
    return held.isEmpty() ? null : held.get(0);
  }

  /** The list INFO of a WAV. */
  private @Nullable Chunk info() throws IOException, TagException {
    for (Chunk chunk : chunks) {
      if (chunk.id().equals("LIST") && file.has(chunk.at() + HEAD, "INFO")) {
        return chunk;
      }
    }
    return null;
  }

  @Override
  public Map<String, List<String>> fields() throws TagException {
    Map<String, List<String>> fields = new LinkedHashMap<>(block.fields());
    try {
      @Nullable Chunk info = info();
      if (info != null) {
        String genre = genre(file.read(info.at() + HEAD, info.length()));
        if (!genre.isEmpty()) {
          fields.putIfAbsent(GENRE, List.of(genre));
        }
      }
    } catch (IOException e) {
      throw new TagException(TagFault.INTERNAL, "cannot be read: " + e.getMessage());
    }
    return fields;
  }

  /** The genre in a list INFO; nothing if there is none. */
  private String genre(byte[] info) {
    int at = 4;
    while (at <= info.length - HEAD) {
      long length = Numbers.of(info, at + 4, order);
      if (length > info.length - at - HEAD) {
        return "";
      }
      if (new String(info, at, 4, ISO_8859_1).equals(INFO_GENRE)) {
        String text = new String(info, at + HEAD, (int) length, UTF_8);
        int zero = text.indexOf('\0');
        return zero < 0 ? text : text.substring(0, zero);
      }
      at += HEAD + (int) (length + length % 2);
    }
    return "";
  }

  /** A list INFO with another genre, or without. */
  private byte[] info(byte[] info, List<String> genres) throws TagException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(info, 0, 4);
    int at = 4;
    while (at <= info.length - HEAD) {
      long length = Numbers.of(info, at + 4, order);
      if (length > info.length - at - HEAD) {
        throw TagException.corrupt("its list INFO is cut");
      }
      int next = (int) Math.min(info.length, at + HEAD + length + length % 2);
      if (!new String(info, at, 4, ISO_8859_1).equals(INFO_GENRE)) {
        out.write(info, at, next - at);
      }
      at = next;
    }
    if (!genres.isEmpty()) {
      out.writeBytes(new byte[out.size() % 2]);
      out.writeBytes(chunk(INFO_GENRE, (String.join("; ", genres) + "\0").getBytes(UTF_8)));
    } else {
      out.write(info, at, info.length - at);
    }
    return out.toByteArray();
  }

  @Override
  public Patch with(Map<String, List<String>> fields) throws IOException, TagException {
    byte[] changed = block.with(fields);
    @Nullable Chunk held = tags();
    List<String> genres = fields.getOrDefault(GENRE, List.of());
    boolean wav = order == ByteOrder.LITTLE_ENDIAN && fields.containsKey(GENRE);
    @Nullable Chunk info = wav ? info() : null;
    Patch body = new Patch();
    long length = 0;
    for (Chunk chunk : chunks) {
      byte[] own = null;
      if (chunk.equals(held)) {
        own = chunk(chunk.id(), changed);
      } else if (chunk.equals(info)) {
        own = chunk("LIST", info(file.read(chunk.at() + HEAD, chunk.length()), genres));
      }
      if (own != null) {
        body.put(own);
        length += own.length;
      } else {
        long there = Math.min(chunk.end(), end) - chunk.at();
        body.keep(chunk.at(), there).put(new byte[(int) (there % 2)]);
        length += there + there % 2;
      }
    }
    if (wav && info == null && !genres.isEmpty()) {
      byte[] own = chunk("LIST", info("INFO".getBytes(ISO_8859_1), genres));
      body.put(own);
      length += own.length;
    }
    if (held == null) {
      byte[] own = chunk(name, changed);
      body.put(own);
      length += own.length;
    }
    long last = chunks.isEmpty() ? FORM_HEAD : chunks.get(chunks.size() - 1).end();
    long rest = Math.min(last, end);
    length += end - rest;
    if (length + 4 > 0xFFFF_FFFFL) {
      throw new TagException(TagFault.TOO_LARGE, "it would be over 4 GB");
    }
    Patch patch = new Patch().keep(0, 4).put(Numbers.bytes(length + 4, order)).keep(HEAD, 4);
    return patch.then(body).keep(rest, file.size() - rest);
  }

  private byte[] chunk(String id, byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(id.getBytes(ISO_8859_1));
    out.writeBytes(Numbers.bytes(body.length, order));
    out.writeBytes(Arrays.copyOf(body, body.length + body.length % 2));
    return out.toByteArray();
  }
}
