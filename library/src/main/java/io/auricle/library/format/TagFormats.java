package io.auricle.library.format;

import java.io.IOException;

/** Finds out by its bytes how a file holds its tags. */
public final class TagFormats {
  private static final int FRAME_SYNC = 0xFFE;

  private TagFormats() {}

  /**
   * Reads a file's tags.
   *
   * @throws TagException UNSUPPORTED if tags of its format are not written, CORRUPT if they
   *     contradict themselves, TOO_LARGE
   */
  public static TagFormat open(FileBytes file) throws IOException, TagException {
    if (file.has(0, "OggS")) {
      return new OggTags(file);
    }
    if (file.has(0, "RIFF") && file.has(8, "WAVE")) {
      return ChunkTags.wav(file);
    }
    if (file.has(0, "FORM") && (file.has(8, "AIFF") || file.has(8, "AIFC"))) {
      return ChunkTags.aiff(file);
    }
    if (file.has(4, "ftyp")) {
      return new Mp4Tags(file);
    }
    if (AsfTags.is(file)) {
      return new AsfTags(file);
    }
    long sound = 0;
    for (int length = Id3Block.length(file, 0); length > 0; length = Id3Block.length(file, sound)) {
      sound += length;
    }
    if (file.has(sound, "fLaC")) {
      return new FlacTags(file, sound);
    }
    if (sound > 0 || isFrame(file)) {
      return new MpegTags(file);
    }
    throw new TagException(
        TagFault.UNSUPPORTED,
        "tags are written to MP3, AAC, FLAC, Ogg, Opus, MP4, WAV, AIFF and WMA alone");
  }

  private static boolean isFrame(FileBytes file) throws IOException, TagException {
    if (file.size() < 4) {
      return false;
    }
    byte[] head = file.read(0, 2);
    return (((head[0] & 0xFF) << 4) | (((head[1] & 0xFF) >> 4) & 0xE)) == FRAME_SYNC;
  }
}
