package io.auricle.library.format;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * FLAC (RFC 9639): the block of comments is written anew, a block of padding gives or takes the
 * difference where it can, all others stay.
 */
final class FlacTags implements TagFormat {
  private static final int HEAD = 4;
  private static final int LAST = 0x80;
  private static final int PADDING = 1;
  private static final int COMMENTS = 4;
  private static final int MOST = (1 << 24) - 1;
  private static final int ROOM = 1024;

  private final FileBytes file;
  private final List<Block> blocks = new ArrayList<>();
  private final VorbisComments comments;
  private final long end;

  /**
   * A block of metadata.
   *
   * @param at where its header lies
   * @param length without the header
   */
  private record Block(int type, long at, int length) {}

  FlacTags(FileBytes file, long start) throws IOException, TagException {
    this.file = file;
    long at = start + HEAD;
    boolean last = false;
    while (!last) {
      byte[] head = file.read(at, HEAD);
      last = (head[0] & LAST) != 0;
      int length = (int) (Numbers.of(head, 0, ByteOrder.BIG_ENDIAN) & MOST);
      blocks.add(new Block(head[0] & 0x7F, at, length));
      at += HEAD + length;
      if (at > file.size() || blocks.get(0).type() != 0) {
        throw TagException.corrupt("its blocks of metadata do not follow each other");
      }
    }
    this.end = at;
    if (blocks.stream().filter(block -> block.type() == COMMENTS).count() > 1) {
      throw TagException.corrupt("it has several blocks of comments");
    }
    @Nullable Block held = first(COMMENTS);
    this.comments =
        held == null
            ? VorbisComments.none()
            : VorbisComments.read(file.read(held.at() + HEAD, held.length()), 0);
  }

  private @Nullable Block first(int type) {
    return blocks.stream().filter(block -> block.type() == type).findFirst().orElse(null);
  }

  @Override
  public Map<String, List<String>> fields() {
    return comments.fields();
  }

  @Override
  public Patch with(Map<String, List<String>> fields) throws IOException, TagException {
    byte[] changed = comments.with(fields);
    if (changed.length > MOST) {
      throw new TagException(TagFault.TOO_LARGE, "its comments would be over 16 MB");
    }
    @Nullable Block held = first(COMMENTS);
    @Nullable Block room = first(PADDING);
    int more = changed.length - (held == null ? -HEAD : held.length());
    boolean fits = room != null && room.length() >= more && room.length() - more <= MOST;
    Patch patch = new Patch().keep(0, blocks.get(0).at());
    int left = blocks.size() + (held == null ? 1 : 0) + (room == null ? 1 : 0);
    for (Block block : blocks) {
      left--;
      if (block.equals(held)) {
        patch.put(head(COMMENTS, changed.length, left == 0)).put(changed);
      } else if (room != null && block.equals(room)) {
        int length = fits ? room.length() - more : Math.max(room.length(), ROOM);
        patch.put(head(PADDING, length, left == 0)).put(new byte[length]);
      } else {
        byte first = (byte) (block.type() | (left == 0 ? LAST : 0));
        boolean same = file.read(block.at(), 1)[0] == first;
        if (!same) {
          patch.put(new byte[] {first});
        }
        patch.keep(block.at() + (same ? 0 : 1), HEAD + block.length() - (same ? 0 : 1));
      }
      if (held == null && block.equals(blocks.get(0))) {
        left--;
        patch.put(head(COMMENTS, changed.length, left == 0)).put(changed);
      }
    }
    if (room == null) {
      patch.put(head(PADDING, ROOM, true)).put(new byte[ROOM]);
    }
    return patch.keep(end, file.size() - end);
  }

  private static byte[] head(int type, int length, boolean last) {
    return Numbers.bytes((long) (type | (last ? LAST : 0)) << 24 | length, ByteOrder.BIG_ENDIAN);
  }
}
