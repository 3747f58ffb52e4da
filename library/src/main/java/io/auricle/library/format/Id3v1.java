package io.auricle.library.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The 128 bytes at the end of old files. They stay as they are; where a file has nothing else, what
 * they say is said again in the new block, since programs read only one of both.
 */
final class Id3v1 {
  static final int BYTES = 128;
  private static final int COMMENT = 97;
  private static final int TRACK_MARK = 125;
  private static final int GENRE = 127;

  private Id3v1() {}

  /** What they say as frames; nothing if they are not there. */
  static List<Id3Frame> frames(FileBytes file) throws IOException, TagException {
    List<Id3Frame> frames = new ArrayList<>();
    long at = file.size() - BYTES;
    if (!file.has(at, "TAG")) {
      return frames;
    }
    byte[] bytes = file.read(at, BYTES);
    boolean track = bytes[TRACK_MARK] == 0 && bytes[TRACK_MARK + 1] != 0;
    add(frames, "TIT2", text(bytes, 3, 30));
    add(frames, "TPE1", text(bytes, 33, 30));
    add(frames, "TALB", text(bytes, 63, 30));
    add(frames, "TDRC", text(bytes, 93, 4));
    String comment = text(bytes, COMMENT, track ? 28 : 30);
    if (!comment.isEmpty()) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      body.writeBytes(new byte[] {3, 'X', 'X', 'X', 0});
      body.writeBytes(comment.getBytes(StandardCharsets.UTF_8));
      frames.add(Id3Frame.of(4, false, "COMM", body.toByteArray()));
    }
    if (track) {
      add(frames, "TRCK", String.valueOf(bytes[TRACK_MARK + 1] & 0xFF));
    }
    Optional<String> genre = Id3Genres.name(bytes[GENRE] & 0xFF);
    if (genre.isPresent()) {
      add(frames, "TCON", genre.get());
    }
    return frames;
  }

  private static void add(List<Id3Frame> frames, String id, String text) throws TagException {
    if (!text.isEmpty()) {
      frames.add(Id3Frame.text(4, false, id, List.of(text)));
    }
  }

  private static String text(byte[] bytes, int from, int length) {
    int end = from;
    while (end < from + length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, from, end - from, ISO_8859_1).strip();
  }
}
