package io.auricle.library.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Vorbis, Opus, FLAC and Speex in Ogg: the second packet holds the comments. The pages of the
 * packets of the header are laid anew, in as many as they were if that is possible; else the pages
 * behind them get other numbers and checksums. Their packets stay as they are.
 */
final class OggTags implements TagFormat {
  private static final int MOST_LENGTHS = 255;

  private final FileBytes file;
  private final OggPage first;
  private final List<OggPage> pages = new ArrayList<>();
  private final List<byte[]> packets = new ArrayList<>();
  private final int prefix;
  private final VorbisComments comments;

  OggTags(FileBytes file) throws IOException, TagException {
    this.file = file;
    this.first = OggPage.read(file, 0);
    int headAt = OggPage.HEAD + first.segments();
    byte[] head = file.read(headAt, first.length() - headAt);
    Codec codec = Codec.of(new String(head, ISO_8859_1));
    readHeader(codec.packets(head));
    byte[] held = packets.get(0);
    this.prefix = codec.prefix;
    if (held.length < prefix || !codec.begins(held)) {
      throw TagException.corrupt("its second packet holds no comments");
    }
    this.comments = VorbisComments.read(held, prefix);
  }

  /** What is in the first packet. */
  private enum Codec {
    VORBIS("\u0001vorbis", "\u0003vorbis", 7),
    OPUS("OpusHead", "OpusTags", 8),
    FLAC("\u007fFLAC", "", 4),
    SPEEX("Speex   ", "", 0);

    private final String start;
    private final String comments;
    private final int prefix;

    Codec(String start, String comments, int prefix) {
      this.start = start;
      this.comments = comments;
      this.prefix = prefix;
    }

    static Codec of(String head) throws TagException {
      for (Codec codec : values()) {
        if (head.startsWith(codec.start)) {
          return codec;
        }
      }
      throw new TagException(
          TagFault.UNSUPPORTED, "in Ogg tags are written to Vorbis, Opus, FLAC and Speex alone");
    }

    boolean begins(byte[] packet) {
      return this == FLAC
          ? (packet[0] & 0x7F) == 4
          : new String(packet, ISO_8859_1).startsWith(comments);
    }

    /** The packets behind the first one that belong to the header. */
    int packets(byte[] head) {
      return switch (this) {
        case VORBIS -> 2;
        case OPUS -> 1;
        // As many as the first packet says; if it does not say, up to the end of a page.
        case FLAC -> head.length < 9 ? 1 : Math.max(1, ((head[7] & 0xFF) << 8) | (head[8] & 0xFF));
        case SPEEX -> head.length < 72 ? 1 : 1 + (head[68] & 0xFF);
      };
    }
  }

  private void readHeader(int count) throws IOException, TagException {
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    long at = first.length();
    boolean open = false;
    while (packets.size() < count || open) {
      OggPage page = OggPage.read(file, at);
      if (page.serial() != first.serial()) {
        throw new TagException(TagFault.UNSUPPORTED, "several streams of Ogg stand side by side");
      }
      if ((page.flags() & ~OggPage.CONTINUED) != 0 || page.granule() > 0) {
        throw TagException.corrupt("sound or an end lies within the pages of its header");
      }
      pages.add(page);
      int body = OggPage.HEAD + page.segments();
      byte[] bytes = file.read(at, page.length());
      for (int i = 0; i < page.segments(); i++) {
        int length = bytes[OggPage.HEAD + i] & 0xFF;
        packet.write(bytes, body, length);
        body += length;
        open = length == MOST_LENGTHS;
        if (!open) {
          packets.add(packet.toByteArray());
          packet.reset();
        }
      }
      if (packet.size() > FileBytes.MOST) {
        throw new TagException(TagFault.TOO_LARGE, "its comments are over 64 MB");
      }
      at += page.length();
    }
  }

  @Override
  public Map<String, List<String>> fields() {
    return comments.fields();
  }

  @Override
  public Patch with(Map<String, List<String>> fields) throws IOException, TagException {
    List<byte[]> changed = new ArrayList<>(packets);
    changed.set(0, comments(fields));
    List<byte[]> laid = laid(changed);
    Patch patch = new Patch().keep(0, first.length());
    laid.forEach(patch::put);
    OggPage last = pages.get(pages.size() - 1);
    long at = last.at() + last.length();
    int more = laid.size() - pages.size();
    while (more != 0 && at < file.size() && file.has(at, "OggS")) {
      OggPage page = OggPage.read(file, at);
      if (page.serial() == first.serial()) {
        byte[] number = page.renumbered(file.read(at, page.length()), page.sequence() + more);
        int place = OggPage.numberAt();
        patch.keep(at, place).put(number);
        patch.keep(at + place + number.length, page.length() - place - number.length);
      } else {
        patch.keep(at, page.length());
      }
      at += page.length();
    }
    return patch.keep(at, file.size() - at);
  }

  private byte[] comments(Map<String, List<String>> fields) throws TagException {
    byte[] head = Arrays.copyOf(packets.get(0), prefix);
    byte[] body = comments.with(fields);
    if (prefix == 4) {
      // FLAC's block has its length in the packet.
      if (body.length >= 1 << 24) {
        throw new TagException(TagFault.TOO_LARGE, "its comments would be over 16 MB");
      }
      head[1] = (byte) (body.length >> 16);
      head[2] = (byte) (body.length >> 8);
      head[3] = (byte) body.length;
    }
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    packet.writeBytes(head);
    packet.writeBytes(body);
    return packet.toByteArray();
  }

  /** Packets as pages: as many as there were, if they have room and something to hold. */
  private List<byte[]> laid(List<byte[]> packets) {
    ByteArrayOutputStream lengths = new ByteArrayOutputStream();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] packet : packets) {
      int left = packet.length;
      while (left >= MOST_LENGTHS) {
        lengths.write(MOST_LENGTHS);
        left -= MOST_LENGTHS;
      }
      lengths.write(left);
      bytes.writeBytes(packet);
    }
    byte[] parts = lengths.toByteArray();
    byte[] body = bytes.toByteArray();
    int least = (parts.length + MOST_LENGTHS - 1) / MOST_LENGTHS;
    int count = Math.min(parts.length, Math.max(least, pages.size()));
    List<byte[]> laid = new ArrayList<>();
    int from = 0;
    boolean within = false;
    for (int i = 0; i < count; i++) {
      byte[] own =
          Arrays.copyOfRange(
              parts,
              (int) ((long) parts.length * i / count),
              (int) ((long) parts.length * (i + 1) / count));
      int length = 0;
      boolean ends = false;
      for (byte part : own) {
        length += part & 0xFF;
        ends |= (part & 0xFF) < MOST_LENGTHS;
      }
      laid.add(
          OggPage.make(
              within ? OggPage.CONTINUED : 0,
              ends ? 0 : -1,
              first.serial(),
              first.sequence() + 1 + i,
              own,
              Arrays.copyOfRange(body, from, from + length)));
      from += length;
      within = (own[own.length - 1] & 0xFF) == MOST_LENGTHS;
    }
    return laid;
  }
}
