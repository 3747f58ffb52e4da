package io.auricle.library.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A block of ID3v2 tags, versions 2.2 to 2.4 (https://id3.org/id3v2.4.0-structure). Frames that are
 * not changed keep their bytes, broken ones, too; a block whose frames do not follow each other is
 * refused.
 */
final class Id3Block {
  static final int HEADER = 10;
  private static final int PADDING = 1024;
  private static final int UNSYNCHRONISED = 0x80;
  private static final int EXTENDED = 0x40;
  private static final int FOOTER = 0x10;

  private final int version;
  private final int flags;
  private final boolean plainSizes;
  private final int length;
  private final List<Id3Frame> frames;

  private Id3Block(int version, int flags, boolean plainSizes, int length, List<Id3Frame> frames) {
    this.version = version;
    this.flags = flags;
    this.plainSizes = plainSizes;
    this.length = length;
    this.frames = frames;
  }

  /** A new block, of version 2.4. */
  static Id3Block of(List<Id3Frame> frames) {
    return new Id3Block(4, 0, false, 0, frames);
  }

  /** How long the block is that begins at a place; 0 if none does. */
  static int length(FileBytes file, long at) throws IOException, TagException {
    if (!file.has(at, "ID3") || at > file.size() - HEADER) {
      return 0;
    }
    byte[] head = file.read(at, HEADER);
    int size = Numbers.ofSeven(head, 6);
    if (size < 0 || head[3] < 2 || head[3] > 4) {
      throw TagException.corrupt("its ID3 tags have a header that no version has");
    }
    return HEADER + size + (head[3] == 4 && (head[5] & FOOTER) != 0 ? HEADER : 0);
  }

  /** Reads a block from its header on. */
  static Id3Block read(byte[] block) throws TagException {
    int version = block[3];
    int flags = block[5] & 0xFF;
    if (version == 2 && (flags & EXTENDED) != 0) {
      throw new TagException(TagFault.UNSUPPORTED, "its ID3 tags are packed");
    }
    byte[] body = Arrays.copyOfRange(block, HEADER, HEADER + Numbers.ofSeven(block, 6));
    // Before 2.4 the whole block is written so that no byte looks like sound, then each frame.
    if ((flags & UNSYNCHRONISED) != 0 && version < 4) {
      body = synchronised(body);
      flags &= ~UNSYNCHRONISED;
    }
    int start = version > 2 && (flags & EXTENDED) != 0 ? extended(body, version) : 0;
    Optional<List<Id3Frame>> frames = frames(body, start, version, version != 4);
    boolean plain = false;
    if (frames.isEmpty() && version == 4) {
      // Some programs write sizes as in 2.3.
      frames = frames(body, start, version, true);
      plain = true;
    }
    return new Id3Block(
        version,
        flags & ~EXTENDED & ~FOOTER,
        plain,
        block.length,
        frames.orElseThrow(
            () -> TagException.corrupt("the frames of its ID3 tags do not follow each other")));
  }

  /** The length of the extended header, which tells of the block and of no music. */
  private static int extended(byte[] body, int version) throws TagException {
    int length =
        body.length < 4
            ? -1
            : version == 3
                ? (int) Math.min(body.length, Numbers.of(body, 0, ByteOrder.BIG_ENDIAN)) + 4
                : Numbers.ofSeven(body, 0);
    if (length < 6 || length > body.length) {
      throw TagException.corrupt("its ID3 tags have a broken extended header");
    }
    return length;
  }

  private static Optional<List<Id3Frame>> frames(
      byte[] body, int start, int version, boolean plain) {
    List<Id3Frame> frames = new ArrayList<>();
    int letters = version == 2 ? 3 : 4;
    int head = Id3Frame.headerBytes(version);
    int at = start;
    while (at <= body.length - head && body[at] != 0) {
      String id = new String(body, at, letters, ISO_8859_1);
      long size =
          version == 2
              ? Numbers.of(body, at + 2, ByteOrder.BIG_ENDIAN) & 0xFFFFFF
              : plain
                  ? Numbers.of(body, at + 4, ByteOrder.BIG_ENDIAN)
                  : Numbers.ofSeven(body, at + 4);
      if (!id.matches("[A-Z0-9]+") || size < 0 || size > body.length - at - head) {
        return Optional.empty();
      }
      int end = at + head + (int) size;
      frames.add(new Id3Frame(version, id, Arrays.copyOfRange(body, at, end)));
      at = end;
    }
    for (int i = at; i < body.length; i++) {
      if (body[i] != 0) {
        return Optional.empty();
      }
    }
    return Optional.of(frames);
  }

  /** Takes out the zeros that were put behind bytes of 255. */
  static byte[] synchronised(byte[] bytes) {
    byte[] out = new byte[bytes.length];
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      out[length++] = bytes[i];
      if (bytes[i] == (byte) 0xFF && i + 1 < bytes.length && bytes[i + 1] == 0) {
        i++;
      }
    }
    return Arrays.copyOf(out, length);
  }

  /** How long the whole block was; 0 if it is new. */
  int length() {
    return length;
  }

  /** The values of the fields that are there. */
  Map<String, List<String>> fields() throws TagException {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (Id3Frame frame : frames) {
      Optional<String> field = field(frame);
      if (field.isEmpty()) {
        continue;
      }
      List<String> values = fields.computeIfAbsent(field.get(), name -> new ArrayList<>());
      List<String> texts = frame.texts();
      boolean named = isNamed(frame);
      for (String text : texts.subList(named ? 1 : 0, texts.size())) {
        if (field.get().equals(TagFormat.GENRE)) {
          values.addAll(Id3Genres.of(text));
        } else {
          values.add(text);
        }
      }
    }
    return fields;
  }

  private static boolean isNamed(Id3Frame frame) {
    return frame.id().equals("TXXX") || frame.id().equals("TXX");
  }

  private static Optional<String> field(Id3Frame frame) throws TagException {
    return switch (frame.id()) {
      case "TCON", "TCO" -> Optional.of(TagFormat.GENRE);
      case "TMOO" -> Optional.of(TagFormat.MOOD);
      case "TBPM", "TBP" -> Optional.of(TagFormat.TEMPO);
      case "TKEY", "TKE" -> Optional.of(TagFormat.KEY);
      case "TXXX", "TXX" -> named(frame);
      default -> Optional.empty();
    };
  }

  private static Optional<String> named(Id3Frame frame) throws TagException {
    try {
      return frame.texts().stream()
          .findFirst()
          .map(name -> name.toUpperCase(Locale.ROOT))
          .filter(name -> name.equals(TagFormat.MOOD) || name.startsWith(TagFormat.OWN));
    } catch (TagException e) {
      // One that cannot be read is none of ours.
      return Optional.empty();
    }
  }

  /**
   * The block with other values, as long as it was if they fit.
   *
   * @param fields as of {@link TagFormat#with}
   */
  byte[] with(Map<String, List<String>> fields) throws TagException {
    List<Id3Frame> changed = new ArrayList<>();
    for (Id3Frame frame : frames) {
      Optional<String> field = field(frame);
      if (field.isEmpty() || !fields.containsKey(field.get())) {
        changed.add(frame);
      }
    }
    for (Map.Entry<String, List<String>> field : fields.entrySet()) {
      if (!field.getValue().isEmpty()) {
        changed.add(frame(field.getKey(), field.getValue()));
      }
    }
    int room = changed.stream().mapToInt(frame -> frame.raw().length).sum();
    int size = length - HEADER >= room ? length - HEADER : room + PADDING;
    if (size >= 1 << 28) {
      throw new TagException(TagFault.TOO_LARGE, "its ID3 tags would be over 256 MB");
    }
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.writeBytes(new byte[] {'I', 'D', '3', (byte) version, 0, (byte) flags});
    block.writeBytes(Numbers.sevenBits(size));
    changed.forEach(frame -> block.writeBytes(frame.raw()));
    block.writeBytes(new byte[size - room]);
    return block.toByteArray();
  }

  private Id3Frame frame(String field, List<String> values) throws TagException {
    if (field.equals(TagFormat.GENRE)) {
      return Id3Frame.text(version, plainSizes, version == 2 ? "TCO" : "TCON", values);
    }
    if (field.equals(TagFormat.MOOD) && version == 4) {
      return Id3Frame.text(version, plainSizes, "TMOO", values);
    }
    if (field.equals(TagFormat.TEMPO)) {
      return Id3Frame.text(version, plainSizes, version == 2 ? "TBP" : "TBPM", values);
    }
    if (field.equals(TagFormat.KEY)) {
      return Id3Frame.text(version, plainSizes, version == 2 ? "TKE" : "TKEY", values);
    }
    List<String> named = new ArrayList<>(List.of(field));
    named.addAll(values);
    return Id3Frame.text(version, plainSizes, version == 2 ? "TXX" : "TXXX", named);
  }
}
