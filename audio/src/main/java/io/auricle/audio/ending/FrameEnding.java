package io.auricle.audio.ending;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Formats without a container are frames, one after the other, whose headers say how long they are.
 * They are followed from the first as long as they follow each other.
 */
enum FrameEnding {
  /** MPEG audio: MP3 and its elder sisters. */
  MPEG {
    @Override
    int frameBytes(byte[] head) {
      return MpegFrame.bytes(head);
    }
  },
  /** AAC as it is broadcast. */
  ADTS {
    @Override
    int frameBytes(byte[] head) {
      boolean synchronised = (head[0] & 0xFF) == 0xFF && (head[1] & 0xF6) == 0xF0;
      int bytes = (head[3] & 3) << 11 | (head[4] & 0xFF) << 3 | (head[5] & 0xFF) >> 5;
      return synchronised && bytes >= HEAD_BYTES ? bytes : NO_FRAME;
    }
  };

  static final int NO_FRAME = 0;
  private static final int HEAD_BYTES = 7;
  private static final int TAG_BYTES = 10;

  /** So many frames are no coincidence. */
  private static final int SURE_FRAMES = 4;

  /** How long a frame is by its first bytes; {@link #NO_FRAME} if there is none. */
  abstract int frameBytes(byte[] head);

  Optional<String> fault(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      byte[] first = behindTags(in);
      byte[] head = first;
      int frames = 0;
      while (head.length == HEAD_BYTES) {
        int bytes = frameBytes(head);
        if (bytes == NO_FRAME) {
          return Optional.empty();
        }
        if (!skip(in, bytes - HEAD_BYTES)) {
          return broken(frames);
        }
        frames++;
        head = in.readNBytes(HEAD_BYTES);
      }
      return head.length >= 2 && head[0] == first[0] && head[1] == first[1]
          ? broken(frames)
          : Optional.empty();
    }
  }

  private static Optional<String> broken(int framesBefore) {
    return framesBefore >= SURE_FRAMES
        ? Optional.of("the file breaks off inside its last frame")
        : Optional.empty();
  }

  /** Whether there were as many bytes to skip. */
  private static boolean skip(InputStream in, long bytes) throws IOException {
    try {
      in.skipNBytes(bytes);
      return true;
    } catch (EOFException e) {
      return false;
    }
  }

  /** Reads the head of the first frame; ID3v2 says how long it is in seven bits a byte. */
  private static byte[] behindTags(InputStream in) throws IOException {
    in.mark(TAG_BYTES);
    byte[] tag = in.readNBytes(TAG_BYTES);
    while (tag.length == TAG_BYTES && tag[0] == 'I' && tag[1] == 'D' && tag[2] == '3') {
      if (!skip(in, (long) tag[6] << 21 | tag[7] << 14 | tag[8] << 7 | tag[9])) {
        return new byte[0];
      }
      in.mark(TAG_BYTES);
      tag = in.readNBytes(TAG_BYTES);
    }
    in.reset();
    return in.readNBytes(HEAD_BYTES);
  }
}
